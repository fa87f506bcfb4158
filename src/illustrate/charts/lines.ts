// Draws line charts.

import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Chart } from '../../model/draft.ts'
import { axisNumberFormat, formatAxisNumber } from './axis-numbers.ts'
import {
  baselineShift,
  type ChartArea,
  chartSvg,
  estimateWidth,
  FONT_SIZE,
  round,
  seriesColour,
  textLine,
  wrapText,
} from './chart-svg.ts'
import { drawValueLabels } from './value-labels.ts'

/**
 * Draws a line for each series over time, with the name and the last value of the series at its end. One or two short
 * lines show all their values where there is space; others show the first, the highest and the lowest. An axis that
 * begins above zero gets a break.
 */
export function drawLines(chart: Chart, { width, height, language }: ChartArea): Element {
  const { labels, positions, series, measure, axis } = chart
  const allValues = series.flatMap(({ values }) => values)
  const numberFormat = axisNumberFormat(series, language)
  const headingLines = axis === '' ? [] : wrapText(axis, width * MAX_HEADING_FRACTION, FONT_SIZE.axis)
  const floor = height - FOOT_HEIGHT - Math.max(0, headingLines.length - 1) * HEADING_LEADING
  const y = scaleLinear(domainOf(allValues), [floor, measure === '' ? TOP : TOP + LEGEND_HEIGHT]).nice(TICKS)
  const ticks = y.ticks(TICKS)
  const numbers = ticks.map((tick) => formatAxisNumber(tick, numberFormat))
  const left = Math.max(...numbers.map((number) => estimateWidth(number, FONT_SIZE.axis))) + GAP
  const endTexts = series.map(({ name, texts }) => [name, texts.at(-1) ?? ''].filter(Boolean).join(' '))
  const right = Math.max(...endTexts.map((end) => estimateWidth(end, FONT_SIZE.label))) + GAP * 1.5
  const headingOffset = estimateWidth(labels[0] ?? '', FONT_SIZE.axis) / 2 + GAP
  const headingEnd = Math.max(0, ...headingLines.map((line) => headingOffset + estimateWidth(line, FONT_SIZE.axis)))
  const x = scaleLinear(
    [Math.min(...positions), Math.max(...positions)],
    [Math.max(left + insetFor(chart), headingEnd), width - Math.max(right, lastLabelOverhang(labels))],
  )
  const xs = positions.map((position) => x(position))
  const isBroken = (y.domain()[0] ?? 0) > 0
  return chartSvg(width, height, [
    ...(measure === '' ? [] : [textLine(measure, { x: 0, y: FONT_SIZE.axis, size: FONT_SIZE.axis, colour: 'muted' })]),
    ...ticks.flatMap((tick, index) =>
      drawGridLine(y(tick), { from: left, to: xs.at(-1) ?? width, number: numbers[index] ?? '' }),
    ),
    ...(isBroken ? [drawAxisBreak(left + 8, floor)] : []),
    ...headingLines.map((line, index) => {
      const position = { x: (xs[0] ?? 0) - headingOffset, y: floor + LABEL_OFFSET + index * HEADING_LEADING }
      return textLine(line, { ...position, anchor: 'end', size: FONT_SIZE.axis, colour: 'muted' })
    }),
    ...drawPeriodLabels(labels, xs, floor + LABEL_OFFSET),
    ...series.flatMap(({ values }, index) => drawSeries(values, { xs, y, colour: seriesColour(index) })),
    ...drawEndLabels(
      series.map(({ values }, index) => ({ text: endTexts[index] ?? '', y: y(values.at(-1) ?? 0) })),
      { x: (xs.at(-1) ?? 0) + GAP, top: FONT_SIZE.label, bottom: floor },
    ),
    ...drawValueLabels(chart, { xs, y, floor }),
  ])
}

/** In CSS px. */
const TOP = 34
const LEGEND_HEIGHT = 32
const FOOT_HEIGHT = 48
const GAP = 14
const INSET = 20
const HEADING_LEADING = 28

/** The approximate number of grid lines. */
const TICKS = 4

/** The distance from the lowest grid line to the baseline of the labels below it. */
const LABEL_OFFSET = FOOT_HEIGHT - 8

/** The maximum width of the heading of the labels, as a fraction of the chart's width. */
const MAX_HEADING_FRACTION = 0.2

/**
 * Returns the space between the axis numbers and the first point, in CSS px. A chart with one or two lines leaves room
 * for the first value.
 */
