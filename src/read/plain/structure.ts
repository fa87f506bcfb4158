// Finds the structure of plain text.

import { headingLevels } from './headings.ts'
import type { SourceLine } from './lines.ts'
import { linesOutsideTables, tablesIn } from './tables.ts'
import { type PlainUnit, unitsOf } from './units.ts'
import { type UnmarkedItems, unmarkedItems } from './unmarked-items.ts'
import { wrapOf } from './wrap.ts'

/** The structure found in lines of plain text. */
export interface Structure {
  readonly units: readonly PlainUnit[]
  /** The heading level of each unit, from 1, or 0 for no heading. */
  readonly levels: readonly number[]
  readonly items: UnmarkedItems
}

/** Finds the structure step by step: first tables and units, then headings, then list items. */
export function structureOf(lines: readonly SourceLine[]): Structure {
  const tables = tablesIn(lines)
  const units = unitsOf(lines, { tables, wrap: wrapOf(linesOutsideTables(lines, tables)) })
  const levels = headingLevels(units)
  return { units, levels, items: unmarkedItems(units, levels) }
}
