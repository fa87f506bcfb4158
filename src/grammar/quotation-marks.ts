// Tracks quotation marks in text, and recognises quotations and the names of their speakers.

import { hasLetterOrDigit } from '../util/letters-and-digits.ts'

/**
 * Returns the quotation mark that is open at the end of a string, given the one that is open at its start. Null stands
 * for no open mark.
 */
export function openMarkAfter(text: string, open: string | null): string | null {
  let mark = open
  for (const { 0: next, index } of text.matchAll(MARKS)) {
    // A straight mark opens a quotation where a word begins, even if an earlier mark was never closed.
    if (next === '"') mark = opensAt(text, index) ? next : null
    else if (next === '‘' || next === '’') mark = openMarkAfterSingle(text, index, mark)
    else if (mark === null) mark = CLOSING_MARKS.has(next) ? next : null
    else if (CLOSING_MARKS.get(mark) === next) mark = null
  }
  return mark
}

/**
 * Returns the mark that is open after a single mark. Single marks inside a quotation in double marks have no effect.
 * Most closing single marks are apostrophes.
 */
function openMarkAfterSingle(text: string, index: number, open: string | null): string | null {
  if (text[index] === '‘') return open === null && opensAt(text, index) && !ELISION.test(text.slice(index)) ? '‘' : open
  if (open !== '‘' || hasLetterOrDigit(text[index + 1] ?? '')) return open
  // After "s", as in "the sailors’ boats", the mark may be an apostrophe: it closes the quotation only if no lower-case
  // word follows.
  const isPossessive = text[index - 1] === 's' && /^’ \p{Ll}/u.test(text.slice(index, index + 3))
  return isPossessive ? open : null
}

/** Words that begin with an apostrophe, which some editors set as an opening mark. */
const ELISION = /^‘(?:t(?:is|was)|em|cause|n|\d\ds?)\b/iu

/** Whether a string begins with a mark that opens a quotation. */
export function opensQuotation(text: string): boolean {
  return CLOSING_MARKS.has(text[0] ?? '') && !ELISION.test(text)
}

/** Whether a string contains a mark that opens or closes a quotation. */
export function hasQuotation(text: string): boolean {
  return QUOTATION.test(text)
}

/** Returns a string without the opening quotation mark at its start, if it has one. */
export function withoutOpeningMark(text: string): string {
  return opensQuotation(text) ? text.slice(1) : text
}

/** Whether a string is a quotation from its first character to its last. */
export function isQuotation(text: string): boolean {
  return opensQuotation(text) && text.length > 1 && text.endsWith(CLOSING_MARKS.get(text[0] ?? '') ?? '')
}

/**
 * Whether the mark at `index` opens a quotation: it begins the text or follows a space, bracket or dash, and it is before
 * a word, or before a space and an inner mark, as in `" 'Stay,' she said."`.
 */
function opensAt(text: string, index: number): boolean {
  return /^[\s([{—–-]?$/u.test(text[index - 1] ?? '') && /^(?:\S|\s['‘])/u.test(text.slice(index + 1, index + 3))
}

/** Maps each opening quotation mark to its closing mark. */
export const CLOSING_MARKS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['‘', '’'],
  ['„', '“'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
])

const MARKS = /["“”„«»「」『』‘’]/gu
const QUOTATION = /["“”„«»「」『』]|(?<![\p{L}\p{N}])‘(?=[\p{L}\p{N}])|[.!?,]’(?![\p{L}\p{N}])/u

/**
 * Whether a line names the speaker or the source of the quotation above it: "— Ada Marsh", "-- @marsh", '— "The
 * Tides"'.
 */
export function isAttribution(text: string): boolean {
  return ATTRIBUTION.test(text)
}

/**
 * Whether a paragraph of a block quotation says who is quoted, with or without a name: "— my grandmother". Speech that
 * begins with a dash, by contrast, ends like a sentence.
 */
export function isQuotationCredit(text: string): boolean {
  return isAttribution(text) || UNNAMED_SPEAKER.test(text)
}

/** The dash before the name of a speaker, as a pattern. */
export const SPEAKER_DASH = String.raw`(?:[—–―]\s*|-[-–]?\s+)`

const UNNAMED_SPEAKER = new RegExp(String.raw`^${SPEAKER_DASH}(?:\p{L}[\p{L}\p{M}'’-]*,?(?: |$)){1,5}$`, 'u')

const ATTRIBUTION = new RegExp(String.raw`^${SPEAKER_DASH}["“‘«]?[@\p{Lu}]`, 'u')
