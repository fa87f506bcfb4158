// Draws bar charts.

import { scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Chart } from '../../model/draft.ts'
import {
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

/**
 * Draws a bar for each value, with its label before it and the value after it. Headings above say what labels and
 * values are. There is no axis, because every value is shown.
 */
export function drawBars({ labels, series, measure, axis }: Chart, { width, height }: ChartArea): Element {
  const keys = series.length > 1 ? series.map(({ name }) => name) : []
  const heads = axis === '' ? [] : wrapText(axis, width * WIDEST_HEAD, FONT_SIZE.axis)
  const isHeaded = axis !== '' || measure !== '' || keys.length > 0
  const top = isHeaded ? LEGEND_HEIGHT + Math.max(0, heads.length - 1) * LEADING : 0
  const pitch = Math.min(TALLEST, (height - top) / labels.length)
  const size = Math.min(FONT_SIZE.label, pitch * 0.62)
  const room = Math.min(width * WIDEST_LABEL, Math.max(...labels.map((label) => estimateWidth(label, size))))
  const lines = labels.map((label) => wrapText(label, room, size))
  const widths = [...lines.flat().map((line) => estimateWidth(line, size)), ...heads.map((line) => estimateWidth(line, FONT_SIZE.axis))]
  const left = Math.max(...widths) + GAP
  const right = Math.max(...series.flatMap(({ texts }) => texts.map((text) => estimateWidth(text, size)))) + GAP
  const most = Math.max(...series.flatMap(({ values }) => values), 0) || 1
  const scale = scaleLinear([0, most], [0, width - left - right])
  const thickness = (pitch * (series.length > 1 ? 0.78 : 0.6)) / series.length
  const base = top - LEGEND_HEIGHT + FONT_SIZE.axis
  return chartSvg(width, top + pitch * labels.length, [
    ...heads.map((line, index) => {
      const y = base - (heads.length - 1 - index) * LEADING
      return textLine(line, { x: left - GAP, y, anchor: 'end', size: FONT_SIZE.axis, colour: 'muted' })
    }),
    ...(keys.length === 0 ? heading(measure, { x: left, y: base }) : legend(keys, { x: left, y: base, measure })),
    ...labels.flatMap((_, index) => {
      const middle = top + pitch * (index + 0.5)
      const first = middle - (thickness * series.length) / 2
      return [
        ...labelLines(lines[index] ?? [], { x: left - GAP, middle, size }),
        ...series.flatMap(({ values, texts }, at): Element[] => {
          const length = Math.max(scale(values[index] ?? 0), values[index] === 0 ? 0 : 1)
          const y = first + thickness * at
          const small = Math.min(size, thickness * 1.1)
          return [
            s('rect', {
              x: round(left),
              y: round(y),
              width: round(length),
              height: round(thickness - (series.length > 1 ? 2 : 0)),
              fill: seriesColour(at),
            }),
            textLine(texts[index] ?? '', {
              x: left + length + GAP / 2,
              y: y + thickness / 2 + baselineShift(small),
              size: round(small),
              isStrong: true,
            }),
          ]
        }),
      ]
    }),
  ])
}

/** In CSS px. */
const TALLEST = 78
const GAP = 16
const LEGEND_HEIGHT = 40

/** The largest shares of the width for labels and for the heading above them. */
const WIDEST_LABEL = 0.36
const WIDEST_HEAD = 0.25

/** The height of a line of a heading, in CSS px. */
const LEADING = 24

interface HeadPlace {
  readonly x: number
  /** The y of the baseline. */
  readonly y: number
}

function heading(measure: string, place: HeadPlace): readonly Element[] {
  return measure === '' ? [] : [textLine(measure, { ...place, size: FONT_SIZE.axis, colour: 'muted' })]
}

/** Draws the legend of the colours, followed by what the values measure. */
function legend(
  names: readonly string[],
  { x: start, y, measure }: HeadPlace & { readonly measure: string },
): readonly Element[] {
  const widths = names.map((name) => 26 + estimateWidth(name, FONT_SIZE.axis) + 28)
  const places = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, start))
  const end = widths.reduce((sum, width) => sum + width, start)
  return [
    ...names.flatMap((name, index) => {
      const x = places[index] ?? start
      return [
        s('rect', { x: round(x), y: round(y - 16), width: 18, height: 18, fill: seriesColour(index) }),
        textLine(name, { x: x + 26, y, size: FONT_SIZE.axis }),
      ]
    }),
    ...heading(measure, { x: end, y }),
  ]
}

interface LabelPlace {
  readonly x: number
  readonly middle: number
  readonly size: number
}

function labelLines(lines: readonly string[], { x, middle, size }: LabelPlace): readonly Element[] {
  const small = lines.length > 1 ? size * (lines.length > 2 ? 0.7 : 0.84) : size
  const leading = small * 1.1
  const first = middle - (leading * (lines.length - 1)) / 2 + baselineShift(small)
  return lines.map((line, index) =>
    textLine(line, { x, y: first + leading * index, anchor: 'end', size: round(small) }),
  )
}
