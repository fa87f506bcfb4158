// Decides whether a table becomes a chart, and which kind.

import type { Chart, ChartRequest, Content, Series } from '../../model/draft.ts'
import { widthOf } from '../../util/text-width.ts'
import { barOrder, isOrdered } from './bar-order.ts'
import {
  ARBITRARY_ZERO,
  type ChartColumn,
  type ChartGrid,
  columnsOf,
  containsValues,
  DISTINCT_MEASURE,
  haveUnits,
  isCount,
  isMeasure,
  UNIT_IN_BRACKETS,
  unitOf,
} from './chart-columns.ts'
import { countedPeriods, namesPeriods, periodsIn } from './periods.ts'

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

/** Fewer periods than this show no trend. */
const MIN_PERIODS = 4
const MAX_PERIODS = 60
/** More lines than this are a tangle. */
const MAX_LINES = 4

/** If one line or series of bars is more than this many times as high as another, the lower one looks flat. */
const MAX_HEIGHT_RATIO = 20

function lineOf(grid: ChartGrid): Chart | null {
  const columns = columnsOf(grid)
  const periods = periodsIn(grid.labels) ?? countedPeriods(grid.labels, grid.headings[0] ?? '')
  if (columns === null || periods === null || periods.length < MIN_PERIODS || periods.length > MAX_PERIODS) return null
  if (columns.length > MAX_LINES || new Set(columns.map(({ unit }) => unit)).size > 1) return null
  const heights = columns.map(({ quantities }) => Math.max(...quantities.map(({ value }) => Math.abs(value))))
  const isComparable = Math.max(...heights) <= Math.min(...heights) * MAX_HEIGHT_RATIO
  // A column of years is not a measure, and several columns without a unit may measure different things.
  const isCertain = columns.length === 1 ? containsValues(columns[0]) : columns.every(isMeasure) || haveUnits(columns)
  return isComparable && isCertain ? lineChart(grid, columns, periods) : null
}

function lineChart(
  { headings, labels }: ChartGrid,
  columns: readonly ChartColumn[],
  periods: readonly number[],
): Chart {
  const order = periods.map((_, index) => index).sort((one, other) => (periods[one] ?? 0) - (periods[other] ?? 0))
  const [first] = columns
  // The numbers on the axis already show percent and currency signs.
  const unit = /^(?:%|\p{Sc})?$/u.test(first?.unit ?? '') ? '' : (first?.unit ?? '')
  const measure = columns.length === 1 ? (first?.heading ?? '') : unit
  return { kind: 'line', ...arrange({ headings, labels, positions: periods, columns, measure }, order) }
}

/** The minimum and maximum number of parts of a whole that are shown in one bar. More could not be told apart. */
const SHARE_COUNT = { min: 2, max: 6 }

/** Rounded percentages add up to 100, give or take this much. */
const ROUNDING = 1

function sharesOf(grid: ChartGrid): Chart | null {
  const [column, ...others] = columnsOf(grid) ?? []
  const { headings, labels } = grid
  if (column === undefined || others.length > 0 || labels.some(isTotal)) return null
  const values = column.quantities.map(({ value }) => value)
  const sum = values.reduce((total, value) => total + value, 0)
  const isWhole =
    (column.unit === '%' || /%|\bper ?cent\b|\bProzent\b/i.test(column.heading)) &&
    Math.abs(sum - 100) <= ROUNDING &&
    values.every((value) => value > 0) &&
    labels.length >= SHARE_COUNT.min &&
    labels.length <= SHARE_COUNT.max
  if (!isWhole) return null
  return {
    kind: 'shares',
    ...arrange({ headings, labels, columns: [column], measure: column.heading }, orderIn(grid, values)),
  }
}

/** The minimum and maximum number of things for which bars are useful. Fewer are just as clear in a table. */
const BAR_COUNT = { min: 3, max: 12 }

/** If one bar is more than this many times as long as another, the shorter one is invisible. */
const MAX_BAR_RATIO = 200

function barsOf(grid: ChartGrid): Chart | null {
  const [column, ...others] = columnsOf(grid) ?? []
  const { headings, labels } = grid
  if (column === undefined || others.length > 0 || labels.some(isTotal)) return null
  const values = column.quantities.map(({ value }) => value)
  const isCertain =
    labels.length >= BAR_COUNT.min &&
    labels.length <= BAR_COUNT.max &&
    (labels.every((label) => /\p{L}{2}/u.test(label)) || areRanges(labels)) &&
    values.every((value) => value >= 0) &&
    new Set(values).size > 1 &&
    Math.max(...values) <= Math.min(...values.filter((value) => value > 0)) * MAX_BAR_RATIO &&
    (isMeasure(column) || isCount(column)) &&
    containsValues(column) &&
    !ARBITRARY_ZERO.test(column.unit) &&
    periodsIn(labels) === null
  if (!isCertain) return null
  return {
    kind: 'bars',
    ...arrange({ headings, labels, columns: [column], measure: column.heading }, orderIn(grid, values)),
  }
}

