import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { line, point, row } from '../render/decks.ts'

const title = line('Tides')

/** Divides a slide of points in two, and returns the texts of the points in both halves. */
function halvesOf(...points: readonly ReturnType<typeof point>[]): readonly string[][] | undefined {
  const halves = layouts.points.divide({ title, lead: line('Lead'), points })
  return halves?.map((half) => half.points.map(({ line }) => line.text))
}

test('points are divided in the middle, and none is left alone if another break point exists', () => {
  expect(halvesOf(point('a'), point('b'), point('c'), point('d'))).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(halvesOf(point('a'.repeat(300)), point('b'), point('c'), point('d'))?.[0]).toHaveLength(2)
  expect(halvesOf(point('a'), point('b'), point('c'))).toEqual([['a', 'b'], ['c']])
  expect(halvesOf(point('a'))).toBeUndefined()
})

test('a point keeps its sub-points', () => {
  expect(halvesOf(point('a'), point('a1', 1), point('a2', 1), point('b'))).toEqual([['a', 'a1', 'a2'], ['b']])
})

test('a point with many sub-points is repeated above the rest', () => {
  expect(halvesOf(point('a'), point('a1', 1), point('a2', 1), point('a3', 1), point('a4', 1))).toEqual([
    ['a', 'a1', 'a2'],
    ['a', 'a3', 'a4'],
  ])
})

test('a point with more sub-points than a slide holds is repeated above each piece', () => {
  const under = Array.from({ length: 12 }, (_, index) => point(`under ${index + 1}`, 1))
  const slots = { title: line('Tides'), lead: null, points: [point('over'), ...under, point('after')] }
  const pieces = layouts.points.divide(slots, 4) ?? []
  expect(pieces.map(({ points }) => points[0]?.line.text).slice(0, 3)).toEqual(['over', 'over', 'over'])
  const all = pieces.flatMap(({ points }) => points.map(({ line }) => line.text)).filter((text) => text !== 'over')
  expect(all).toEqual([...under.map(({ line }) => line.text), 'after'])
})

test('title and lead are above both halves', () => {
  const halves = layouts.points.divide({ title, lead: line('Lead'), points: [point('a'), point('b')] })
  expect(halves?.map((half) => [half.title?.text, half.lead?.text])).toEqual([
    ['Tides', 'Lead'],
    ['Tides', 'Lead'],
  ])
})

test('a divided table repeats its header', () => {
  const rows = ['1', '2', '3', '4', '5'].map((cell) => row(cell))
  const halves = layouts.table.divide({ title, header: row('N'), rows, align: null, caption: null })
  expect(halves?.map((half) => [half.header?.cells, half.rows.length])).toEqual([
    [['N'], 3],
    [['N'], 2],
  ])
})

test('code is divided after the blank line nearest to its middle', () => {
  const code = (...lines: readonly string[]) =>
    layouts.code
      .divide({ title, language: null, pieces: null, lines: lines.map((text) => line(text, 'code')) })
      ?.map((half) => half.lines.map(({ text }) => text))
  expect(code('a', 'b', '', 'c', 'd', 'e', 'f', '', 'g', 'h')?.[0]).toEqual(['a', 'b', ''])
  expect(code('a', 'b', 'c', '', 'd', 'e', 'f')).toEqual([
    ['a', 'b', 'c', ''],
    ['d', 'e', 'f'],
  ])
  expect(code('a', '  b', '  c', 'd', '  e', '  f')).toEqual([
    ['a', '  b', '  c'],
    ['d', '  e', '  f'],
  ])
})

test('layouts that show a single thing are never divided', () => {
  expect(layouts.title.divide({ title, subtitle: null, credits: [title, title] })).toBeNull()
  expect(layouts.part.divide({ title, number: line('1'), lede: title })).toBeNull()
  expect(layouts.statement.divide({ title, statement: title, source: title, formula: null })).toBeNull()
  expect(layouts.closing.divide({ title, credits: [title, title] })).toBeNull()
})
