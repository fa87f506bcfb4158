import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Chart } from '../../model/draft.ts'
import {
  axisNumber,
  type ChartSheet,
  chartIn,
  round,
  SIZE,
  seriesColour,
  sunk,
  unitIn,
  widthIn,
  words,
} from './sheet.ts'

/** Draws a line for each series over time, with its name and last value at its end. A single short line shows all its values. */
export function drawLines(chart: Chart, { width, height, language }: ChartSheet): Element {
  const { labels, positions, series, measure } = chart
  const values = series.flatMap((each) => each.values)
  const unit = unitIn(series[0]?.texts[0] ?? '')
  const y = scaleLinear(domainOf(values), [height - FOOT, measure === '' ? TOP : TOP + LEGEND_HEIGHT]).nice(TICKS)
  const ticks = y.ticks(TICKS)
  const numbers = ticks.map((tick) => axisNumber(tick, language, unit))
  const left = Math.max(...numbers.map((number) => widthIn(number, SIZE.axis))) + GAP
  const ends = series.map(({ name, texts }) => [name, texts.at(-1) ?? ''].filter(Boolean).join(' '))
  const right = Math.max(...ends.map((end) => widthIn(end, SIZE.label))) + GAP * 1.5
  const x = scaleLinear(
    [Math.min(...positions), Math.max(...positions)],
    [left + insetFor(chart), width - Math.max(right, lastLabel(labels))],
  )
  const places = positions.map((position) => x(position))
  return chartIn(width, height, [
    ...(measure === '' ? [] : [words(measure, { x: 0, y: SIZE.axis, size: SIZE.axis, colour: 'muted' })]),
    ...ticks.flatMap((tick, index) =>
      grid(y(tick), { from: left, to: places.at(-1) ?? width, number: numbers[index] ?? '' }),
    ),
    ...periods(labels, places, height),
    ...series.flatMap((each, index) => course(each.values, { places, y, colour: seriesColour(index) })),
    ...endings(
      series.map((each, index) => ({ text: ends[index] ?? '', y: y(each.values.at(-1) ?? 0) })),
      { x: (places.at(-1) ?? 0) + GAP, top: SIZE.label, bottom: height - FOOT },
    ),
    ...(series.length === 1 ? valueLabels(chart, places, y) : []),
  ])
}

/** In CSS px. */
const TOP = 34
const LEGEND_HEIGHT = 28
const FOOT = 44
const GAP = 14
const INSET = 20
const TICKS = 4

/** The first value of a single line is kept clear of the axis numbers. */
function insetFor({ series: [only, ...others] }: Chart): number {
  return others.length > 0 ? INSET : INSET + widthIn(only?.texts[0] ?? '', SIZE.label) / 2
}

type Scale = (value: number) => number

/** The axis begins at zero if that leaves the lines a third of the height; otherwise it covers their range. */
function domainOf(values: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (least === most) return least >= 0 ? [0, most || 1] : [least, 0]
  if (least >= 0 && least <= most * FLAT) return [0, most]
  return [least, most]
}

const FLAT = 0.67

/** Half of the last label extends beyond the last point. */
function lastLabel(labels: readonly string[]): number {
  return widthIn(labels.at(-1) ?? '', SIZE.axis) / 2 + 4
}

interface GridLine {
  readonly from: number
  readonly to: number
  readonly number: string
}

function grid(y: number, { from, to, number }: GridLine): readonly Element[] {
  return [
    s('line', {
      x1: round(from),
      y1: round(y),
      x2: round(to),
      y2: round(y),
      stroke: 'var(--grid)',
      'stroke-width': 1.5,
    }),
    words(number, { x: from - 8, y: y + sunk(SIZE.axis), anchor: 'end', size: SIZE.axis, colour: 'muted' }),
  ]
}

/** As many period labels as fit, always including the last. */
function periods(labels: readonly string[], places: readonly number[], height: number): readonly Element[] {
  const shown: Element[] = []
  let free = Number.POSITIVE_INFINITY
  const widest = Math.max(...labels.map((label) => widthIn(label, SIZE.axis))) + GAP
  const span = (places.at(-1) ?? 0) - (places[0] ?? 0)
  const every = Math.max(1, Math.ceil((widest * (labels.length - 1)) / Math.max(1, span)))
  for (let index = labels.length - 1; index >= 0; index -= every) {
    const x = places[index] ?? 0
    const half = widthIn(labels[index] ?? '', SIZE.axis) / 2
    if (x + half > free) continue
    free = x - half - GAP
    shown.push(words(labels[index] ?? '', { x, y: height - 8, anchor: 'middle', size: SIZE.axis, colour: 'muted' }))
  }
  return shown.reverse()
}

interface Course {
  readonly places: readonly number[]
  readonly y: Scale
  readonly colour: string
}

/** Lines with more points than this have no point marks. */
const MOST_MARKED = 20

function course(values: readonly number[], { places, y, colour }: Course): readonly Element[] {
  const points = values.map((value, index): [number, number] => [round(places[index] ?? 0), round(y(value))])
  const marks = points.length > MOST_MARKED ? points.slice(-1) : points
  return [
    s('path', {
      d: line()(points) ?? '',
      fill: 'none',
      stroke: colour,
      'stroke-width': 4,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
    ...marks.map(([cx, cy]) => s('circle', { cx, cy, r: 5.5, fill: colour })),
  ]
}

interface EndLabel {
  readonly text: string
  readonly y: number
}

interface LabelColumn {
  readonly x: number
  readonly top: number
  readonly bottom: number
}

/** The labels at the ends of lines, moved apart where they would overlap. */
function endings(endings: readonly EndLabel[], { x, top, bottom }: LabelColumn): readonly Element[] {
  const leading = SIZE.label * 1.2
  const ordered = endings.toSorted((one, other) => one.y - other.y)
  const heights: number[] = []
  for (const { y } of ordered) heights.push(Math.max(y, (heights.at(-1) ?? Number.NEGATIVE_INFINITY) + leading))
  // Labels that were pushed below the bottom push the others up again.
  let floor = bottom
  for (let index = heights.length - 1; index >= 0; index -= 1) {
    heights[index] = Math.max(top, Math.min(heights[index] ?? 0, floor))
    floor = (heights[index] ?? 0) - leading
  }
  return ordered.map(({ text }, index) =>
    words(text, { x, y: (heights[index] ?? 0) + sunk(SIZE.label), isStrong: true }),
  )
}

/** A longer line shows only its first, highest and lowest values; the last one is in its end label. */
const MOST_VALUES = 8

function valueLabels({ series: [only], labels }: Chart, places: readonly number[], y: Scale): readonly Element[] {
  if (only === undefined) return []
  const { values, texts } = only
  const last = values.length - 1
  const few = labels.length <= MOST_VALUES
  const [highest, lowest] = [values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values))]
  let free = Number.NEGATIVE_INFINITY
  return values.flatMap((value, index) => {
    const isShown = index < last && (few || index === 0 || index === highest || index === lowest)
    const x = places[index] ?? 0
    const half = widthIn(texts[index] ?? '', SIZE.label) / 2
    const isBeforeEnd = x + half < (places[last] ?? 0) - GAP
    if (!isShown || x - half < free || !isBeforeEnd) return []
    free = x + half + 6
    const isValley =
      value < (values[index - 1] ?? value) || (index === 0 && (values[1] ?? 0) > value) || index === lowest
    const at = y(value) + (isValley && index !== highest ? SIZE.label + 10 : -14)
    return [words(texts[index] ?? '', { x, y: at, anchor: 'middle' })]
  })
}