/** Whether labels are ranges in order, such as "16–24" and "65+". */
function areRanges(labels: readonly string[]): boolean {
  return isOrdered(labels) && labels.some((label) => /\d\s*[-–—]\s*\p{Sc}?\d|\d\+/u.test(label))
}

/** The minimum and maximum number of things that are shown as groups of bars. */
const GROUP_COUNT = { min: 3, max: 6 }
const MAX_SERIES = 3

/**
 * Makes groups of bars from columns that hold one measure of the same things: before and after, men and women, two
 * years.
 */
function groupedBarsOf(grid: ChartGrid): Chart | null {
  const columns = columnsOf(grid)
  const { labels, headings } = grid
  if (columns === null || columns.length < 2 || columns.length > MAX_SERIES) return null
  const [unit = '', ...others] = columns.map(unitOf)
  const values = columns.flatMap(({ quantities }) => quantities.map(({ value }) => value))
  const highest = columns.map(({ quantities }) => Math.max(...quantities.map(({ value }) => value)))
  const isCertain =
    unit !== '' &&
    others.every((other) => other === unit) &&
    !ARBITRARY_ZERO.test(unit) &&
    labels.length >= GROUP_COUNT.min &&
    labels.length <= GROUP_COUNT.max &&
    labels.every((label) => /\p{L}{2}/u.test(label)) &&
    ![...labels, ...headings.slice(1)].some(isTotal) &&
    !columns.some(({ heading }) => DISTINCT_MEASURE.test(heading)) &&
    values.every((value) => value >= 0) &&
    Math.max(...highest) <= Math.min(...highest) * MAX_HEIGHT_RATIO &&
    Math.max(...values) <= Math.min(...values.filter((value) => value > 0)) * MAX_BAR_RATIO &&
    periodsIn(labels) === null
  if (!isCertain) return null
  const tableOrder = labels.map((_, index) => index)
  const namedColumns = columns.map((column) => ({
    ...column,
    heading: column.heading.replace(UNIT_IN_BRACKETS, '').trim() || column.heading,
  }))
  return {
    kind: 'bars',
    ...arrange({ headings, labels, columns: namedColumns, measure: unit === '%' ? '' : unit }, tableOrder),
  }
}

const TOTAL =
  /^(?:(?:grand |sub)?totals?|sum|all|average|avg\.?|mean|median|overall|combined|gesamt(?:summe)?|summe|insgesamt|durchschnitt|mittelwert|moyenne|promedio|media|totale?|всего|итого|合計|总计)\b/iu

function isTotal(label: string): boolean {
  return TOTAL.test(label)
}

function orderIn({ headings, labels }: ChartGrid, values: readonly number[]): readonly number[] {
  return barOrder({ heading: headings[0] ?? '', labels }, values)
}

interface ChartPlan {
  readonly headings: readonly string[]
  readonly labels: readonly string[]
  readonly positions?: readonly number[]
  readonly columns: readonly ChartColumn[]
  readonly measure: string
}

function arrange(
  { headings, labels, positions, columns, measure }: ChartPlan,
  order: readonly number[],
): Omit<Chart, 'kind'> {
  const pick = <T>(values: readonly T[]): readonly T[] => order.flatMap((index) => values.slice(index, index + 1))
  return {
    axis: headings[0] ?? '',
    labels: pick(labels),
    positions: positions === undefined ? order.map((_, index) => index) : pick(positions),
    series: columns.map(
      ({ heading, texts, quantities }): Series => ({
        name: columns.length === 1 ? '' : heading,
        values: pick(quantities.map(({ value }) => value)),
        texts: pick(texts),
      }),
    ),
    measure,
  }
}

/** The limits of charts that an author asks for. */
const REQUEST_LIMITS = {
  line: { labels: 400, series: 6 },
  bars: { labels: 16, series: 3 },
  shares: { labels: 8, series: 1 },
}

/** Makes the chart that an author asks for; null if its values cannot be drawn. */
function requestedChart(fullGrid: ChartGrid, request: ChartRequest): Chart | null {
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
