import { expect, test } from 'vitest'
import { chartFaultOf } from '../../src/layout/charts/chart-fault.ts'
import { chooseChart } from '../../src/layout/charts/choose-chart.ts'
import type { ChartRequest } from '../../src/model/draft.ts'
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
  ['Lock | Depth\nUpper | 0.75\nLower | 1,5', 'the numbers of "Depth" are written in different ways'],
  ['Lock | \nUpper | 12\nLower | ', 'a value of column 2 is missing'],
  ['Lock | Change\nUpper | 12\nLower | -8', 'it has too many values, or negative ones in bars or shares'],
])('a chart of %j cannot be drawn, because %s', (table, fact) => {
  const { fault, chart } = requested(table, 'bars')
  expect(chart).toBeNull()
  expect(fault.fact).toBe(fact)
  expect(fault.remedy).toMatch(/^[A-Z].+\.$/)
})

test.each(['line', 'shares'] as const)('a total, which %s leave out, is not the obstacle', (kind) => {
  const table = (lower: string) => `Lock | Boats\nTop | 12\nUpper | 4\nLower | ${lower}\nTotal | –`
  expect(requested(table('8'), kind).chart).not.toBeNull()
  expect(requested(table('8'), 'bars').fault.fact).toBe('"–" is not a plain number')
  expect(requested(table('4 or 5'), kind).fault.fact).toBe('"4 or 5" is not a plain number')
  const many = Array.from({ length: 401 }, (_, index) => `Lock ${index} | ${index}`)
  const { fault } = requested(`Lock | Boats\n${many.join('\n')}\nTotal | –`, kind)
  expect(fault.fact).toContain('too many values')
  // A line is not to become a line.
  expect(fault.remedy.includes('"type: line"')).toBe(kind !== 'line')
})

function requested(table: string, kind: ChartRequest['kind']) {
  const [header = null, ...rows] = table
    .split('\n')
    .map((text) => ({ cells: text.split('|').map((cell) => cell.trim()), line: line(text, 'row') }))
  const request = { kind, unit: undefined }
  return {
    fault: chartFaultOf({ header, rows, request }, 'en'),
    chart: chooseChart({ type: 'table', header, rows, align: null, caption: null, request }, 'en'),
  }
}
