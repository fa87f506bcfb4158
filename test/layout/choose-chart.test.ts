import { describe, expect, test } from 'vitest'
import { chooseChart } from '../../src/layout/charts/choose-chart.ts'
import { quantitiesIn } from '../../src/layout/charts/quantities.ts'
import type { ChartRequest, Row } from '../../src/model/draft.ts'

/** Reads a table, whose cells are separated by `|`. */
function tableOf(text: string, request?: ChartRequest) {
  const [header, ...rows] = text.split('\n').map((line): Row => {
    const cells = line.split('|').map((cell) => cell.trim())
    return { cells, line: { text: cells.join('\t'), spans: [], added: [], kind: 'row', weight: 0 } }
  })
  return { type: 'table' as const, header: header ?? null, rows, align: [], caption: null, ...(request && { request }) }
}

const chart = (text: string, language = 'en') => chooseChart(tableOf(text), language)

const YEARS = 'Year | Boats\n2019 | 1,204\n2020 | 611\n2021 | 980\n2022 | 1,530'

describe('a table becomes a chart if that is certain', () => {
  test.each([
    ['years in a column', YEARS, 'line'],
    [
      'years in a row',
      'Item | 2019 | 2020 | 2021 | 2022\nPaint | $12 | $13 | $9 | $11\nOil | $7 | $7 | $8 | $9',
      'line',
    ],
    ['months', 'Month | Visitors\nJanuary | 10\nFebruary | 12\nMarch | 31\nApril | 40', 'line'],
    ['quarters, the last first', 'Quarter | Sales (€)\nQ4 2023 | 9\nQ3 2023 | 8\nQ2 2023 | 8\nQ1 2023 | 7', 'line'],
    ['shares of a whole', 'Cargo | Share\nGrain | 46 %\nStone | 31 %\nTimber | 23 %', 'shares'],
    ['rounded shares', 'Cargo | %\nGrain | 33.3\nStone | 33.3\nTimber | 33.3', 'shares'],
    ['counts of things', 'Harbour | Number of boats\nNordhavn | 84\nReed Island | 12\nKotwica | 66', 'bars'],
    ['a unit in every cell', 'Lock | Length\nUpper | 84 m\nLower | 120 m\nWeir | 30 m', 'bars'],
    ['a unit in the header', 'Lock | Length (m)\nUpper | 84\nLower | 120\nWeir | 30', 'bars'],
    ['things that a plural heading counts', 'Day | Calls answered\nMonday | 412\nTuesday | 377\nSunday | 96', 'bars'],
    ['ranges of ages', 'Age | Use it (%)\n16–24 | 91\n25–34 | 84\n65+ | 22', 'bars'],
    [
      'one measure before and after',
      'Page | Before (ms) | After (ms)\nHome | 910 | 420\nSearch | 1300 | 510\nBasket | 880 | 470',
      'bars',
    ],
    ['times of day', 'Time | Visitors\n09:00 | 42\n10:00 | 88\n11:00 | 131\n12:00 | 176', 'line'],
    ['mornings and afternoons', 'Hour | Visitors\n10 am | 42\n12 pm | 88\n2 pm | 131\n4 pm | 176', 'line'],
    ['weeks that are numbered', 'Week | Cases\n1 | 4\n2 | 11\n3 | 29\n4 | 62', 'line'],
    ['half-years', 'Half-year | Orders\nH1 2019 | 31\nH2 2019 | 36\nH1 2020 | 22\nH2 2020 | 41', 'line'],
  ])('%s', (_, text, kind) => {
    expect(chart(text)?.kind).toBe(kind)
  })

  test.each([
    ['settings', 'Option | Default\nport | 4321\nminutes | 20\nscale | 1'],
    [
      'words beside the values',
      'Lock | Length | Built by\nUpper | 84 m | Quay\nLower | 120 m | Ropes\nWeir | 30 m | Quay',
    ],
    ['mixed units', 'Lock | Length\nUpper | 84 m\nLower | 1.2 km\nWeir | 30 m'],
    ['a missing value', 'Lock | Length\nUpper | 84 m\nLower | n/a\nWeir | 30 m'],
    ['ranges and estimates', 'Lock | Length\nUpper | 80–84 m\nLower | ~120 m\nWeir | 30 m'],
    ['a total', 'Harbour | Boats\nNordhavn | 84\nReed Island | 12\nTotal | 96'],
    ['years as values', 'Lock | Opened\nUpper | 1902\nLower | 1911\nWeir | 1954'],
    ['codes', 'Name | Code\nUpper | 12\nLower | 44\nWeir | 31'],
    ['degrees, whose zero is arbitrary', 'Lock | Water\nUpper | 12 °C\nLower | 14 °C\nWeir | 11 °C'],
    ['room numbers', 'Day | Room\n1 | 101\n2 | 204\n3 | 204\n4 | 101'],
    ['places in a ranking', 'Year | World ranking\n2018 | 14\n2019 | 11\n2020 | 12\n2021 | 9'],
    ['dimensions', 'Shelf | Width (cm) | Height (cm)\nLow | 80 | 60\nMiddle | 80 | 120\nHigh | 80 | 200'],
    ['numbered floors', 'Floor | Department\n1 | Books\n2 | Clothes\n3 | Toys\n4 | Food'],
    ['two rows', 'Harbour | Boats\nNordhavn | 84\nReed Island | 12'],
    [
      'measures of different things',
      'Year | Boats | Width\n2019 | 12 | 3 m\n2020 | 14 | 3 m\n2021 | 9 | 4 m\n2022 | 8 | 4 m',
    ],
    ['a line too low to see', 'Year | A (t) | B (t)\n2019 | 1 | 900\n2020 | 2 | 950\n2021 | 1 | 910\n2022 | 2 | 990'],
    [
      'a long list',
      `Harbour | Boats\n${Array.from({ length: 20 }, (_, n) => `Place number${n}x | ${n + 4}`).join('\n')}`,
    ],
    ['versions', 'Tool | Version\nLock | 1.2.3\nGate | 2.0.1\nWeir | 3.1.4'],
    ['a row that is too short', 'Harbour | Boats\nNordhavn | 84\nReed Island\nKotwica | 3'],
  ])('a table stays a table with %s', (_, text) => {
    expect(chart(text)).toBeNull()
  })
})

