// Attributes of slides that themes use as hooks in CSS, such as `data-length`.

import type { FitResult } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { withoutNumber } from '../model/numbered-title.ts'
import { widthOf } from '../util/text-width.ts'

/** The length classes, each with its maximum width, in Latin letters. */
type LengthClasses = readonly (readonly [name: string, widest: number])[]

/** Classes of titles: one line in most themes, then two lines, then smaller type. */
const HEADINGS: LengthClasses = [
  ['brief', 28],
  ['short', 48],
  ['long', 84],
  ['longest', Number.POSITIVE_INFINITY],
]

/**
 * The widest word for each class of titles. A wider word would break at that size, so the title gets the next class.
 */
const WIDEST_WORDS: LengthClasses = [
  ['brief', 16],
  ['short', 20],
  ['long', 30],
  ['longest', Number.POSITIVE_INFINITY],
]

/** Classes of points: one line of display type, one line of text, two lines, a whole sentence. */
const LENGTHS: LengthClasses = [
  ['brief', 44],
  ['short', 60],
  ['long', 120],
  ['whole', Number.POSITIVE_INFINITY],
]

/** Classes of the widest word in a title, for themes with narrow titles, in which a wider word would break. */
const WORDS: LengthClasses = [
  ['short', 10],
  ['long', 12],
  ['longer', 15],
  ['longest', Number.POSITIVE_INFINITY],
]

/**
 * Describes a slide's title without its number: its length, which is none, brief, short, long (over 48 letters) or
 * longest (over 84), and its widest word, if that is wider than ten letters.
 */
export function headingHook(title: Line | null): Readonly<Record<string, string>> {
  if (!title) return { 'data-heading': 'none' }
  const { text } = withoutNumber(title) ?? title
  const widestWord = text.split(/\s/).reduce((max, word) => Math.max(max, widthOf(word)), 0)
  const titleClass = Math.max(classIndex(HEADINGS, widthOf(text)), classIndex(WIDEST_WORDS, widestWord))
  const wordClass = classIndex(WORDS, widestWord)
  return {
    'data-heading': HEADINGS[titleClass]?.[0] ?? '',
    ...(wordClass > 0 && { 'data-word': WORDS[wordClass]?.[0] ?? '' }),
  }
}

/**
 * Describes the number of these lines and the length of the longest: brief, short (up to 60 letters), long or whole.
 */
export function listHooks(lines: readonly Line[]): Readonly<Record<string, string>> {
  return { 'data-count': String(lines.length), ...lengthHook(lines) }
}

export function lengthHook(lines: readonly Line[]): Readonly<Record<string, string>> {
  const widest = lines.reduce((max, { text }) => Math.max(max, widthOf(text)), 0)
  return { 'data-length': LENGTHS[classIndex(LENGTHS, widest)]?.[0] ?? '' }
}

/**
 * Describes what measuring decided: the body size (`--size`, `data-type`), a smaller step of titles and lists
 * (`data-step`), full width (`data-width`), that long words may break (`data-words`), text size instead of display size
 * (`data-size`), a shortened line for the part or the event (`data-kicker`, `data-mark`), and the edges that content
 * crosses (`data-spills`).
 */
export function fitHooks(result: FitResult): Readonly<Record<string, string>> {
  const { bodySize, step, isWide, mayBreak, size, kicker, mark, spills } = result
  return {
    ...(bodySize && { style: `--size:${bodySize}px`, 'data-type': bodySize < DISPLAY_TYPE ? 'text' : 'display' }),
    ...(step && { 'data-step': String(step) }),
    ...(isWide && { 'data-width': 'wide' }),
    ...(mayBreak && { 'data-words': 'broken' }),
    ...(size && { 'data-size': size }),
    ...(kicker && { 'data-kicker': kicker }),
    ...(mark && { 'data-mark': mark }),
    ...(spills && { 'data-spills': spills }),
  }
}

/** The body size, in CSS px, from which type counts as display type. */
export const DISPLAY_TYPE = 42

function classIndex(classes: LengthClasses, width: number): number {
  return classes.findIndex(([, widest]) => width <= widest)
}
