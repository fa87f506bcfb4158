// Finds tables in plain text, both those aligned with spaces and those with bars between their cells.

import { alignedTableAt } from './aligned-table.ts'
import { barTableAt } from './bar-table.ts'
import type { SourceLine } from './lines.ts'
import type { TextTable } from './text-table.ts'

/** Finds the tables among lines of plain text, in order. */
export function tablesIn(lines: readonly SourceLine[]): readonly TextTable[] {
  const tables: TextTable[] = []
  for (let index = 0; index < lines.length; ) {
    const table = barTableAt(lines, index) ?? alignedTableAt(lines, index)
    if (table) tables.push(table)
    index = table?.end ?? index + 1
  }
  return tables
}

/** Returns the lines that do not belong to any of the tables. */
export function linesOutsideTables(lines: readonly SourceLine[], tables: readonly TextTable[]): readonly SourceLine[] {
  const rows = new Set(tables.flatMap(({ start, end }) => lines.slice(start, end)))
  return rows.size === 0 ? lines : lines.filter((line) => !rows.has(line))
}
