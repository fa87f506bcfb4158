// A table in plain text.

import type { Span } from '../../model/span.ts'

/** A table that consists of consecutive lines. */
export interface TextTable {
  /** The indexes of its first line and of the line after its last. */
  readonly start: number
  readonly end: number
  readonly rows: readonly TextRow[]
}

export type TextRow = readonly TextCell[]

/** The places of a cell's words in the source, one for each of its lines; none if it is empty. */
export type TextCell = readonly Span[]
