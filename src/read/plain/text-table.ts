// Describes tables in plain text, and tells their cells from other content.

import type { Span } from '../../model/span.ts'

/** A table that consists of consecutive lines. */
export interface TextTable {
  /** The index of the first line. */
  readonly start: number
  /** The index of the line after the table. */
  readonly end: number
  readonly rows: readonly TextRow[]
}

export type TextRow = readonly TextCell[]

/** The spans of a cell's words in the source, one for each line of the cell. Empty if the cell is empty. */
export type TextCell = readonly Span[]

/** Whether lines divided into cells are a table, rather than a drawing, tablature or running text. */
export function areTableCells(cells: readonly string[]): boolean {
  const characters = cells.join('').replace(/\s/g, '')
  const letters = characters.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0
  return letters >= MIN_LETTER_FRACTION * characters.length && characters.length <= LONGEST_CELL * cells.length
}

/** The minimum fraction of letters and digits. */
const MIN_LETTER_FRACTION = 0.6
/** In characters without spaces, on average. */
const LONGEST_CELL = 50
