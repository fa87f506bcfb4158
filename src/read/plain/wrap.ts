// Detects hard-wrapped text.

import { continuesSentence } from './continues-sentence.ts'
import type { SourceLine } from './lines.ts'
import { SOFT_HYPHEN } from './printed-pages.ts'

/** How text was hard-wrapped. In such text, no line has space for the first word of the next. */
export interface Wrap {
  /** In columns. */
  readonly width: number
}

/** Finds the width at which text was hard-wrapped. Returns undefined if it was not. */
export function wrapOf(lines: readonly SourceLine[]): Wrap | undefined {
  const width = widthOf(lines)
  if (width === undefined) return undefined
  const breaks = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next && next.gap === 0 && !next.opensParagraph && lengthOf(line) > width / 2 ? [{ line, next }] : []
  })
  if (breaks.length < MIN_BREAKS) return undefined
  if (mostLinesAreCapitalised(breaks) || mostLinesEndSentences(breaks)) return undefined
  const fullFraction = breaks.filter(({ line, next }) => isFull(line, next, { width })).length / breaks.length
  const continuedFraction = breaks.filter(({ line, next }) => continuesSentence(line, next)).length / breaks.length
  return fullFraction >= MIN_FULL_FRACTION_ALONE ||
    (fullFraction >= MIN_FULL_FRACTION && continuedFraction >= MIN_CONTINUED_FRACTION)
    ? { width }
    : undefined
}

/** Whether so many lines end a sentence that each line must be a paragraph. */
function mostLinesEndSentences(breaks: readonly { readonly line: SourceLine }[]): boolean {
  return breaks.filter(({ line }) => SENTENCE_END.test(line.text)).length > MAX_ENDED_FRACTION * breaks.length
}

const SENTENCE_END = /[.!?…。！？।۔؟]["'”’»)\]」』）]*$/u
/** The maximum fraction of lines in hard-wrapped text that end a sentence. */
const MAX_ENDED_FRACTION = 0.7

/** Whether most lines in the middle of a sentence start with a capital, as in verse. */
function mostLinesAreCapitalised(breaks: readonly { readonly line: SourceLine; readonly next: SourceLine }[]): boolean {
  const breaksInSentences = breaks.filter(({ line }) => /[\p{L},;]$/u.test(line.text))
  const capitalised = breaksInSentences.filter(({ next }) => /^["'“‘«(]?\p{Lu}/u.test(next.text))
  return capitalised.length >= MIN_BREAKS && capitalised.length >= MIN_CAPITAL_FRACTION * breaksInSentences.length
}

/** Whether a line has no space for the first word of the next. */
export function isFull(line: SourceLine, next: SourceLine, { width }: Wrap): boolean {
  if (line.text.endsWith(SOFT_HYPHEN)) return true
  const [word = ''] = WORD.exec(next.text) ?? []
  const space = WIDE.test(word) ? 0 : 1
  return lengthOf(line) + space + widthInColumns(word) > width - SLACK
}

/**
 * A run of text that cannot be broken across two lines: a word, or in Chinese and Japanese a character with the
 * punctuation after it.
 */
const WORD =
  /^(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][\u3001-\u303F\uFF01-\uFF1F]*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\S){1,200})/u

function lengthOf(line: SourceLine): number {
  return line.indent + widthInColumns(line.text)
}

/**
 * Returns the width of text in columns. A wide character takes two columns. In text that is too long for a wrapped
 * line, it is counted as one, because the exact width does not matter.
 */
export function widthInColumns(text: string): number {
  return text.length > MAX_WIDTH ? text.length : text.length + (text.match(WIDE_CHARACTERS)?.length ?? 0)
}

const WIDE = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
const WIDE_CHARACTERS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3001-\u303F\uFF01-\uFF60]/gu

/**
 * Finds the width, in columns, that hardly any line exceeds. Returns undefined if it is a width at which nobody wraps
 * text.
 */
function widthOf(lines: readonly SourceLine[]): number | undefined {
  const lengths = lines
    .filter(({ text }) => !WIDE_SPACE.test(text))
    .map(lengthOf)
    .sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * WIDTH_QUANTILE)]
  return width !== undefined && width >= MIN_WIDTH && width <= MAX_WIDTH ? width : undefined
}

/** A gap that only occurs between columns, which are not wrapped. */
const WIDE_SPACE = /\S {3}/

/** The fraction of lines that must fit the width. The rest, such as code, tables and addresses, may be longer. */
const WIDTH_QUANTILE = 0.97
const MIN_WIDTH = 30
/** The greatest width at which text is hard-wrapped. */
const MAX_WIDTH = 120
/** The minimum number of line breaks; fewer prove nothing. */
const MIN_BREAKS = 3
/** The minimum fraction of full lines that cannot be due to chance. */
const MIN_FULL_FRACTION_ALONE = 0.6
/** A smaller fraction of full lines is enough if sentences also run on across the line breaks. */
const MIN_FULL_FRACTION = 0.25
const MIN_CONTINUED_FRACTION = 0.2
/** The minimum fraction of capitals; names and German nouns alone do not reach it. */
const MIN_CAPITAL_FRACTION = 0.8
/** The number of columns by which a full line may fall short of the width. */
const SLACK = 6
