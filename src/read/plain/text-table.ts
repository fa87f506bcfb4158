// A table in plain text.

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

/** The spans of a cell's words in the source, one for each line of the cell; none if the cell is empty. */
export type TextCell = readonly Span[]
