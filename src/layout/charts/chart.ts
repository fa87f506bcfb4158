import type { Chart, ChartRequest, Content, Series } from '../../model/draft.ts'
import { widthOf } from '../hooks.ts'
import { isOrdered, sorted } from './order.ts'
import { periodsIn } from './periods.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'

type Table = Extract<Content, { readonly type: 'table' }>

/**
 * The chart that a table is, where that is sure; else null, and it stays a table.
 *
 * Under its header every column but the first holds quantities of one unit, no cell is empty, and no row is a total. Then it is
 * - a line for each column, where the first column is four or more periods that follow each other (or the header is, and then a
 *   line for each row), of at most four lines whose heights can be compared;
 * - one bar of shares, where the only column is percentages of two to six things that add up to 100;
 * - bars, longest first, where the only column counts three to twelve things by a unit that the table names.
 *
 * What an author asks for is drawn wherever every value is a number.
 */
export function chartOf(table: Table, language: string): Chart | null {
  const { header, rows, request } = table
  if (header === null || rows.some(({ cells }) => cells.length !== header.cells.length)) return null
  const columns = header.cells.length
  const body = rows.map(({ cells }) => cells.map((cell) => cell.trim()))
  const labels = body.map(([label = '']) => label)
  const isNamed = labels.every((label) => label !== '' && widthOf(label) <= LONGEST_LABEL)
  if (columns < 2 || body.length < 2 || !isNamed || new Set(labels).size < labels.length) return null
  const heads = header.cells.map((cell) => cell.trim())
  const grid: Grid = { heads, labels, values: body.map((cells) => cells.slice(1)), language }
  return request === undefined
    ? (lineOf(grid) ?? lineOf(turned(grid)) ?? sharesOf(grid) ?? barsOf(grid))
    : asked(grid, request)
}

/** In widths of a letter. */
const LONGEST_LABEL = 60

interface Grid {
  /** Of every column, that of the labels first. */
  readonly heads: readonly string[]
  readonly labels: readonly string[]
  /** Of each row, without its label. */
  readonly values: readonly (readonly string[])[]
  readonly language: string
}

/** Rows for columns. */
function turned({ heads, labels, values, ...grid }: Grid): Grid {
  const [corner = '', ...columns] = heads
  return {
    ...grid,
    heads: [corner, ...labels],
    labels: columns,
    values: columns.map((_, column) => values.map((row) => row[column] ?? '')),
  }
}

interface Column {
  readonly head: string
  readonly texts: readonly string[]
  readonly quantities: readonly Quantity[]
  readonly unit: string
}

/** The columns of a grid, where all of them are quantities. */
function columnsOf({ heads, values, language }: Grid): readonly Column[] | null {
  const columns = heads.slice(1).map((head, index): Column | null => {
    const texts = values.map((row) => row[index] ?? '')
    const quantities = quantitiesIn(texts, language)
    const unit = quantities?.find((quantity) => quantity.unit !== '')?.unit ?? ''
    return quantities && { head, texts, quantities, unit }
  })
  return columns.every((column) => column !== null) ? columns : null
}

/** Fewer periods are no course; more lines are a tangle. */
const FEWEST_PERIODS = 4
const MOST_PERIODS = 60
const MOST_LINES = 4

/** Where one line is so many times as high as another, that one lies on the floor. */
const MOST_APART = 20

function lineOf(grid: Grid): Chart | null {
  const columns = columnsOf(grid)
  const periods = periodsIn(grid.labels)
  if (columns === null || periods === null || periods.length < FEWEST_PERIODS || periods.length > MOST_PERIODS)
    return null
  if (columns.length > MOST_LINES || new Set(columns.map(({ unit }) => unit)).size > 1) return null
  const heights = columns.map(({ quantities }) => Math.max(...quantities.map(({ value }) => Math.abs(value))))
  const isComparable = Math.max(...heights) <= Math.min(...heights) * MOST_APART
  // A column of years beside years is no measure of them; several columns without a unit may measure different things.
  const isSure = columns.length === 1 ? !isDates(columns[0]) : columns.every(isMeasured) || isOneMeasure(columns)
  return isComparable && isSure ? inTime(grid, columns, periods) : null
}

/** Columns that are all called by years or names and have one unit: "Upper lock", "Lower lock". */
function isOneMeasure(columns: readonly Column[]): boolean {
  return columns.every(({ unit }) => unit !== '')
}

function inTime({ labels }: Grid, columns: readonly Column[], periods: readonly number[]): Chart {
  const order = periods.map((_, index) => index).sort((one, other) => (periods[one] ?? 0) - (periods[other] ?? 0))
  const [first] = columns
  // The numbers of the axis bear such a unit themselves.
  const unit = /^(?:%|\p{Sc})?$/u.test(first?.unit ?? '') ? '' : (first?.unit ?? '')
  const measure = columns.length === 1 ? (first?.head ?? '') : unit
  return { kind: 'line', ...arranged({ labels, positions: periods, columns, measure }, order) }
}

/** The most and fewest parts of a whole that can be told apart on one bar. */
const SHARES = [2, 6] as const

/** Percentages that are rounded add up to this much more or less than 100. */
const ROUNDING = 1

function sharesOf(grid: Grid): Chart | null {
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

/** Fewer things are as well read as a table; more are a list. */
const BARS = [3, 12] as const

/** A bar that is so many times as short as the longest is no bar. */
const MOST_UNLIKE = 200

function barsOf(grid: Grid): Chart | null {
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

/** Units whose zero is no nothing, so that a bar of twice the length is not twice as much. */
const UNCOUNTED = /^(?:°[CF]?|℃|℉|dB[A-Z]?|pH|px|pt|am|pm|st|nd|rd|th)$/i

/** A column whose cells or whose head say in what it is measured, or that it counts. */
function isMeasured({ unit, head }: Column): boolean {
  return unit !== '' || MEASURED.test(head)
}

/** "Length (km)", "Boats per day", "Number of passages", "Population". What only names a field ("Value", "Default", "Size") is none. */
const MEASURED =
  /[([][\p{L}\p{Sc}%°/²³ .]{1,24}[)\]]|,\s*(?:in\s)?[\p{L}\p{Sc}%/²³]{1,12}$|%|\p{Sc}|\bper\b|\b(?:number|amount|count|total|share|sum|quantity) of\b|^(?:#|no\.|nr\.|anzahl|nombre|número|antal) (?:of|der|de)?\s*\p{L}|^(?:amount|anzahl|applicants|attendance|attendees|births|boats|cases|commits|count|customers|deaths|downloads|einwohner|employees|followers|guests|inhabitants|installations|installs|members|nombre|orders|passengers|people|population|participants|quantity|respondents|responses|revenue|sales|ships|stars|students|subscribers|tickets|trips|turnover|users|visitors|visits|votes|voters)$/iu

/** Whole numbers that are years. */
function isDates(column: Column | undefined): boolean {
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

/** The order of bars: that of the labels where they have one, else by size. */
function bySize(labels: readonly string[], values: readonly number[]): readonly number[] {
  return isOrdered(labels) ? labels.map((_, index) => index) : sorted(labels, values)
}

interface Plan {
  readonly labels: readonly string[]
  readonly positions?: readonly number[]
  readonly columns: readonly Column[]
  readonly measure: string
}

function arranged({ labels, positions, columns, measure }: Plan, order: readonly number[]): Omit<Chart, 'kind'> {
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

/** What an author asks for, drawn wherever it can be. */
function asked(grid: Grid, { kind, unit }: ChartRequest): Chart | null {
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
