// Makes the charts that authors ask for.

import type { Chart, ChartRequest } from '../../model/draft.ts'
import { type ChartGrid, columnsOf } from './chart-columns.ts'
import { arrange, isTotal, lineChart, lineOf, orderIn, sharesOf } from './chart-kinds.ts'
import { periodsIn } from './periods.ts'

/** The limits of charts that an author asks for. */
const REQUEST_LIMITS = {
  line: { labels: 400, series: 6 },
  bars: { labels: 16, series: 3 },
  shares: { labels: 8, series: 1 },
}

/** Makes the chart that an author asks for; null if its values cannot be drawn. */
export function requestedChart(fullGrid: ChartGrid, request: ChartRequest): Chart | null {
  const { unit } = request
  const { kind: chosenKind, grid } = requestedPart(fullGrid, request)
  const columns = columnsOf(grid)
  if (columns === null) return null
  const limits = REQUEST_LIMITS[chosenKind]
  const values = columns.flatMap(({ quantities }) => quantities.map(({ value }) => value))
  if (grid.labels.length > limits.labels || columns.length > limits.series) return null
  if (chosenKind !== 'line' && values.some((value) => value < 0)) return null
  const namedColumns = columns.map((column) => ({ ...column, heading: withoutUnit(column.heading, unit) }))
  const [first] = columns
  const measure = columns.length === 1 ? (first?.heading ?? '') : (unit ?? '')
  const periods = periodsIn(grid.labels)
  if (chosenKind === 'line')
    return { ...lineChart(grid, namedColumns, periods ?? grid.labels.map((_, index) => index)), measure }
  const isSorted = columns.length === 1 && periods === null && first !== undefined
  const order = isSorted
    ? orderIn(
        grid,
        first.quantities.map(({ value }) => value),
      )
    : grid.labels.map((_, index) => index)
  return {
    kind: chosenKind,
    ...arrange({ headings: grid.headings, labels: grid.labels, columns: namedColumns, measure }, order),
  }
}

/** Returns the kind of the chart that an author asks for, and the rows that it shows. */
export function requestedPart(
  fullGrid: ChartGrid,
  { kind }: Pick<ChartRequest, 'kind'>,
): { readonly kind: Chart['kind']; readonly grid: ChartGrid } {
  const gridWithoutTotal = withoutTotal(fullGrid)
  const chosenKind = kind ?? (lineOf(gridWithoutTotal) ?? sharesOf(gridWithoutTotal))?.kind ?? 'bars'
  return { kind: chosenKind, grid: chosenKind === 'bars' ? fullGrid : gridWithoutTotal }
}

/**
 * Leaves out a total in the last row, which is neither a point on a line nor a part of the whole; the table keeps it.
 */
function withoutTotal(grid: ChartGrid): ChartGrid {
  const { labels, values } = grid
  const hasTotal = labels.length > 2 && isTotal(labels.at(-1) ?? '')
  return hasTotal ? { ...grid, labels: labels.slice(0, -1), values: values.slice(0, -1) } : grid
}

/** Shortens "Winter (minutes)" to "Winter" in a chart that shows the unit itself. */
function withoutUnit(heading: string, unit: string | undefined): string {
  return unit !== undefined && heading.endsWith(` (${unit})`) ? heading.slice(0, -` (${unit})`.length) : heading
}
