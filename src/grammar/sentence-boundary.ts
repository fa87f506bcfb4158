// Decides whether a word ends a sentence.

import { SPEECH_VERBS } from './english-words.ts'
import type { Conventions } from './sentence-conventions.ts'

/** A word that may end a sentence, with the words around it. Any of these strings may be empty. */
export interface WordInContext {
  readonly before: string
  readonly word: string
  /** The words that follow: at least three, if there are that many. */
  readonly after: readonly string[]
  /** Whether `word` is the first word of its sentence. */
  readonly isFirst: boolean
}

/** Whether a sentence ends with `context.word`. Only the first or last 64 characters of each word are examined. */
export function isBoundary(context: WordInContext, conventions: Conventions): boolean {
  const ending = endingOf(context.word)
  if (ending === null) return false
  const next = context.after.find((word) => !/^[«“„([{]$/.test(word)) ?? ''
  if (!canStart(next)) return lacksCapital(ending, next, conventions)
  if (/[?!]/.test(ending.marks)) return !isMarkInside(ending, context, conventions)
  if (ending.marks !== '.') return !/^I\b/.test(next)
  if (context.isFirst && ENUMERATOR.test(ending.stem)) return false
  return endsSentence(ending.stem, context, conventions)
}

/** The end of a word: a stem, the punctuation marks after it, and the closing quotes and brackets after those. */
interface Ending {
  readonly stem: string
  readonly marks: string
  readonly closingMarks: string
}

/** In UTF-16 code units. The endings and openings that matter are never longer, but words in hostile input may be. */
const EXAMINED_LENGTH = 64

function endingOf(word: string): Ending | null {
  const tail = word.slice(-EXAMINED_LENGTH).replace(/(?:\[[\d,–-]{1,40}\])+$/, '')
  const match = /([.!?…]+)(["'”’»)\]}*_`]*)$/.exec(tail)
  if (match === null) return null
  const [, marks = '', closingMarks = ''] = match
  return { stem: tail.slice(0, match.index).replace(OPENING_MARKS, ''), marks, closingMarks }
}

const OPENING_MARKS = /^["'“‘„«‹([{*_`¿¡]+/

/** The number or letter of a list item, before its full stop: 12, iv, b. */
const ENUMERATOR = /^(?:\d{1,3}|[a-z]|[ivx]{1,4}|[A-Z]|[IVX]{1,4})$/

/**
 * Whether a sentence can begin with a word. The word must begin with a capital, a digit or a letter of a script without
 * capitals, or be spelled like "iPhone".
 */
function canStart(word: string): boolean {
  return /^(?:[$€£#@§>]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]|\p{Ll}{1,2}\p{Lu})/u.test(withoutOpeningMarks(word))
}

function withoutOpeningMarks(word: string): string {
  return word.slice(0, EXAMINED_LENGTH).replace(OPENING_MARKS, '')
}

/**
 * Whether the next word begins a sentence, but lacks its capital by mistake: "They are not toys. maybe it needs a
 * home".
 */
function lacksCapital({ stem, marks, closingMarks }: Ending, next: string, conventions: Conventions): boolean {
  const isPlain = marks === '.' && closingMarks === '' && /^\p{Ll}{4,}$/u.test(stem) && /^\p{Ll}/u.test(next)
  const { allowsLowercaseStart, sometimesFinal, finalUnlessNumber } = conventions
  return allowsLowercaseStart && isPlain && !sometimesFinal.has(stem) && !finalUnlessNumber.has(stem)
}

/**
 * Whether a question or exclamation mark is inside a sentence, as in `"Ready?" Smith asked` and `(!)`.
 */
function isMarkInside(
  { stem, closingMarks }: Ending,
  { word, after }: WordInContext,
  conventions: Conventions,
): boolean {
  if (stem === '' && /^[([]/.test(word)) return true
  return /["”’']/.test(closingMarks) && namesSpeaker(after, conventions)
}

/** Whether the following words are one or two names and a verb of saying. */
function namesSpeaker(after: readonly string[], { starters }: Conventions): boolean {
  const verb = after.findIndex((word) => SPEECH_VERBS.has(keyOf(word)))
  const names = after.slice(0, verb)
  return verb > 0 && verb < 3 && names.every((name) => /^\p{Lu}/u.test(name) && !starters.has(keyOf(name)))
}

/** Whether a full stop after `stem` ends the sentence. */
function endsSentence(stem: string, { before, after }: WordInContext, conventions: Conventions): boolean {
  const next = after[0] ?? ''
  const { neverFinal, finalUnlessNumber, sometimesFinal, finalUnlessTime, starters, timeWords, hasOrdinals } =
    conventions
  const lower = stem.toLowerCase()
  const isStarter = starters.has(keyOf(next)) && !/^\p{Lu}\.$/u.test(next)
  if (neverFinal.has(stem) || neverFinal.has(lower)) return false
  // In "Alfred P. Sloan", a capital is an initial, not the abbreviation of "page".
  if (finalUnlessNumber.has(lower) && !/^\p{Lu}$/u.test(stem)) return !/^(?:[([]?\p{Lu}?\d|[IVXLC]{2,}\b)/u.test(next)
  if (finalUnlessTime.has(lower)) return !timeWords.has(keyOf(next)) && !/^[(\d]/.test(next)
  if (hasOrdinals && /^\d{1,2}$/.test(stem)) return isStarter
  if (stem === 'I' && /^\p{Ll}/u.test(before)) return true
  if (/^\p{L}$/u.test(stem) || /^(?:\p{L}\.)+\p{L}$/u.test(stem)) return isStarter
  return isStarter || !(sometimesFinal.has(stem) || sometimesFinal.has(lower))
}

/** Returns the letters at the start of a word, without opening marks and in lower case. */
function keyOf(word: string): string {
  return (/^\p{L}+/u.exec(withoutOpeningMarks(word))?.[0] ?? '').toLowerCase()
}
