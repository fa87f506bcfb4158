import { expect, test } from 'vitest'
import type { BoxShape } from '../../../src/client/scene/scene.ts'
import { geometry } from '../../../src/export/pptx/geometry.ts'
import { emu } from '../../../src/export/pptx/units.ts'
import { serialize } from '../../../src/export/pptx/xml.ts'

const RECT = { x: 10, y: 20, width: 200, height: 100 }

/** The commands of the outline, each with its points in px. */
function drawn(form: BoxShape): readonly string[] {
  const xml = new TextDecoder().decode(serialize(geometry(form, RECT)))
  return [...xml.matchAll(/<a:(moveTo|lnTo|cubicBezTo|close)(?:\/>|>(.*?)<\/a:\1>)/g)].map(([, name, points = '']) =>
    [
      name,
      ...[...points.matchAll(/x="(-?\d+)" y="(-?\d+)"/g)].map(
        ([, x, y]) => `${Number(x) / emu(1)},${Number(y) / emu(1)}`,
      ),
    ].join(' '),
  )
}

test('the corners of a polygon are given in px, or in percent of its box', () => {
  expect(drawn({ type: 'path', path: 'polygon(nonzero, 0% 0%, 100% 50%, 20px 100px)' })).toEqual([
    'moveTo 0,0',
    'lnTo 200,50',
    'lnTo 20,100',
    'close',
  ])
})

test('a path keeps its lines and curves; relative ones become absolute', () => {
  expect(
    drawn({ type: 'path', path: 'path("M10 10 h20 v-5 l5 5 C 1 2 3 4 5 6 c1 1 2 2 3 3 z m1 1 H40 V50")' }),
  ).toEqual([
    'moveTo 10,10',
    'lnTo 30,10',
    'lnTo 30,5',
    'lnTo 35,10',
    'cubicBezTo 1,2 3,4 5,6',
    'cubicBezTo 6,7 7,8 8,9',
    'close',
    'moveTo 11,11',
    'lnTo 40,11',
    'lnTo 40,50',
  ])
})

test.each([
  ['a path with an arc', { type: 'path', path: 'path("M0 0 A5 5 0 0 1 9 9")' }, 'rect'],
  ['a polygon of two corners', { type: 'path', path: 'polygon(0% 0%, 9px 9px)' }, 'rect'],
  ['a rectangle', { type: 'rect' }, 'rect'],
  ['an ellipse', { type: 'ellipse' }, 'ellipse'],
  ['rounded corners', { type: 'rounded', radius: 25 }, 'roundRect'],
] as const)('%s is a preset shape', (_, form, preset) => {
  const { attributes, children } = geometry(form, RECT)
  expect(attributes.prst).toBe(preset)
  const guide = new TextDecoder().decode(serialize(geometry(form, RECT)))
  expect(children).toHaveLength(1)
  if (preset === 'roundRect') expect(guide).toContain('val 25000')
})
