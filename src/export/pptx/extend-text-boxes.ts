// Extends text boxes down to the next thing below them, so that text has room to grow, and shrinks only when that room
// is full.

import type { Rect, Scene } from '../../client/scene/scene.ts'
import type { SlideArrangement, TextShape } from './text-boxes.ts'

/**
 * Extends the text boxes in the body of a slide to the next thing below them, but not out of the panel that they are
 * in. A box that fits its text tightly might make programs shrink text that nobody has changed.
 */
export function extendTextBoxes(arrangement: SlideArrangement, { pictures, tables, texts }: Scene): SlideArrangement {
  const { bodies, boxes } = arrangement
  const foot = Math.min(...texts.filter(({ area }) => area === 'foot').map(({ rect }) => rect.y))
  const areas = boxes.filter(({ rect }) => Math.min(rect.width, rect.height) > MAX_RULE).map(({ rect }) => rect)
  const things = [...areas, ...[...pictures, ...tables, ...bodies].map(({ rect }) => rect)]
  return {
    ...arrangement,
    bodies: bodies.map((shape): TextShape => {
      if (!shape.wraps) return shape
      const { rect } = shape
      const tops = things.filter((thing) => isBelow(thing, rect)).map(({ y }) => y)
      const bottoms = areas.filter((area) => contains(area, rect)).map(bottomOf)
      const room = Math.min(foot, ...tops, ...bottoms) - GAP - bottomOf(rect)
      if (!Number.isFinite(foot) || room < MIN_ROOM) return shape
      return { ...shape, rect: { ...rect, height: rect.height + room }, shrinks: true }
    }),
  }
}

/** The maximum width or height, in px, of a box that is a rule, which text may cross. */
const MAX_RULE = 12

/** The space between a text box and what is below it, in px. */
const GAP = 6

/** In px: enough for programs that set lines slightly lower than measured. */
const MIN_ROOM = 4

function bottomOf({ y, height }: Rect): number {
  return y + height
}

function isBelow(thing: Rect, rect: Rect): boolean {
  return thing.y >= bottomOf(rect) - 2 && thing.x < rect.x + rect.width && rect.x < thing.x + thing.width
}

function contains(area: Rect, rect: Rect): boolean {
  return (
    area.x <= rect.x + 1 &&
    area.y <= rect.y + 1 &&
    area.x + area.width >= rect.x + rect.width - 1 &&
    bottomOf(area) >= bottomOf(rect) - 1
  )
}
