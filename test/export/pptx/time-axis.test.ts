import { expect, test } from 'vitest'
import { chartParts } from '../../../src/export/pptx/chart-part.ts'
import { chartRows } from '../../../src/export/pptx/time-axis.ts'
import type { Chart } from '../../../src/model/draft.ts'

function chooseChart(labels: readonly string[], positions: readonly number[], kind: Chart['kind'] = 'line'): Chart {
  const values = labels.map((_, index) => index + 10)
  return {
    kind,
    axis: 'Year',
    labels,
    positions,
    measure: '',
    series: [{ name: '', values, texts: values.map(String) }],
  }
}

test('the axis of a line chart has room for years that are left out', () => {
  expect(chartRows(chooseChart(['2000', '2010', '2015', '2020'], [2000, 2010, 2015, 2020]))).toEqual([0, null, 1, 2, 3])
  expect(chartRows(chooseChart(['2019', '2020', '2021'], [2019, 2020, 2021]))).toEqual([0, 1, 2])
})

test('months are evenly spaced although they differ in length, and a missing one has room', () => {
  const day = (month: number) => Date.UTC(2025, month, 1) / 31_557_600_000
  const label = (month: number) => `2025-${String(month + 1).padStart(2, '0')}-01`
  const [all, some] = [
    [0, 1, 2, 3, 4, 5],
    [0, 1, 2, 4, 5],
  ]
  expect(chartRows(chooseChart(all.map(label), all.map(day)))).toEqual([0, 1, 2, 3, 4, 5])
  expect(chartRows(chooseChart(some.map(label), some.map(day)))).toEqual([0, 1, 2, null, 3, 4])
})

test('time goes from left to right; periods that fit no even axis, and bars, stay as they are', () => {
  expect(chartRows(chooseChart(['2022', '2021', '2019'], [2022, 2021, 2019]))).toEqual([2, null, 1, 0])
  expect(chartRows(chooseChart(['1200', '1990', '2001'], [1200, 1990, 2001]))).toEqual([0, 1, 2])
  expect(chartRows(chooseChart(['a', 'b', 'c'], [0, 1, 7], 'bars'))).toEqual([0, 1, 2])
})

test('the chart’s data has the empty rows, which a line crosses', () => {
  const [part] = chartParts(chooseChart(['2019', '2020', '2022'], [2019, 2020, 2022]), 'ppt/charts/chart1.xml', {
    size: 20,
  })
  const xml = JSON.stringify(part?.content)
  expect(xml).toContain('Data!$A$2:$A$5')
  expect(xml).toContain('"name":"c:dispBlanksAs","attributes":{"val":"span"}')
  expect(xml).toContain('"name":"c:pt","attributes":{"idx":"3"}')
  expect(xml).not.toContain('"name":"c:pt","attributes":{"idx":"2"}')
})
