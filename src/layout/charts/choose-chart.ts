// Decides whether a table becomes a chart, and which kind.

import type { Chart, Content } from '../../model/draft.ts'
import { widthOf } from '../../util/text-width.ts'
import type { ChartGrid } from './chart-columns.ts'
import { barsOf, groupedBarsOf, lineOf, sharesOf } from './chart-kinds.ts'
import { namesPeriods } from './periods.ts'
import { requestedChart } from './requested-chart.ts'

type TableContent = Extract<Content, { readonly type: 'table' }>

/**
 * Makes a chart from a table if a chart is certain to suit it; null if it should stay a table. Every column but the
 * first must contain quantities in one unit, and no cell may be empty. The chart is then
 * - a line for each column, if the first column contains four or more periods in order (or a line for each row, if the
 *   header does), with at most four lines of comparable heights;
 * - one bar of shares, if the only column contains the percentages of two to six things, which add up to 100;
 * - bars, if the only column measures or counts three to twelve things: the longest first if the things have no order;
 * - bars side by side, if two or three columns contain the same measure, in one unit, of three to six things: "Before
 *   (s)", "After (s)".
 * A table with a total becomes neither bars nor shares. A chart that an author asks for is drawn whenever every value
 * is a number, unless there are too many values, or negative ones in bars or shares; only bars show a total in the last
 * row.
 */
export function chooseChart(table: TableContent, language: string): Chart | null {
  const { header, rows, request } = table
  if (header === null || rows.some(({ cells }) => cells.length !== header.cells.length)) return null
  const columnCount = header.cells.length
  const body = rows.map(({ cells }) => cells.map((cell) => cell.trim()))
  const labels = body.map(([label = '']) => label)
  const hasLabels = labels.every((label) => label !== '' && widthOf(label) <= MAX_LABEL_WIDTH)
  if (columnCount < 2 || body.length < 2 || !hasLabels || new Set(labels).size < labels.length) return null
  const headings = header.cells.map((cell) => cell.trim())
  const grid: ChartGrid = { headings, labels, values: body.map((cells) => cells.slice(1)), language }
  return request === undefined
    ? (lineOf(grid) ?? lineOf(transpose(grid)) ?? sharesOf(grid) ?? barsOf(grid) ?? groupedBarsOf(grid))
    : requestedChart(grid, request)
}

/** In widths of Latin letters. */
export const MAX_LABEL_WIDTH = 60

/**
 * Transposes rows and columns. The first heading, which names the rows, is dropped unless it names the periods in the
 * header, as "Week" does.
 */
function transpose({ headings, labels, values, ...grid }: ChartGrid): ChartGrid {
  const [corner = '', ...columns] = headings
  return {
    ...grid,
    headings: [namesPeriods(corner) ? corner : '', ...labels],
    labels: columns,
    values: columns.map((_, column) => values.map((row) => row[column] ?? '')),
  }
}
