import { headingLevels } from './headings.ts'
import { type Items, unmarkedItems } from './items.ts'
import type { Line } from './lines.ts'
import { type Unit, unitsOf } from './units.ts'
import type { Wrap } from './wrap.ts'

/** What the lines of a text are found to be. */
export interface Reading {
  readonly units: readonly Unit[]
  /** For each unit the level of the heading that it is, from 1, or 0. */
  readonly levels: readonly number[]
  readonly items: Items
}

/** Reads a text step by step: what belongs together, which of it is a heading, and which of the rest an item. */
export function readingOf(lines: readonly Line[], wrap: Wrap | undefined): Reading {
  const units = unitsOf(lines, wrap)
  const levels = headingLevels(units)
  return { units, levels, items: unmarkedItems(units, levels) }
}
