import { scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Chart } from '../../model/draft.ts'
import { type ChartArea, chartSvg, estimateWidth, FONT_SIZE, round, seriesColour, textLine } from './chart-svg.ts'

/**
 * Draws one bar that is divided into the parts of a whole, with the name and share of each part below it. Parts too
 * narrow for that are listed by colour in rows underneath.
 */
export function drawShares({ labels, series, measure, axis }: Chart, { width }: ChartArea): Element {
  const [{ values, texts } = { values: [], texts: [] }] = series
  const total = values.reduce((sum, value) => sum + value, 0) || 1
  const scale = scaleLinear([0, total], [0, width])
  const heading = [axis, measure].filter(Boolean).join(' · ')
  const top = heading === '' ? 0 : LEGEND_HEIGHT
  const barBottom = top + THICKNESS
  const parts = values.map((value, index): SharePart => {
    const sumBefore = values.slice(0, index).reduce((sum, earlier) => sum + earlier, 0)
    const [text, label] = [texts[index] ?? '', labels[index] ?? '']
    const minWidth = Math.max(estimateWidth(text, VALUE_SIZE), estimateWidth(label, FONT_SIZE.label)) + 2 * INDENT
    return { x: scale(sumBefore), end: scale(sumBefore + value), text, label, minWidth, colour: seriesColour(index) }
  })
  const fits = ({ x, end, minWidth }: SharePart) => minWidth <= end - x
  const rows = arrangeInRows(
    parts.filter((part) => !fits(part)),
    width,
  )
  const labelsBottom = barBottom + LABELS_HEIGHT
  return chartSvg(width, labelsBottom + (rows.length === 0 ? 0 : GAP + rows.length * LIST_LEADING), [
    ...(heading === '' ? [] : [textLine(heading, { x: 0, y: FONT_SIZE.axis, size: FONT_SIZE.axis, colour: 'muted' })]),
    ...parts.map(({ x, end, colour }, index) => {
      const seam = index < parts.length - 1 ? SEAM : 0
      return s('rect', {
        x: round(x),
        y: top,
        width: round(Math.max(1, end - x - seam)),
        height: THICKNESS,
        fill: colour,
      })
    }),
    ...parts.filter(fits).flatMap(({ x, text, label }) => [
      s('line', {
        x1: round(x + 1),
        y1: barBottom,
        x2: round(x + 1),
        y2: labelsBottom - 10,
        stroke: 'var(--line-strong)',
        'stroke-width': 2,
      }),
      textLine(text, { x: x + INDENT, y: barBottom + 14 + VALUE_SIZE * 0.8, size: VALUE_SIZE, isStrong: true }),
      textLine(label, { x: x + INDENT, y: barBottom + 14 + VALUE_SIZE * 0.8 + FONT_SIZE.label * 1.25 }),
    ]),
    ...rows.flatMap((row, index) =>
      drawRow(row, { end: width, y: labelsBottom + GAP + index * LIST_LEADING + FONT_SIZE.label }),
    ),
  ])
}

/** In CSS px. */
const LEGEND_HEIGHT = 40
const THICKNESS = 110
const SEAM = 3
const VALUE_SIZE = 38
const LABELS_HEIGHT = 98
const INDENT = 10
const GAP = 10
const LIST_LEADING = 40
const SWATCH = 20
const LIST_GAP = 32

interface SharePart {
  readonly x: number
  readonly end: number
  readonly text: string
  readonly label: string
  /** The width that the name and the share need below the bar. */
  readonly minWidth: number
  readonly colour: string
}

function listedWidth({ text, label }: SharePart): number {
  return SWATCH + 10 + estimateWidth(`${text}  ${label}`, FONT_SIZE.label) + LIST_GAP
}

/** Arranges parts in as few rows as possible without changing their order. */
function arrangeInRows(parts: readonly SharePart[], width: number): readonly (readonly SharePart[])[] {
  const rows: SharePart[][] = []
  for (const part of parts) {
    const last = rows.at(-1)
    const usedWidth = last?.reduce((sum, listedPart) => sum + listedWidth(listedPart), 0) ?? 0
    if (last !== undefined && usedWidth + listedWidth(part) <= width + LIST_GAP) last.push(part)
    else rows.push([part])
  }
  return rows
}

/** Draws a row of the list, aligned with the end of the bar. */
function drawRow(
  row: readonly SharePart[],
  { end, y }: { readonly end: number; readonly y: number },
): readonly Element[] {
  const total = row.reduce((sum, part) => sum + listedWidth(part), 0) - LIST_GAP
  const start = Math.max(0, end - total)
  return row.flatMap((part, index) => {
    const x = row.slice(0, index).reduce((sum, earlier) => sum + listedWidth(earlier), start)
    const { colour, text, label } = part
    const textX = x + SWATCH + 10
    return [
      s('rect', { x: round(x), y: round(y - SWATCH + 2), width: SWATCH, height: SWATCH, fill: colour }),
      textLine(text, { x: textX, y, isStrong: true }),
      textLine(label, { x: textX + estimateWidth(`${text} `, FONT_SIZE.label) + 6, y }),
    ]
  })
}
