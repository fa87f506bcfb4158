import { expect, test } from 'vitest'
import type { SceneBlock } from '../../../src/client/scene/scene.ts'
import { LINE_BREAK, preserveLineBreaks } from '../../../src/export/pptx/preserve-line-breaks.ts'
import { arrangeText, cellKey } from '../../../src/export/pptx/text-boxes.ts'
import { widthNeededBy } from '../../../src/export/pptx/text-width.ts'
import { unmeasuredParagraph } from '../../../src/export/pptx/unmeasured-text.ts'

/** The width of every letter and space of these texts, in px. */
const LETTER = 10

/** A paragraph measured in these lines. */
function blockOf(lines: readonly string[], width: number): SceneBlock {
  const { runs } = unmeasuredParagraph(lines.join(' '), { size: 20, colour: '#000000', isRtl: false })
  return {
    ...{ tag: 'p', classes: [], area: 'body', align: 'start', isRtl: false, lineHeight: 30, hangingIndent: 0 },
    ...{ hasFormula: false, isOneLine: false, item: null, cell: null, runs },
    rect: { x: 0, y: 0, width, height: lines.length * 30 },
    lines: lines.map((line, row) => ({
      ...{ x: 0, y: row * 30, width: line.length * LETTER, height: 30, isContinued: false, baseline: row * 30 + 22 },
      start: lines.slice(0, row).join(' ').length + (row === 0 ? 0 : 1),
      words: [...line.matchAll(/\S+/g)].map(({ index, 0: word }) => [index * LETTER, word.length * LETTER] as const),
    })),
  }
}

function fixed(lines: readonly string[], width: number): string {
  return preserveLineBreaks(blockOf(lines, width), width)
    .map(({ text }) => text)
    .join('')
}

test('no word breaks at its hyphen where the line above has room for its first part', () => {
  const text = fixed(['This marker applies recursively:', 'if a top-level package includes it'], 450)
  expect(text).toContain('if\u00A0a\u00A0top\u2011level')
  expect(fixed(['This marker applies recursively:', 'if a top-level package includes it'], 380)).toContain('top-level')
})

test('a line begins with an explicit break where the line above has room for part of a word that programs may break', () => {
  const lines = ['it does plain comparison: "===" and', '"!=="for(x)instead and returns']
  expect(fixed(lines, 400)).toContain(`and ${LINE_BREAK}"!=="`)
  expect(fixed(['a call of clean and, {', 'loose: true }'], 300)).toContain(`{ ${LINE_BREAK}loose`)
})

test('a line that begins with the points of an ellipsis begins there in other programs', () => {
  expect(fixed(['indexed by j = 1 .', '. . b and k'], 300)).toContain(`1 . ${LINE_BREAK}. . b`)
})

test('a line before a line break has room for its space', () => {
  const withBreak = blockOf(['counted from j = 1 . .', '. b'], 400)
  const without = blockOf(['counted from j = 1 . .', 'b .'], 400)
  expect(widthNeededBy(withBreak) - widthNeededBy(without)).toBeGreaterThan(LETTER)
})

test('a fraction has room for its text, which is wider', () => {
  const block = { ...blockOf(['beliefs', 'and'], 400), hasFormula: true }
  const [line] = block.lines
  const fraction = [line?.width ?? 0, 20 * LETTER] as const
  const lines = block.lines.map((each) => (each === line ? { ...each, words: [...each.words, fraction] } : each))
  expect(widthNeededBy({ ...block, lines })).toBeGreaterThan(27 * LETTER)
})

test('letters are set closer only where a line may not fit in its cell', () => {
  const cell = { table: 0, row: 0, column: 0 }
  const trackingIn = (width: number) => {
    const texts = [{ ...blockOf(['the argument contains', 'references'], width), cell }]
    const scene = {
      background: { type: 'colour', colour: '#ffffff' },
      boxes: [],
      pictures: [],
      tables: [],
      texts,
    } as const
    return arrangeText(scene).cells.get(cellKey({ cell }))?.paragraph.fixedRuns[0]?.tracking ?? Number.NaN
  }
  expect(trackingIn(212)).toBeLessThan(0)
  expect(trackingIn(212)).toBeGreaterThan(-0.015 * LETTER)
  expect(trackingIn(260)).toBe(0)
})

test('a tightly set number extends as far beyond its right-to-left box as in browsers', () => {
  const block = blockOf(['1'], 300)
  const runs = block.runs.map((run) => ({ ...run, tracking: -30 }))
  const texts = [{ ...block, runs, isRtl: true, classes: ['part-number'] }]
  const scene = {
    background: { type: 'colour', colour: '#ffffff' },
    boxes: [],
    pictures: [],
    tables: [],
    texts,
  } as const
  const { x, width } = arrangeText(scene).bodies[0]?.rect ?? { x: 0, width: 0 }
  expect(x + width).toBeCloseTo(330, 5)
  expect(arrangeText(scene).bodies[0]?.paragraphs[0]?.margin).toBe(0)
})

test.each([
  ['start', { left: 100, isWiderAt: 'right' }],
  ['end', { left: 64, isWiderAt: 'left' }],
  ['center', { left: 82, isWiderAt: 'both sides' }],
] as const)('the box of one line, aligned to its %s, has room for a wider font', (align, { left }) => {
  const text = 'Ida Quay, Harbour'
  const block = { ...blockOf([text], text.length * LETTER), align }
  const moved = { ...block, rect: { ...block.rect, x: 100 } }
  const [shape] = arrangeText({ texts: [moved], boxes: [] } as never).bodies
  expect(shape?.rect.width).toBeGreaterThanOrEqual(1.2 * text.length * LETTER)
  expect(shape?.rect.x).toBeCloseTo(left, -1)
  expect(shape?.paragraphs[0]?.margin).toBe(0)
})

test('a list keeps the width at which its lines break', () => {
  const item = { depth: 0, marker: null, isStep: false } as unknown as SceneBlock['item']
  const rows = ['Harbour one', 'Harbour two'].map((text, row) => {
    const block = blockOf([text], 120)
    const [line] = block.lines
    return { ...block, item, rect: { ...block.rect, y: row * 40 }, lines: line ? [{ ...line, y: row * 40 }] : [] }
  })
  const [shape] = arrangeText({ texts: rows, boxes: [] } as never).bodies
  expect(shape?.rect.width).toBeLessThan(130)
})
