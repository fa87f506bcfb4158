// Joins words that are divided at the ends of lines.

/** A line of text. */
interface TextLine {
  readonly text: string
}

/**
 * Returns whether the last word of a line, which continues on the next line, keeps its hyphen; null if it does not
 * continue. It keeps the hyphen if `hyphenated` contains the whole word.
 */
export function joinsNextLine(
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

/** In characters: anything longer is not a word. */
const LONGEST_WORD = 100

/** Lists, in lower case, the words that are written with a hyphen within a line. */
export function hyphenatedIn(lines: readonly TextLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)+/gu) ?? []))
}
