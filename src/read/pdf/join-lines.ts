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

/**
 * Returns a line with a space at its end. If the next line continues the last word, there is no space, and the hyphen
 * is removed unless it belongs to the word.
 */
function withLineEnd(text: string, next: string, hyphenated: ReadonlySet<string>): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1)
  const [, start = ''] = /(?:^|[^\p{L}\p{N}-])([\p{L}\p{N}-]*\p{L})[-\u2010]$/u.exec(text.slice(-LONGEST_WORD)) ?? []
  const [rest = ''] = /^\p{L}+/u.exec(next) ?? []
  if (start === '' || rest === '') return `${text} `
  const isCompound = /^\p{Lu}/u.test(rest) || start.includes('-') || hyphenated.has(`${start}-${rest}`.toLowerCase())
  return isCompound ? text : text.slice(0, -1)
}

/** In characters: anything longer is not a word. */
const LONGEST_WORD = 100

/** Lists, in lower case, the words that are written with a hyphen within a line. */
export function hyphenatedIn(lines: readonly PdfLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)+/gu) ?? []))
}
