// Makes the kinds of charts: lines, shares, bars and groups of bars.

import type { Chart, Series } from '../../model/draft.ts'
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
import { countedPeriods, periodsIn } from './periods.ts'

/** Fewer periods than this show no trend. */
const MIN_PERIODS = 4
const MAX_PERIODS = 60
/** More lines than this cannot be told apart. */
const MAX_LINES = 4

/** If one line or series of bars is more than this many times as high as another, the lower one looks flat. */
const MAX_HEIGHT_RATIO = 20

/** Makes a line for each column, if the rows are periods in order; null if that does not suit the values. */
export function lineOf(grid: ChartGrid): Chart | null {
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

/** Makes a line for each column. `periods` are the positions of the rows on the axis. */
export function lineChart(
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

/** Returns the only column of a grid; null if it has others, or a row of totals. */
function onlyColumnOf(grid: ChartGrid) {
  const [column = null, ...others] = columnsOf(grid) ?? []
  return others.length > 0 || grid.labels.some(isTotal) ? null : column
}

/** Makes a bar of shares, if the only column contains percentages that add up to 100; null otherwise. */
export function sharesOf(grid: ChartGrid): Chart | null {
  const { headings, labels } = grid
  const column = onlyColumnOf(grid)
  if (column === null) return null
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

/** Makes bars, if the only column measures or counts a few things; null if that is not certain. */
export function barsOf(grid: ChartGrid): Chart | null {
  const { headings, labels } = grid
  const column = onlyColumnOf(grid)
  if (column === null) return null
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
export function groupedBarsOf(grid: ChartGrid): Chart | null {
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

/** Whether the name of a row or column says that it is a total or an average. */
export function isTotal(label: string): boolean {
  return TOTAL.test(label)
}

/** Returns the indexes of the rows in the order of their bars. */
export function orderIn({ headings, labels }: ChartGrid, values: readonly number[]): readonly number[] {
  return barOrder({ heading: headings[0] ?? '', labels }, values)
}

interface ChartPlan {
  readonly headings: readonly string[]
  readonly labels: readonly string[]
  readonly positions?: readonly number[]
  readonly columns: readonly ChartColumn[]
  readonly measure: string
}

/** Puts the rows of a chart in an order, given as indexes. */
export function arrange(
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
