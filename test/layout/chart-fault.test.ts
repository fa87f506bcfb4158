import { expect, test } from 'vitest'
import { chartFaultOf } from '../../src/layout/charts/chart-fault.ts'
import { excerptOf } from '../../src/util/excerpt.ts'
import { line } from '../render/decks.ts'

const LONG = 'The upper lock of the old river, which the town has not opened since the flood'

test.each([
  ['Lock | Boats\nUpper | 12', 'a chart needs two columns and two rows'],
  ['Lock | Boats\n | 12\nLower | 8', 'a row has no name'],
  [`Lock | Boats\nUpper | 12\n${LONG} | 8`, `"${excerptOf(LONG)}" is too long to stand beside a bar`],
  ['Lock | Boats\nUpper | 12\nUpper | 8', 'several rows are called "Upper"'],
  ['Lock | Boats\nUpper | 12\nLower | ', 'a value of "Boats" is missing'],
  ['Lock | Boats\nUpper | 12\nLower | about 8', '"about 8" is not a plain number'],
  ['Lock | Depth\nUpper | 12 m\nLower | 80 cm', 'the values of "Depth" are in several units'],
  ['Lock | Change\nUpper | 12\nLower | -8', 'it has too many values, or negative ones in bars or shares'],
])('a chart of %j cannot be drawn, because %s', (table, fact) => {
  const [header, ...rows] = table
    .split('\n')
    .map((text) => ({ cells: text.split('|').map((cell) => cell.trim()), line: line(text, 'row') }))
  const fault = chartFaultOf({ header: header ?? null, rows }, 'en')
  expect(fault.fact).toBe(fact)
  expect(fault.remedy).toMatch(/^[A-Z].+\.$/)
})
