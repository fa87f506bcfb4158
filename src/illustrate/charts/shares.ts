import { scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Chart } from '../../model/draft.ts'
import { type ChartArea, chartSvg, round, FONT_SIZE, seriesColour, textLine, estimateWidth } from './drawing.ts'

/**
 * Draws one bar of the parts of a whole, with the name and share of each part below it. Parts too narrow for that are
 * listed by colour in rows underneath.
 */
export function drawShares({ labels, series, measure, axis }: Chart, { width }: ChartArea): Element {
  const [{ values, texts } = { values: [], texts: [] }] = series
  const whole = values.reduce((sum, value) => sum + value, 0) || 1
  const scale = scaleLinear([0, whole], [0, width])
  const heading = [axis, measure].filter(Boolean).join(' · ')
  const top = heading === '' ? 0 : LEGEND_HEIGHT
  const base = top + THICKNESS
  const parts = values.map((value, index): SharePart => {
    const before = values.slice(0, index).reduce((sum, each) => sum + each, 0)
    const [text, label] = [texts[index] ?? '', labels[index] ?? '']
    const needs = Math.max(estimateWidth(text, VALUE), estimateWidth(label, FONT_SIZE.label)) + 2 * INDENT
    return { x: scale(before), end: scale(before + value), text, label, needs, colour: seriesColour(index) }
  })
  const fits = ({ x, end, needs }: SharePart) => needs <= end - x
  const rows = rowsOf(
    parts.filter((part) => !fits(part)),
    width,
  )
  const below = base + ROW
  return chartSvg(width, below + (rows.length === 0 ? 0 : GAP + rows.length * LINE), [
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
        y1: base,
        x2: round(x + 1),
        y2: below - 10,
        stroke: 'var(--line-strong)',
        'stroke-width': 2,
      }),
      textLine(text, { x: x + INDENT, y: base + 14 + VALUE * 0.8, size: VALUE, isStrong: true }),
      textLine(label, { x: x + INDENT, y: base + 14 + VALUE * 0.8 + FONT_SIZE.label * 1.25 }),
    ]),
    ...rows.flatMap((row, index) => rowAt(row, { end: width, y: below + GAP + index * LINE + FONT_SIZE.label })),
  ])
}

/** In CSS px. */
const LEGEND_HEIGHT = 40
const THICKNESS = 110
const SEAM = 3
const VALUE = 38
const ROW = 98
const INDENT = 10
const GAP = 10
const LINE = 40
const MARK = 20
const BETWEEN = 32

interface SharePart {
  readonly x: number
  readonly end: number
  readonly text: string
  readonly label: string
  /** The width that its text needs. */
  readonly needs: number
  readonly colour: string
}

function widthOf({ text, label }: SharePart): number {
  return MARK + 10 + estimateWidth(`${text}  ${label}`, FONT_SIZE.label) + BETWEEN
}

/** Arranges the parts in as many rows as they need. */
function rowsOf(parts: readonly SharePart[], width: number): readonly (readonly SharePart[])[] {
  const rows: SharePart[][] = []
  for (const part of parts) {
    const last = rows.at(-1)
    const taken = last?.reduce((sum, each) => sum + widthOf(each), 0) ?? 0
    if (last !== undefined && taken + widthOf(part) <= width + BETWEEN) last.push(part)
    else rows.push([part])
  }
  return rows
}

/** Draws a row of the list, flush with the end of the bar. */
function rowAt(
  row: readonly SharePart[],
  { end, y }: { readonly end: number; readonly y: number },
): readonly Element[] {
  const whole = row.reduce((sum, part) => sum + widthOf(part), 0) - BETWEEN
  const start = Math.max(0, end - whole)
  return row.flatMap((part, index) => {
    const x = row.slice(0, index).reduce((sum, each) => sum + widthOf(each), start)
    const { colour, text, label } = part
    const value = x + MARK + 10
    return [
      s('rect', { x: round(x), y: round(y - MARK + 2), width: MARK, height: MARK, fill: colour }),
      textLine(text, { x: value, y, isStrong: true }),
      textLine(label, { x: value + estimateWidth(`${text} `, FONT_SIZE.label) + 6, y }),
    ]
  })
}
