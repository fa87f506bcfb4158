import { joinTypeOf } from '../hyphenation.ts'
import type { PdfLine } from './lines.ts'

/**
 * Joins lines into running text. A word divided at the end of a line becomes whole again, and keeps its hyphen if
 * `hyphenated` contains it.
 */
export function joinLines(lines: readonly PdfLine[], hyphenated: ReadonlySet<string>): string {
  const parts: string[] = []
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]?.text
    parts.push(next === undefined ? line.text : withLineEnd(line.text, next, hyphenated))
  }
  return parts.join('')
}

/** Returns a line with a space at its end, unless the next line continues its last word. */
function withLineEnd(text: string, next: string, hyphenated: ReadonlySet<string>): string {
  const join = joinTypeOf(text, next, hyphenated)
  if (join === null) return `${text} `
  return join === 'with-hyphen' ? text : text.slice(0, -1)
}
