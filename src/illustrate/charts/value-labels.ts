import type { Element } from 'hast'
import type { Chart } from '../../model/draft.ts'
import { FONT_SIZE, textLine, estimateWidth } from './drawing.ts'

/** Where the points of lines are, in CSS px. */
export interface LinePlaces {
  /** The x of each label. */
  readonly xs: readonly number[]
  readonly y: (value: number) => number
  /** The y of the lowest grid line. */
  readonly floor: number
}

/**
 * Places the values of lines above or below their points, where they cover neither a line nor each other. The last
 * value of a line is in the label at its end. A single line with few points shows its values even where it runs through
 * them.
 */
export function valueLabels({ series, labels }: Chart, { xs, y, floor }: LinePlaces): readonly Element[] {
  const last = labels.length - 1
  const courses = series.map(({ values }) => values.map((value, index) => ({ x: xs[index] ?? 0, y: y(value) })))
  const size = series.length > 1 ? FONT_SIZE.axis : FONT_SIZE.label
  const isFew = labels.length <= MAX_VALUES && series.length <= MAX_SERIES
  const taken: LabelBox[] = []
  return series.flatMap(({ values, texts }, at) => {
    const [highest, lowest] = [values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values))]
    return values.flatMap((value, index) => {
      const point = courses[at]?.[index]
      const text = texts[index] ?? ''
      const half = estimateWidth(text, size) / 2
      const isShown = index < last && (isFew || index === 0 || index === highest || index === lowest)
      if (point === undefined || !isShown || point.x + half >= (xs[last] ?? 0) - GAP) return []
      const others = series.flatMap((other, each) => (each === at ? [] : [other.values[index] ?? 0]))
      const isLow =
        others.length > 0
          ? others.every((other) => other > value)
          : index === lowest || (index !== highest && isValley(values, index))
      const boxes = (isLow ? ([BELOW, ABOVE] as const) : ([ABOVE, BELOW] as const)).map((side) =>
        boxAt(point, { side, half, size }),
      )
      const free = boxes.filter((box) => box.bottom <= floor && !taken.some((other) => overlap(box, other)))
      const clear = free.find((box) => !courses.some((course) => crosses(course, box)))
      const chosen = clear ?? (series.length === 1 ? free[0] : undefined)
      if (chosen === undefined) return []
      taken.push(chosen)
      return [textLine(text, { x: point.x, y: chosen.bottom - size * DESCENT, anchor: 'middle', size })]
    })
  })
}

/** With more lines, or more points, only the first, highest and lowest values are shown. */
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

/** The height of digits above and below the baseline, as shares of the font size. */
const ASCENT = 0.78
const DESCENT = 0.1

interface LabelShape {
  readonly side: typeof ABOVE | typeof BELOW
  readonly half: number
  readonly size: number
}

function boxAt({ x, y }: LinePoint, { side, half, size }: LabelShape): LabelBox {
  const height = size * (ASCENT + DESCENT)
  const top = side === ABOVE ? y - DISTANCE - height : y + DISTANCE
  return { left: x - half, right: x + half, top, bottom: top + height }
}

function overlap(one: LabelBox, other: LabelBox): boolean {
  const isApart = one.right + GAP <= other.left || other.right + GAP <= one.left
  return !isApart && one.top < other.bottom && other.top < one.bottom
}

/** Whether a line runs through a box, tested at several places across it. */
function crosses(course: readonly LinePoint[], { left, right, top, bottom }: LabelBox): boolean {
  return Array.from({ length: TESTS }, (_, index) => left + ((right - left) * index) / (TESTS - 1)).some((x) => {
    const height = heightAt(course, x)
    return height !== null && height > top - CLEARANCE && height < bottom + CLEARANCE
  })
}

const TESTS = 9

/** Slightly more than half of a line's thickness, in CSS px. */
const CLEARANCE = 4

/** Returns the y of a line at this x; null to the left and right of the line. */
function heightAt(course: readonly LinePoint[], x: number): number | null {
  const next = course.findIndex((point) => point.x >= x)
  const [from, to] = [course[next - 1], course[next]]
  if (to === undefined || from === undefined) return null
  return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x || 1)
}