describe('bars', () => {
  test.each([
    [
      'things without an order, the remainder last',
      'Cargo | Boats',
      'Other cargo 50, Grain 10, Stone 30',
      'Stone, Grain, Other cargo',
    ],
    [
      'names in alphabetical order',
      'Word | Number of uses',
      'Bell 4, Gate 12, Lamp 9, Oar 1, Rope 7',
      'Gate, Lamp, Rope, Bell, Oar',
    ],
  ])('are sorted by size: %s', (_, headings, rows, labels) => {
    expect(chart(tableText(headings, rows))?.labels.join(', ')).toBe(labels)
  })

  test.each([
    ['steps', 'Step | Time (min)', 'Mix the dough 10, Rest the dough 60, Shape the loaf 5'],
    [
      'answers',
      'Answer | Share of answers (%)',
      'Strongly agree 21, Agree 34, Neither 12, Disagree 17, Strongly disagree 30',
    ],
    ['schools', 'School | Number of pupils', 'Nursery 40, Primary school 310, Secondary school 270'],
    ['sizes', 'Size of company | Orders', 'Small 12, Medium 40, Large 31'],
    ['ranges', 'Wait | Boats', 'under 10 min 31, 10 to 30 min 42, over 30 min 12'],
    ['grades', 'Result | Number of pupils', 'Grade A 3, Grade B 9, Grade C 4, Grade D 5, Grade E 1'],
    ['the smallest first', 'Country | Area (km²)', 'Malta 316, Samoa 2842, Qatar 11571'],
  ])('keep the author’s order: %s', (_, headings, rows) => {
    const labels = rows.replace(/ \d+(?=,|$)/g, '')
    expect(chart(tableText(headings, rows))?.labels.join(', ')).toBe(labels)
  })

  function tableText(headings: string, rows: string): string {
    return `${headings}\n${rows.replaceAll(', ', '\n').replace(/ (\d+)$/gm, ' | $1')}`
  }
})

