// Draws line charts.

import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Chart } from '../../model/draft.ts'
import {
  formatAxisNumber,
  axisNumberFormat,
  baselineShift,
  type ChartArea,
  chartSvg,
  round,
  FONT_SIZE,
  seriesColour,
  textLine,
  estimateWidth,
  wrapText,
} from './drawing.ts'
import { valueLabels } from './value-labels.ts'

/**
 * Draws a line for each series over time, with its name and last value at its end. One or two short lines show all
 * their values where there is space, others the first, the highest and the lowest. An axis that begins above zero gets
 * a break.
 */
export function drawLines(chart: Chart, { width, height, language }: ChartArea): Element {
  const { labels, positions, series, measure, axis } = chart
  const values = series.flatMap((each) => each.values)
  const look = axisNumberFormat(series, language)
  const heads = axis === '' ? [] : wrapText(axis, width * WIDEST_HEAD, FONT_SIZE.axis)
  const floor = height - FOOT - Math.max(0, heads.length - 1) * LEADING
  const y = scaleLinear(domainOf(values), [floor, measure === '' ? TOP : TOP + LEGEND_HEIGHT]).nice(TICKS)
  const ticks = y.ticks(TICKS)
  const numbers = ticks.map((tick) => formatAxisNumber(tick, look))
  const left = Math.max(...numbers.map((number) => estimateWidth(number, FONT_SIZE.axis))) + GAP
  const ends = series.map(({ name, texts }) => [name, texts.at(-1) ?? ''].filter(Boolean).join(' '))
  const right = Math.max(...ends.map((end) => estimateWidth(end, FONT_SIZE.label))) + GAP * 1.5
  const before = estimateWidth(labels[0] ?? '', FONT_SIZE.axis) / 2 + GAP
  const headed = Math.max(0, ...heads.map((line) => before + estimateWidth(line, FONT_SIZE.axis)))
  const x = scaleLinear(
    [Math.min(...positions), Math.max(...positions)],
    [Math.max(left + insetFor(chart), headed), width - Math.max(right, lastLabel(labels))],
  )
  const places = positions.map((position) => x(position))
  const isBroken = (y.domain()[0] ?? 0) > 0
  return chartSvg(width, height, [
    ...(measure === '' ? [] : [textLine(measure, { x: 0, y: FONT_SIZE.axis, size: FONT_SIZE.axis, colour: 'muted' })]),
    ...ticks.flatMap((tick, index) =>
      grid(y(tick), { from: left, to: places.at(-1) ?? width, number: numbers[index] ?? '' }),
    ),
    ...(isBroken ? [axisBreak(left + 8, floor)] : []),
    ...heads.map((line, index) => {
      const at = { x: (places[0] ?? 0) - before, y: floor + LABELS + index * LEADING }
      return textLine(line, { ...at, anchor: 'end', size: FONT_SIZE.axis, colour: 'muted' })
    }),
    ...periods(labels, places, floor + LABELS),
    ...series.flatMap((each, index) => course(each.values, { places, y, colour: seriesColour(index) })),
    ...endLabels(
      series.map((each, index) => ({ text: ends[index] ?? '', y: y(each.values.at(-1) ?? 0) })),
      { x: (places.at(-1) ?? 0) + GAP, top: FONT_SIZE.label, bottom: floor },
    ),
    ...valueLabels(chart, { xs, y, floor }),
  ])
}

/** In CSS px. */
const TOP = 34
const LEGEND_HEIGHT = 28
const FOOT = 48
const GAP = 14
const INSET = 20
const TICKS = 4
const LEADING = 24

/** The distance from the lowest grid line to the baseline of the labels below it. */
const LABELS = FOOT - 8

/** The largest share of the width for the heading of the labels. */
const WIDEST_HEAD = 0.2

/** Returns how far the first point is kept from the axis numbers: with one or two lines, its value needs space, too. */
function insetFor({ series: [only, ...others] }: Chart): number {
  return others.length > 1 ? INSET : INSET + estimateWidth(only?.texts[0] ?? '', FONT_SIZE.label) / 2
}

type Scale = (value: number) => number

/**
 * Chooses the range of the axis. It begins at zero if that leaves the values a third of the height; otherwise, and if
 * some are negative, it covers only the values.
 */
function domainOf(values: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (least === most) return least >= 0 ? [0, most || 1] : [least, 0]
  if (least >= 0 && least <= most * MAX_FLATNESS) return [0, most]
  return [least, most]
}

/** The largest ratio of the lowest value to the highest with which an axis begins at zero. */
const MAX_FLATNESS = 0.67

/** Draws the zigzag below an axis that begins above zero. */
function axisBreak(x: number, floor: number): Element {
  const turns = [-5, 5, -5, 5].map((aside, index) => `L${round(x + aside)} ${round(floor + 4 + index * 3.5)}`)
  return s('path', {
    d: `M${round(x)} ${round(floor)}V${round(floor + 2)}${turns.join('')}L${round(x)} ${round(floor + 18)}`,
    fill: 'none',
    stroke: 'var(--muted)',
    'stroke-width': 2,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  })
}

/** Returns how far the last label extends beyond the last point: half its width and a small margin, in CSS px. */
function lastLabel(labels: readonly string[]): number {
  return estimateWidth(labels.at(-1) ?? '', FONT_SIZE.axis) / 2 + 4
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
    textLine(number, { x: from - 8, y: y + baselineShift(FONT_SIZE.axis), anchor: 'end', size: FONT_SIZE.axis, colour: 'muted' }),
  ]
}

/** Draws as many period labels as fit, always including the last. */
function periods(labels: readonly string[], places: readonly number[], y: number): readonly Element[] {
  const shown: Element[] = []
  let free = Number.POSITIVE_INFINITY
  const widest = Math.max(...labels.map((label) => estimateWidth(label, FONT_SIZE.axis))) + GAP
  const span = (places.at(-1) ?? 0) - (places[0] ?? 0)
  const every = Math.max(1, Math.ceil((widest * (labels.length - 1)) / Math.max(1, span)))
  for (let index = labels.length - 1; index >= 0; index -= every) {
    const x = places[index] ?? 0
    const half = estimateWidth(labels[index] ?? '', FONT_SIZE.axis) / 2
    if (x + half > free) continue
    free = x - half - GAP
    shown.push(textLine(labels[index] ?? '', { x, y, anchor: 'middle', size: FONT_SIZE.axis, colour: 'muted' }))
  }
  return shown.reverse()
}

interface Course {
  readonly places: readonly number[]
  readonly y: Scale
  readonly colour: string
}

/** Lines with more points than this have a mark on the last point only. */
const MAX_MARKED = 20

function course(values: readonly number[], { places, y, colour }: Course): readonly Element[] {
  const points = values.map((value, index): [number, number] => [round(places[index] ?? 0), round(y(value))])
  const marks = points.length > MAX_MARKED ? points.slice(-1) : points
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

/** Draws the labels at the ends of lines, moved apart where they would overlap. */
function endLabels(endings: readonly EndLabel[], { x, top, bottom }: LabelColumn): readonly Element[] {
  const leading = FONT_SIZE.label * 1.2
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
    textLine(text, { x, y: (heights[index] ?? 0) + baselineShift(FONT_SIZE.label), isStrong: true }),
  )
}
