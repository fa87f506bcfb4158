// Draws bar charts.

import { scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Chart } from '../../model/draft.ts'
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

/**
 * Draws a bar for each value, with the label before the bar and the value after it. Headings above the bars say what the
 * labels and values are. There is no axis, because every value is shown.
 */
export function drawBars({ labels, series, measure, axis }: Chart, { width, height }: ChartArea): Element {
  const legendNames = series.length > 1 ? series.map(({ name }) => name) : []
  const headingLines = axis === '' ? [] : wrapText(axis, width * MAX_HEADING_FRACTION, FONT_SIZE.axis)
  const hasHeading = axis !== '' || measure !== '' || legendNames.length > 0
  const top = hasHeading ? LEGEND_HEIGHT + Math.max(0, headingLines.length - 1) * HEADING_LEADING : 0
  const rowHeight = Math.min(MAX_ROW_HEIGHT, (height - top) / labels.length)
  const size = Math.min(FONT_SIZE.label, rowHeight * 0.62)
  const labelWidth = Math.min(
    width * MAX_LABEL_FRACTION,
    Math.max(...labels.map((label) => estimateWidth(label, size))),
  )
  const lines = labels.map((label) => wrapText(label, labelWidth, size))
  const widths = [
    ...lines.flat().map((line) => estimateWidth(line, size)),
    ...headingLines.map((line) => estimateWidth(line, FONT_SIZE.axis)),
  ]
  const left = Math.max(...widths) + GAP
  const right = Math.max(...series.flatMap(({ texts }) => texts.map((text) => estimateWidth(text, size)))) + GAP
  const maxValue = Math.max(...series.flatMap(({ values }) => values), 0) || 1
  const scale = scaleLinear([0, maxValue], [0, width - left - right])
  const thickness = (rowHeight * (series.length > 1 ? 0.78 : 0.6)) / series.length
  const headingBaseline = top - LEGEND_HEIGHT + FONT_SIZE.axis
  return chartSvg(width, top + rowHeight * labels.length, [
    ...headingLines.map((line, index) => {
      const y = headingBaseline - (headingLines.length - 1 - index) * HEADING_LEADING
      return textLine(line, { x: left - GAP, y, anchor: 'end', size: FONT_SIZE.axis, colour: 'muted' })
    }),
    ...(legendNames.length === 0
      ? drawHeading(measure, { x: left, y: headingBaseline })
      : drawLegend(legendNames, { x: left, y: headingBaseline, measure })),
    ...labels.flatMap((_, index) => {
      const middle = top + rowHeight * (index + 0.5)
      const barsTop = middle - (thickness * series.length) / 2
      return [
        ...drawLabel(lines[index] ?? [], { x: left - GAP, middle, size }),
        ...series.flatMap(({ values, texts }, seriesIndex): Element[] => {
          const length = Math.max(scale(values[index] ?? 0), values[index] === 0 ? 0 : 1)
          const y = barsTop + thickness * seriesIndex
          const fontSize = Math.min(size, thickness * 1.1)
          return [
            s('rect', {
              x: round(left),
              y: round(y),
              width: round(length),
              height: round(thickness - (series.length > 1 ? 2 : 0)),
              fill: seriesColour(seriesIndex),
            }),
            textLine(texts[index] ?? '', {
              x: left + length + GAP / 2,
              y: y + thickness / 2 + baselineShift(fontSize),
              size: round(fontSize),
              isStrong: true,
            }),
          ]
        }),
      ]
    }),
  ])
}

/** In CSS px. */
const MAX_ROW_HEIGHT = 78
const GAP = 16
const LEGEND_HEIGHT = 40

/** The maximum widths of the labels and of the heading above them, as fractions of the chart's width. */
const MAX_LABEL_FRACTION = 0.36
const MAX_HEADING_FRACTION = 0.25

/** The height of a line of a heading, in CSS px. */
const HEADING_LEADING = 28

interface HeadingPosition {
  readonly x: number
  /** The y of the baseline. */
  readonly y: number
}

function drawHeading(measure: string, position: HeadingPosition): readonly Element[] {
  return measure === '' ? [] : [textLine(measure, { ...position, size: FONT_SIZE.axis, colour: 'muted' })]
}

/** Draws a legend that explains the colours, and after it what the values measure. */
function drawLegend(
  names: readonly string[],
  { x: start, y, measure }: HeadingPosition & { readonly measure: string },
): readonly Element[] {
  const widths = names.map((name) => 26 + estimateWidth(name, FONT_SIZE.axis) + 28)
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, start))
  const end = widths.reduce((sum, width) => sum + width, start)
  return [
    ...names.flatMap((name, index) => {
      const x = starts[index] ?? start
      return [
        s('rect', { x: round(x), y: round(y - 16), width: 18, height: 18, fill: seriesColour(index) }),
        textLine(name, { x: x + 26, y, size: FONT_SIZE.axis }),
      ]
    }),
    ...drawHeading(measure, { x: end, y }),
  ]
}

interface LabelPosition {
  readonly x: number
  readonly middle: number
  readonly size: number
}

function drawLabel(lines: readonly string[], { x, middle, size }: LabelPosition): readonly Element[] {
  const fontSize = lines.length > 1 ? size * (lines.length > 2 ? 0.7 : 0.84) : size
  const leading = fontSize * 1.1
  const firstBaseline = middle - (leading * (lines.length - 1)) / 2 + baselineShift(fontSize)
  return lines.map((line, index) =>
    textLine(line, { x, y: firstBaseline + leading * index, anchor: 'end', size: round(fontSize) }),
  )
}
