// Joins words that are divided at the ends of lines.

/** A line of text. */
interface TextLine {
  readonly text: string
}

/**
 * Returns how the last word of a line is joined to the next line: with its hyphen if it seems to be a compound, for
 * example because `hyphenated` contains it, otherwise without. Returns null if the word does not continue on the next
 * line.
 */
export function joinTypeOf(
  text: string,
  next: string,
  hyphenated: ReadonlySet<string>,
): 'with-hyphen' | 'without-hyphen' | null {
  if (text.endsWith('\u00AD')) return 'without-hyphen'
  const [, start = ''] = /(?:^|[^\p{L}\p{N}-])([\p{L}\p{N}-]*\p{L})[-\u2010]$/u.exec(text.slice(-LONGEST_WORD)) ?? []
  const [rest = ''] = /^\p{L}+/u.exec(next) ?? []
  if (start === '' || rest === '') return null
  const isCompound = /^\p{Lu}/u.test(rest) || start.includes('-') || hyphenated.has(`${start}-${rest}`.toLowerCase())
  return isCompound ? 'with-hyphen' : 'without-hyphen'
}

/** In characters. Anything longer is not a word. */
const LONGEST_WORD = 100

/** Lists, in lower case, the words that are written with a hyphen in the middle of a line. */
export function hyphenatedIn(lines: readonly TextLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)+/gu) ?? []))
}
