import type { Chart } from '../../model/draft.ts'
import { zipParts } from './package.ts'
import { chartRows } from './time-axis.ts'
import { el } from './xml.ts'

/**
 * Writes the data of a chart as the smallest workbook that Excel opens: a sheet "Data", with a column for the labels,
 * then one for each series.
 */
export function writeWorkbook(chart: Chart): Uint8Array {
  const { axis, labels, series, measure } = chart
  const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const textCell = (reference: string, value: string) =>
    el('c', { r: reference, t: 'inlineStr' }, el('is', {}, el('t', {}, value)))
  const headerRow = el(
    'row',
    { r: 1 },
    textCell('A1', axis),
    series.map(({ name }, index) => textCell(`${columnLetters(index + 1)}1`, name || measure)),
  )
  const rows = chartRows(chart).flatMap((index, rowIndex) => {
    if (index === null) return []
    const row = rowIndex + 2
    const cells = series.map(({ values }, column) =>
      el('c', { r: `${columnLetters(column + 1)}${row}` }, el('v', {}, String(values[index] ?? 0))),
    )
    return el('row', { r: row }, textCell(`A${row}`, labels[index] ?? ''), cells)
  })
  return zipParts(
    [
      {
        path: 'xl/workbook.xml',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        content: el(
          'workbook',
          { xmlns: namespace, 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' },
          el('sheets', {}, el('sheet', { name: 'Data', sheetId: 1, 'r:id': 'rId1' })),
        ),
        relationships: [{ id: 'rId1', type: 'worksheet', target: 'xl/worksheets/sheet1.xml' }],
      },
      {
        path: 'xl/worksheets/sheet1.xml',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
        content: el('worksheet', { xmlns: namespace }, el('sheetData', {}, headerRow, rows)),
        relationships: [],
      },
    ],
    [{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }],
  )
}

/** Returns the letters of a column: `A` for 0, `AA` for 26. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`
}
