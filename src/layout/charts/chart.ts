import type { Chart, ChartRequest, Content, Series } from '../../model/draft.ts'
import { widthOf } from '../hooks.ts'
import { isOrdered, sorted } from './order.ts'
import { periodsIn } from './periods.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'

type TableContent = Extract<Content, { readonly type: 'table' }>

/**
 * The chart for a table, if that is certain to suit it; else null, and it stays a table.
 * Every column but the first must hold quantities of one unit, no cell may be empty, and no row a total. Then it is
 * - a line for each column, if the first column is four or more consecutive periods (or the header is, and then a
 * line for each row), of at most four lines with comparable heights;
 * - one bar of shares, if the only column is percentages of two to six things that add up to 100;
 * - bars, longest first, if the only column counts three to twelve things in a unit that the table names.
 * A chart that an author asks for is drawn whenever every value is a number.
 */
export function chartOf(table: TableContent, language: string): Chart | null {
  const { header, rows, request } = table
  if (header === null || rows.some(({ cells }) => cells.length !== header.cells.length)) return null
  const columns = header.cells.length
  const body = rows.map(({ cells }) => cells.map((cell) => cell.trim()))
  const labels = body.map(([label = '']) => label)
  const isNamed = labels.every((label) => label !== '' && widthOf(label) <= LONGEST_LABEL)
  if (columns < 2 || body.length < 2 || !isNamed || new Set(labels).size < labels.length) return null
  const heads = header.cells.map((cell) => cell.trim())
  const grid: ChartGrid = { heads, labels, values: body.map((cells) => cells.slice(1)), language }
  return request === undefined
    ? (lineOf(grid) ?? lineOf(turned(grid)) ?? sharesOf(grid) ?? barsOf(grid))
    : asked(grid, request)
}

/** In letter widths. */
const LONGEST_LABEL = 60

interface ChartGrid {
  /** For every column, the labels' first. */
  readonly heads: readonly string[]
  readonly labels: readonly string[]
  /** For each row, without its label. */
  readonly values: readonly (readonly string[])[]
  readonly language: string
}

/** Transposes rows and columns. */
function turned({ heads, labels, values, ...grid }: ChartGrid): ChartGrid {
  const [corner = '', ...columns] = heads
  return {
    ...grid,
    heads: [corner, ...labels],
    labels: columns,
    values: columns.map((_, column) => values.map((row) => row[column] ?? '')),
  }
}

interface ChartColumn {
  readonly head: string
  readonly texts: readonly string[]
  readonly quantities: readonly Quantity[]
  readonly unit: string
}

/** The columns of a grid, if all hold quantities. */
function columnsOf({ heads, values, language }: ChartGrid): readonly ChartColumn[] | null {
  const columns = heads.slice(1).map((head, index): ChartColumn | null => {
    const texts = values.map((row) => row[index] ?? '')
    const quantities = quantitiesIn(texts, language)
    const unit = quantities?.find((quantity) => quantity.unit !== '')?.unit ?? ''
    return quantities && { head, texts, quantities, unit }
  })
  return columns.every((column) => column !== null) ? columns : null
}

/** Fewer periods show no trend; more lines are a tangle. */
const FEWEST_PERIODS = 4
const MOST_PERIODS = 60
const MOST_LINES = 4

/** If one line is this many times as high as another, the other is flat at the bottom. */
const MOST_APART = 20

function lineOf(grid: ChartGrid): Chart | null {
  const columns = columnsOf(grid)
  const periods = periodsIn(grid.labels)
  if (columns === null || periods === null || periods.length < FEWEST_PERIODS || periods.length > MOST_PERIODS)
    return null
  if (columns.length > MOST_LINES || new Set(columns.map(({ unit }) => unit)).size > 1) return null
  const heights = columns.map(({ quantities }) => Math.max(...quantities.map(({ value }) => Math.abs(value))))
  const isComparable = Math.max(...heights) <= Math.min(...heights) * MOST_APART
  // A column of years beside years is not a measure; several columns without a unit may measure different things.
  const isSure = columns.length === 1 ? !isDates(columns[0]) : columns.every(isMeasured) || isOneMeasure(columns)
  return isComparable && isSure ? inTime(grid, columns, periods) : null
}

