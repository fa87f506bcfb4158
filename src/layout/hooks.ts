import type { Fitted } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'

/** From name to the widest text that still counts as it, in the widths of Latin letters. */
type Steps = readonly (readonly [name: string, widest: number])[]

/** Titles: one line at most themes' size, then two, then smaller type. */
const HEADINGS: Steps = [
  ['brief', 28],
  ['short', 48],
  ['long', 84],
  ['longest', Number.POSITIVE_INFINITY],
]

/** A word that is wider than this breaks at the size of the step, so the title takes the next. */
const WIDEST_WORDS: Steps = [
  ['brief', 16],
  ['short', 20],
  ['long', 30],
  ['longest', Number.POSITIVE_INFINITY],
]

/** Points: one line of display type, one line of text, two lines, a whole sentence. */
const LENGTHS: Steps = [
  ['brief', 44],
  ['short', 60],
  ['long', 120],
  ['whole', Number.POSITIVE_INFINITY],
]

/** How long a slide's title is: brief, short, long (over 48 characters) or longest (over 84). */
export function headingHook(title: Line | null): Readonly<Record<string, string>> {
  if (!title) return { 'data-heading': 'none' }
  const widestWord = title.text.split(/\s/).reduce((most, word) => Math.max(most, widthOf(word)), 0)
  const step = Math.max(stepOf(HEADINGS, widthOf(title.text)), stepOf(WIDEST_WORDS, widestWord))
  return { 'data-heading': HEADINGS[step]?.[0] ?? '' }
}

/** How many lines a slide lists, and how long the longest of them is: brief, short (to 60 characters), long or whole. */
export function listHooks(lines: readonly Line[]): Readonly<Record<string, string>> {
  return { 'data-count': String(lines.length), ...lengthHook(lines) }
}

export function lengthHook(lines: readonly Line[]): Readonly<Record<string, string>> {
  const widest = lines.reduce((most, { text }) => Math.max(most, widthOf(text)), 0)
  return { 'data-length': LENGTHS[stepOf(LENGTHS, widest)]?.[0] ?? '' }
}

/**
 * What measuring has found: the size of the body, a smaller step, the whole width, words that break, an edge that something stands
 * over.
 */
export function fitHooks(fitted: Fitted): Readonly<Record<string, string>> {
  const { bodySize, step, isWide, breaks, size, kicker, spills } = fitted
  return {
    ...(bodySize && { style: `--size:${bodySize}px`, 'data-type': bodySize < DISPLAY_TYPE ? 'text' : 'display' }),
    ...(step && { 'data-step': String(step) }),
    ...(isWide && { 'data-width': 'wide' }),
    ...(breaks && { 'data-words': 'broken' }),
    ...(size && { 'data-size': size }),
    ...(kicker && { 'data-kicker': kicker }),
    ...(spills && { 'data-spills': spills }),
  }
}

/** From this size on, in CSS px, a body is display type. */
export const DISPLAY_TYPE = 42

/** How wide a text runs, in letters of Latin text: those of Chinese, Japanese and Korean count twice. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : NARROWLESS.test(character) ? 0 : 1
  return width
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/u
const NARROWLESS = /[\p{Mn}\p{Me}\p{Cf}]/u

function stepOf(steps: Steps, width: number): number {
  return steps.findIndex(([, widest]) => width <= widest)
}