test.each([
  ['Year | Boats\n2019 | 12\n2020 | 6\n2021 | 9\n2022 | 15', 'Year'],
  ['Harbour | Number of boats\nNordhavn | 84\nReed Island | 12\nKotwica | 66', 'Harbour'],
  ['Item | 2019 | 2020 | 2021 | 2022\nPaint | $12 | $13 | $9 | $11\nOil | $7 | $7 | $8 | $9', ''],
])('the first heading says what the labels are, unless the labels are the other headings: %j', (text, axis) => {
  expect(chart(text)?.axis).toBe(axis)
})

test('time runs forward even if the table runs backward, and values stay as written', () => {
  const down = chart('Year | Boats\n2022 | 1,530\n2021 | 980\n2020 | 611\n2018 | 1,204')
  expect(down?.labels).toEqual(['2018', '2020', '2021', '2022'])
  expect(down?.positions).toEqual([2018, 2020, 2021, 2022])
  expect(down?.series).toEqual([{ name: '', values: [1204, 611, 980, 1530], texts: ['1,204', '611', '980', '1,530'] }])
  expect(down?.measure).toBe('Boats')
})

test.each([
  ['en', ['1,204', '12'], [1204, 12]],
  ['en', ['1.204', '12'], [1.204, 12]],
  ['de', ['1.204', '12'], [1204, 12]],
  ['de', ['1,5', '12'], [1.5, 12]],
  ['de', ['0.75', '1.5'], [0.75, 1.5]],
  ['fr', ['1 204,5', '12'], [1204.5, 12]],
  ['en', ['$1,200', '$90'], [1200, 90]],
  ['en', ['−3 %', '4 %'], [-3, 4]],
  ['en', ['3', '4 %'], null],
  ['en', ['1,2', '3'], [1.2, 3]],
  ['en', ['12,34,567', '3'], null],
  ['en', ['1e5', '3'], null],
  ['en', ['<3', '3'], null],
])('in %s the cells %j are %j', (language, cells, values) => {
  expect(quantitiesIn(cells, language)?.map(({ value }) => value) ?? null).toEqual(values)
})

test('a chart that the author asks for is drawn if all values are numbers', () => {
  const table = 'Lock | Winter | Summer\nUpper | 12 | 34\nLower | 8 | 21'
  expect(chooseChart(tableOf(table, {}), 'en')).toMatchObject({
    kind: 'bars',
    series: [{ name: 'Winter' }, { name: 'Summer' }],
  })
  expect(chooseChart(tableOf(table, { kind: 'line', unit: 'minutes' }), 'en')).toMatchObject({
    kind: 'line',
    measure: 'minutes',
  })
  const unit = 'Lock | Winter (minutes) | Summer (minutes)\nUpper | 12 | 34\nLower | 8 | 21'
  expect(chooseChart(tableOf(unit, { unit: 'minutes' }), 'en')).toMatchObject({
    measure: 'minutes',
    series: [{ name: 'Winter' }, { name: 'Summer' }],
  })
  expect(chooseChart(tableOf('Name | Value\nPort | 4321\nHost | local', {}), 'en')).toBeNull()
})

test('in a chart that the author asks for, a total in the last row is a bar but neither a point nor a share', () => {
  const summary = (text: string, request: ChartRequest) => {
    const chosenChart = chooseChart(tableOf(text, request), 'en')
    return chosenChart && [chosenChart.kind, chosenChart.labels.join(', '), chosenChart.series[0]?.values.join(', ')]
  }
  const line = ['line', '2019, 2020, 2021, 2022', '1204, 611, 980, 1530']
  expect(summary(`${YEARS}\nTotal | 4,325`, { kind: 'line' })).toEqual(line)
  expect(summary(`${YEARS}\nAverage | 1,081`, {})).toEqual(line)
  const shares = 'Cargo | Share\nGrain | 46 %\nStone | 31 %\nTimber | 23 %\nTotal | 100 %'
  expect(summary(shares, {})).toEqual(['shares', 'Grain, Stone, Timber', '46, 31, 23'])
  const bars = 'Lock | Boats\nUpper | 12\nLower | 8\nTotal | 20'
  expect(summary(bars, {})).toEqual(['bars', 'Total, Upper, Lower', '20, 12, 8'])
})