/** Columns that are all named by years or names and have one unit: "Upper lock", "Lower lock". */
function isOneMeasure(columns: readonly ChartColumn[]): boolean {
  return columns.every(({ unit }) => unit !== '')
}

function inTime({ labels }: ChartGrid, columns: readonly ChartColumn[], periods: readonly number[]): Chart {
  const order = periods.map((_, index) => index).sort((one, other) => (periods[one] ?? 0) - (periods[other] ?? 0))
  const [first] = columns
  // Units that the axis numbers show themselves.
  const unit = /^(?:%|\p{Sc})?$/u.test(first?.unit ?? '') ? '' : (first?.unit ?? '')
  const measure = columns.length === 1 ? (first?.head ?? '') : unit
  return { kind: 'line', ...arranged({ labels, positions: periods, columns, measure }, order) }
}

/** The most and fewest parts of a whole that can be told apart on one bar. */
const SHARES = [2, 6] as const

/** Rounded percentages add up to at most this much more or less than 100. */
const ROUNDING = 1

function sharesOf(grid: ChartGrid): Chart | null {
  const [column, ...others] = columnsOf(grid) ?? []
  const { labels } = grid
  if (column === undefined || others.length > 0 || labels.some(isTotal)) return null
  const values = column.quantities.map(({ value }) => value)
  const sum = values.reduce((all, value) => all + value, 0)
  const isWhole =
    (column.unit === '%' || /%|\bper ?cent\b|\bProzent\b/i.test(column.head)) &&
    Math.abs(sum - 100) <= ROUNDING &&
    values.every((value) => value > 0) &&
    labels.length >= SHARES[0] &&
    labels.length <= SHARES[1]
  if (!isWhole) return null
  return { kind: 'shares', ...arranged({ labels, columns: [column], measure: column.head }, bySize(labels, values)) }
}

/** Fewer things read just as well as a table; more are a list. */
const BARS = [3, 12] as const

/** A bar this many times shorter than the longest is invisible. */
const MOST_UNLIKE = 200

function barsOf(grid: ChartGrid): Chart | null {
  const [column, ...others] = columnsOf(grid) ?? []
  const { labels } = grid
  if (column === undefined || others.length > 0 || labels.some(isTotal)) return null
  const values = column.quantities.map(({ value }) => value)
  const isSure =
    labels.length >= BARS[0] &&
    labels.length <= BARS[1] &&
    labels.every((label) => /\p{L}{2}/u.test(label)) &&
    values.every((value) => value >= 0) &&
    new Set(values).size > 1 &&
    Math.max(...values) <= Math.min(...values.filter((value) => value > 0)) * MOST_UNLIKE &&
    isMeasured(column) &&
    !isDates(column) &&
    !UNCOUNTED.test(column.unit) &&
    periodsIn(labels) === null
  if (!isSure) return null
  return { kind: 'bars', ...arranged({ labels, columns: [column], measure: column.head }, bySize(labels, values)) }
}

/** Units whose zero is arbitrary, so that a bar of twice the length is not twice as much. */
const UNCOUNTED = /^(?:°[CF]?|℃|℉|dB[A-Z]?|pH|px|pt|am|pm|st|nd|rd|th)$/i

/** Whether the cells or the head of a column name a unit, or say that it counts. */
function isMeasured({ unit, head }: ChartColumn): boolean {
  return unit !== '' || MEASURED.test(head)
}

/**
 * "Length (km)", "Boats per day", "Number of passages", "Population". A plain field name ("Value", "Default", "Size") does not.
 */