function insetFor({ series: [first, ...others] }: Chart): number {
  return others.length > 1 ? INSET : INSET + estimateWidth(first?.texts[0] ?? '', FONT_SIZE.label) / 2
}

type Scale = (value: number) => number

/**
 * Chooses the range of the axis. It begins at zero if the values would still take up a third of the height. Otherwise,
 * or if some values are negative, it covers only the values. If they are all equal, it extends from zero to them.
 */
function domainOf(values: readonly number[]): [number, number] {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  if (lowest === highest) return lowest >= 0 ? [0, highest || 1] : [lowest, 0]
  if (lowest >= 0 && lowest <= highest * MAX_FLATNESS) return [0, highest]
  return [lowest, highest]
}

/** The maximum ratio of the lowest value to the highest at which an axis begins at zero. */
const MAX_FLATNESS = 0.67

/** Draws the zigzag below an axis that begins above zero. */
function drawAxisBreak(x: number, floor: number): Element {
  const turns = [-5, 5, -5, 5].map((dx, index) => `L${round(x + dx)} ${round(floor + 4 + index * 3.5)}`)
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
function lastLabelOverhang(labels: readonly string[]): number {
  return estimateWidth(labels.at(-1) ?? '', FONT_SIZE.axis) / 2 + 4
}

interface GridLine {
  readonly from: number
  readonly to: number
  readonly number: string
}

function drawGridLine(y: number, { from, to, number }: GridLine): readonly Element[] {
  return [
    s('line', {
      x1: round(from),
      y1: round(y),
      x2: round(to),
      y2: round(y),
      stroke: 'var(--grid)',
      'stroke-width': 1.5,
    }),
    textLine(number, {
      x: from - 8,
      y: y + baselineShift(FONT_SIZE.axis),
      anchor: 'end',
      size: FONT_SIZE.axis,
      colour: 'muted',
    }),
  ]
}

/** Draws as many period labels as fit, always including the last. */
function drawPeriodLabels(labels: readonly string[], xs: readonly number[], y: number): readonly Element[] {
  const drawn: Element[] = []
  let rightLimit = Number.POSITIVE_INFINITY
  const labelWidth = Math.max(...labels.map((label) => estimateWidth(label, FONT_SIZE.axis))) + GAP
  const span = (xs.at(-1) ?? 0) - (xs[0] ?? 0)
  const step = Math.max(1, Math.ceil((labelWidth * (labels.length - 1)) / Math.max(1, span)))
  for (let index = labels.length - 1; index >= 0; index -= step) {
    const x = xs[index] ?? 0
    const halfWidth = estimateWidth(labels[index] ?? '', FONT_SIZE.axis) / 2
    if (x + halfWidth > rightLimit) continue
    rightLimit = x - halfWidth - GAP
    drawn.push(textLine(labels[index] ?? '', { x, y, anchor: 'middle', size: FONT_SIZE.axis, colour: 'muted' }))
  }
  return drawn.reverse()
}

interface SeriesStyle {
  readonly xs: readonly number[]
  readonly y: Scale
  readonly colour: string
}

/** A line with more points than this has a mark on the last point only. */
const MAX_MARKED_POINTS = 20

function drawSeries(values: readonly number[], { xs, y, colour }: SeriesStyle): readonly Element[] {
  const points = values.map((value, index): [number, number] => [round(xs[index] ?? 0), round(y(value))])
  const marks = points.length > MAX_MARKED_POINTS ? points.slice(-1) : points
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

/** Draws the labels at the ends of lines, and moves them apart where they would overlap. */
function drawEndLabels(labels: readonly EndLabel[], { x, top, bottom }: LabelColumn): readonly Element[] {
  const leading = FONT_SIZE.label * 1.2
  const ordered = labels.toSorted((one, other) => one.y - other.y)
  const ys: number[] = []
  for (const { y } of ordered) ys.push(Math.max(y, (ys.at(-1) ?? Number.NEGATIVE_INFINITY) + leading))
  // Labels that were pushed below the bottom are moved up, and push up those above them.
  let floor = bottom
  for (let index = ys.length - 1; index >= 0; index -= 1) {
    ys[index] = Math.max(top, Math.min(ys[index] ?? 0, floor))
    floor = (ys[index] ?? 0) - leading
  }
  return ordered.map(({ text }, index) =>
    textLine(text, { x, y: (ys[index] ?? 0) + baselineShift(FONT_SIZE.label), isStrong: true }),
  )
}
