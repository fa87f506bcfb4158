// Finds the left margin of plain text.

import type { SourceLine } from './lines.ts'

/** The left margin of plain text. */
export interface Margin {
  /** Counted from 0 at the left edge. */
  readonly column: number
  /** The fraction of the text, in characters, that is on lines beginning at this column. */
  readonly textFraction: number
  /** Whether the first line of each paragraph is indented. */
  readonly hasIndentedParagraphs: boolean
}

/** Finds the column at which the lines with more than half of the text start, if there is one. */
export function marginOf(lines: readonly SourceLine[]): Margin | undefined {
  const lengthByColumn = new Map<number, number>()
  for (const { indent, text } of lines) lengthByColumn.set(indent, (lengthByColumn.get(indent) ?? 0) + text.length)
  const total = lines.reduce((sum, { text }) => sum + text.length, 0)
  const [column, length] = [...lengthByColumn].find(([, characters]) => characters * 2 > total) ?? []
  if (column === undefined || length === undefined) return undefined
  return { column, textFraction: length / total, hasIndentedParagraphs: hasIndentedParagraphs(lines, column) }
}

/** Whether the first lines of paragraphs are indented throughout the text. */
function hasIndentedParagraphs(lines: readonly SourceLine[], column: number): boolean {
  const indentedLines = lines.filter(({ indent }, index) => {
    const next = lines[index + 1]
    return indent > column && next?.gap === 0 && next.indent === column
  })
  return indentedLines.length >= MIN_INDENTED_LINES && indentedLines.length * MAX_LINES_PER_PARAGRAPH >= lines.length
}

const MIN_INDENTED_LINES = 3
/** The maximum number of lines for each indented first line, on average. */
const MAX_LINES_PER_PARAGRAPH = 25