const MEASURED =
  /[([][\p{L}\p{Sc}%°/²³ .]{1,24}[)\]]|,\s*(?:in\s)?[\p{L}\p{Sc}%/²³]{1,12}$|%|\p{Sc}|\bper\b|\b(?:number|amount|count|total|share|sum|quantity) of\b|^(?:#|no\.|nr\.|anzahl|nombre|número|antal) (?:of|der|de)?\s*\p{L}|^(?:amount|anzahl|applicants|attendance|attendees|births|boats|cases|commits|count|customers|deaths|downloads|einwohner|employees|followers|guests|inhabitants|installations|installs|members|nombre|orders|passengers|people|population|participants|quantity|respondents|responses|revenue|sales|ships|stars|students|subscribers|tickets|trips|turnover|users|visitors|visits|votes|voters)$/iu

/** Whole numbers that are years. */
function isDates(column: ChartColumn | undefined): boolean {
  return (
    column !== undefined &&
    column.unit === '' &&
    column.quantities.every(({ value }) => Number.isInteger(value) && value >= 1500 && value <= 2100) &&
    column.texts.every((text) => /^\d{4}$/.test(text))
  )
}

const TOTAL =
  /^(?:(?:grand |sub)?totals?|sum|all|average|avg\.?|mean|median|overall|combined|gesamt(?:summe)?|summe|insgesamt|durchschnitt|mittelwert|moyenne|promedio|media|totale?|всего|итого|合計|总计)\b/iu

function isTotal(label: string): boolean {
  return TOTAL.test(label)
}

/** The order of bars: that of the labels if they have one, else by size. */
function bySize(labels: readonly string[], values: readonly number[]): readonly number[] {
  return isOrdered(labels) ? labels.map((_, index) => index) : sorted(labels, values)
}

interface ChartPlan {
  readonly labels: readonly string[]
  readonly positions?: readonly number[]
  readonly columns: readonly ChartColumn[]
  readonly measure: string
}

function arranged({ labels, positions, columns, measure }: ChartPlan, order: readonly number[]): Omit<Chart, 'kind'> {
  const pick = <T>(values: readonly T[]): readonly T[] => order.flatMap((index) => values.slice(index, index + 1))
  return {
    labels: pick(labels),
    positions: positions === undefined ? order.map((_, index) => index) : pick(positions),
    series: columns.map(
      ({ head, texts, quantities }): Series => ({
        name: columns.length === 1 ? '' : head,
        values: pick(quantities.map(({ value }) => value)),
        texts: pick(texts),
      }),
    ),
    measure,
  }
}

const MOST_ASKED = {
  line: { labels: 400, series: 6 },
  bars: { labels: 16, series: 3 },
  shares: { labels: 8, series: 1 },
}

/** The chart that an author asks for, drawn whenever possible. */
function asked(grid: ChartGrid, { kind, unit }: ChartRequest): Chart | null {
  const columns = columnsOf(grid)
  if (columns === null) return null
  const found = lineOf(grid) ?? sharesOf(grid)
  const chosen = kind ?? found?.kind ?? 'bars'
  const most = MOST_ASKED[chosen]
  const values = columns.flatMap(({ quantities }) => quantities.map(({ value }) => value))
  if (grid.labels.length > most.labels || columns.length > most.series) return null
  if (chosen !== 'line' && values.some((value) => value < 0)) return null
  const [first] = columns
  const measure = unit ?? (columns.length === 1 ? (first?.head ?? '') : '')
  const periods = periodsIn(grid.labels)
  if (chosen === 'line') return { ...inTime(grid, columns, periods ?? grid.labels.map((_, index) => index)), measure }
  const inOrder = grid.labels.map((_, index) => index)
  const order =
    columns.length === 1 && periods === null && first !== undefined
      ? bySize(
          grid.labels,
          first.quantities.map(({ value }) => value),
        )
      : inOrder
  return { kind: chosen, ...arranged({ labels: grid.labels, columns, measure }, order) }
}
