// Finds the left margin of plain text.

import type { SourceLine } from './lines.ts'

/** The left margin of a text. */
export interface Margin {
  /** From 0 at the left edge. */
  readonly column: number
  /** The share of the text, by characters, that begins there. */
  readonly share: number
  /** Whether an indented line opens a paragraph. */
  readonly indentsParagraphs: boolean
}

/** Finds the column at which more than half of the text starts, if there is one. */
export function marginOf(lines: readonly SourceLine[]): Margin | undefined {
  const widths = new Map<number, number>()
  for (const { indent, text } of lines) widths.set(indent, (widths.get(indent) ?? 0) + text.length)
  const total = lines.reduce((sum, { text }) => sum + text.length, 0)
  const [column, width] = [...widths].find(([, own]) => own * 2 > total) ?? []
  if (column === undefined || width === undefined) return undefined
  return { column, share: width / total, indentsParagraphs: indentsParagraphs(lines, column) }
}

/** Whether the first lines of paragraphs are indented throughout. */
function indentsParagraphs(lines: readonly SourceLine[], column: number): boolean {
  const opening = lines.filter(({ indent }, index) => {
    const next = lines[index + 1]
    return indent > column && next?.gap === 0 && next.indent === column
  })
  return opening.length >= MIN_OPENING && opening.length * OPENING_SHARE >= lines.length
}

const MIN_OPENING = 3
/** At least one line in this many starts a paragraph. */
const OPENING_SHARE = 25
