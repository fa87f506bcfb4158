// Draws the values next to the points of a line chart.

import type { Element } from 'hast'
import type { Chart } from '../../model/draft.ts'
import { estimateWidth, FONT_SIZE, textLine } from './chart-svg.ts'

/** The positions of the points of lines, in CSS px. */
export interface LinePositions {
  /** The x of the points at each label. */
  readonly xs: readonly number[]
  readonly y: (value: number) => number
  /** The y of the lowest grid line. */
  readonly floor: number
}

/**
 * Draws the values of lines above or below their points, where they cover neither a line nor each other. The last value
 * of a line is left out, because the label at the line's end contains it. A single line shows its values even where it
 * runs through them.
 */
export function drawValueLabels({ series, labels }: Chart, { xs, y, floor }: LinePositions): readonly Element[] {
  const last = labels.length - 1
  const lines = series.map(({ values }) => values.map((value, index) => ({ x: xs[index] ?? 0, y: y(value) })))
  const size = series.length > 1 ? FONT_SIZE.axis : FONT_SIZE.label
  const showsAll = labels.length <= MAX_VALUES && series.length <= MAX_SERIES
  const placed: LabelBox[] = []
  return series.flatMap(({ values, texts }, seriesIndex) => {
    const [highest, lowest] = [values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values))]
    return values.flatMap((value, index) => {
      const point = lines[seriesIndex]?.[index]
      const text = texts[index] ?? ''
      const halfWidth = estimateWidth(text, size) / 2
      const isShown = index < last && (showsAll || index === 0 || index === highest || index === lowest)
      if (point === undefined || !isShown || point.x + halfWidth >= (xs[last] ?? 0) - GAP) return []
      const otherValues = series.flatMap((other, otherIndex) =>
        otherIndex === seriesIndex ? [] : [other.values[index] ?? 0],
      )
      const prefersBelow =
        otherValues.length > 0
          ? otherValues.every((other) => other > value)
          : index === lowest || (index !== highest && isValley(values, index))
      const boxes = (prefersBelow ? ([BELOW, ABOVE] as const) : ([ABOVE, BELOW] as const)).map((side) =>
        boxAt(point, { side, halfWidth, size }),
      )
      const freeBoxes = boxes.filter((box) => box.bottom <= floor && !placed.some((other) => overlap(box, other)))
      const clearBox = freeBoxes.find((box) => !lines.some((line) => crosses(line, box)))
      const chosen = clearBox ?? (series.length === 1 ? freeBoxes[0] : undefined)
      if (chosen === undefined) return []
      placed.push(chosen)
      return [textLine(text, { x: point.x, y: chosen.bottom - size * DESCENT, anchor: 'middle', size })]
    })
  })
}

/** With more points or more lines than this, only the first, highest and lowest values are shown. */
const MAX_VALUES = 8
const MAX_SERIES = 2

/** The space between two values and before the last point, in CSS px. */
const GAP = 6

function isValley(values: readonly number[], index: number): boolean {
  const value = values[index] ?? 0
  return value < (values[index - 1] ?? value) || (index === 0 && (values[1] ?? 0) > value)
}

interface LabelBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface LinePoint {
  readonly x: number
  readonly y: number
}

const ABOVE = 'above'
const BELOW = 'below'

/** The distance from a point to its value, in CSS px. */
const DISTANCE = 10

/** The height of digits above and below the baseline, as fractions of the font size. */
const ASCENT = 0.78
const DESCENT = 0.1

interface LabelBoxOptions {
  readonly side: typeof ABOVE | typeof BELOW
  readonly halfWidth: number
  readonly size: number
}

function boxAt({ x, y }: LinePoint, { side, halfWidth, size }: LabelBoxOptions): LabelBox {
  const height = size * (ASCENT + DESCENT)
  const top = side === ABOVE ? y - DISTANCE - height : y + DISTANCE
  return { left: x - halfWidth, right: x + halfWidth, top, bottom: top + height }
}

function overlap(one: LabelBox, other: LabelBox): boolean {
  const isApart = one.right + GAP <= other.left || other.right + GAP <= one.left
  return !isApart && one.top < other.bottom && other.top < one.bottom
}

/** Whether a line runs through a box, tested at several points across the box. */
function crosses(line: readonly LinePoint[], { left, right, top, bottom }: LabelBox): boolean {
  return Array.from({ length: SAMPLES }, (_, index) => left + ((right - left) * index) / (SAMPLES - 1)).some((x) => {
    const y = yAt(line, x)
    return y !== null && y > top - CLEARANCE && y < bottom + CLEARANCE
  })
}

const SAMPLES = 9

/** Slightly more than half of a line's thickness, in CSS px. */
const CLEARANCE = 4

/** Returns the y of a line at this x; null to the left and right of the line. */
function yAt(line: readonly LinePoint[], x: number): number | null {
  const next = line.findIndex((point) => point.x >= x)
  const [from, to] = [line[next - 1], line[next]]
  if (to === undefined || from === undefined) return null
  return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x || 1)
}
