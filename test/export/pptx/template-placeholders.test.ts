import { expect, test } from 'vitest'
import { furnitureShapes } from '../../../src/export/pptx/placeholder-text.ts'
import { groupTexts } from '../../../src/export/pptx/template-placeholders.ts'
import { plainParagraphsIn } from '../../../src/export/pptx/template-text.ts'
import type { SlideArrangement, TextShape } from '../../../src/export/pptx/text-boxes.ts'
import { all } from '../../support/pptx-package.ts'

const run = { text: '' } as TextShape['paragraphs'][number]['runs'][number]

function shape(text: string, x: number): TextShape {
  const paragraph = { runs: [{ ...run, text }], level: 0 } as unknown as TextShape['paragraphs'][number]
  return {
    key: text,
    role: 'body',
    rect: { x, y: 100, width: 300, height: 200 },
    paragraphs: [paragraph],
    wraps: true,
    inset: 0,
  } as unknown as TextShape
}

function grouped(bodies: readonly TextShape[], rooms: number, layout = 'comparison') {
  const arrangement = { bodies } as unknown as SlideArrangement
  return groupTexts(arrangement, rooms, layout).map((group) => group.length)
}

test('the sides of a comparison go to the left and the right placeholder', () => {
  const bodies = [shape('Some', 0), shape('wait', 10), shape('Others', 600), shape('leave', 610)]
  expect(plainParagraphsIn(bodies)).toHaveLength(4)
  expect(grouped(bodies, 2)).toEqual([2, 2])
  expect(grouped(bodies, 4)).toEqual([1, 1, 1, 1])
})

test('with one placeholder, and on other slides, all text goes to the first', () => {
  const bodies = [shape('Some', 0), shape('Others', 600)]
  expect(grouped(bodies, 1)).toEqual([2])
  expect(grouped(bodies, 2, 'points')).toEqual([2])
  expect(grouped([], 2)).toEqual([])
})

test('a footer that is too long for its placeholder is set smaller, and one that fits is not', () => {
  const place = { type: 'ftr', index: '2', isMoved: false, align: 'ctr', isUnstyled: false, size: 1800 }
  const sizeOf = (text: string, height: number) => {
    const box = { x: 0, y: 0, width: 3_240_000, height }
    const layout = { path: '', name: '', kind: 'obj', placeholders: [{ ...place, box }] }
    const furniture = [{ ...shape(text, 0), role: 'footer' }]
    const [footer] = furnitureShapes({ furniture } as unknown as SlideArrangement, {
      ...{ layout, next: () => 1, colourFor: () => null },
      context: { language: 'en', link: () => null, isRtl: false },
    })
    return footer && all(footer, 'a:rPr')[0]?.attributes.sz
  }
  const long = 'Trump Meets NATO Chief Rutte: Key Discussions'
  expect(Number(sizeOf(long, 270_000))).toBeGreaterThan(900)
  expect(Number(sizeOf(long, 270_000))).toBeLessThan(1100)
  expect(sizeOf(long, 600_000)).toBeUndefined()
  expect(sizeOf('Tides', 270_000)).toBeUndefined()
})
