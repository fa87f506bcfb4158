import type { Glance } from './glance.ts'

/** A unit among its neighbours. */
export interface Place {
  readonly at: Glance
  readonly before: Glance | undefined
  readonly next: Glance | undefined
  readonly twoBefore: Glance | undefined
  readonly twoAfter: Glance | undefined
  /** Whether blank lines part the blocks of this text. */
  readonly isSpaced: boolean
  /** Units in a row, right before it and right after it, that could be headings by themselves. */
  readonly runBefore: number
  readonly runAfter: number
}

/** Whether a unit could be a heading by itself: not wide, and not ended like a sentence or a clause. */
export function couldBeHeading({ width, end }: Glance): boolean {
  return width <= WIDEST_HEADING && end !== 'stop' && end !== 'comma'
}

const WIDEST_HEADING = 120

interface Evidence {
  readonly weight: number
  readonly holds: (place: Place) => boolean
}

/**
 * What speaks for a heading, and what against it; a sum above 0 is one. The weights are those of a logistic regression
 * on 138 articles in ten languages, each spaced and tight, and 15 hard-wrapped ones, rounded to a tenth. In five-fold
 * cross-validation F1 is .89 spaced, .88 tight and .85 wrapped.
 */
export const EVIDENCE: readonly Evidence[] = [
  { weight: -1.3, holds: () => true },
  // How wide it is.
  { weight: 0.7, holds: ({ at }) => at.width < 45 },
  { weight: 1.0, holds: ({ at }) => at.width < 60 },
  { weight: 1.2, holds: ({ at }) => at.width < 80 },
  // How it begins and ends.
  { weight: -2.3, holds: ({ at }) => at.end === 'stop' },
  { weight: -2.2, holds: ({ at }) => at.end === 'colon' },
  { weight: -1.9, holds: ({ at }) => at.end === 'comma' },
  { weight: -2.7, holds: ({ at }) => at.start === 'lower' },
  { weight: -2.9, holds: ({ at }) => at.start === 'lower' && at.words === 1 },
  { weight: -1.0, holds: ({ at }) => at.start === 'digit' },
  { weight: -1.8, holds: ({ at }) => at.start === 'symbol' },
  { weight: -3.7, holds: ({ at }) => at.mark === 'bullet' },
  { weight: -2.1, holds: ({ at }) => at.indent > 0 },
  // What stands in it.
  { weight: 0.9, holds: ({ at }) => isTitleCase(at.text) },
  { weight: -1.2, holds: ({ at }) => TWO_SENTENCES.test(at.text) },
  { weight: -1.1, holds: ({ at }) => /,\s/.test(at.text) },
  { weight: -0.9, holds: ({ at }) => at.text.includes('(') },
  { weight: -0.7, holds: ({ at }) => symbolShare(at.text) > 0.2 },
  { weight: -1.6, holds: ({ at }) => at.isCode },
  { weight: -1.1, holds: ({ at }) => ADDRESS.test(at.text) },
  { weight: -1.3, holds: ({ at }) => KEY_AND_VALUE.test(at.text) },
  { weight: -1.3, holds: ({ at }) => INVITATION.test(at.text) },
  { weight: -0.8, holds: ({ at }) => SENTENCE_OPENER.test(at.text) },
  { weight: -0.7, holds: ({ at }) => at.end !== 'question' && FINITE.test(at.text) },
  { weight: -0.3, holds: ({ at }) => at.words >= 4 && SENTENCE_CASE.test(at.text) && !isTitleCase(at.text) },
  // How it stands.
  { weight: 0.5, holds: ({ at, isSpaced }) => isSpaced && at.gap > 0 },
  { weight: -1.2, holds: ({ at, isSpaced }) => isSpaced && at.gap === 0 },
  { weight: -1.2, holds: ({ next, isSpaced }) => isSpaced && (next?.gap ?? 1) > 0 },
  { weight: 0.8, holds: ({ next, isSpaced }) => isSpaced && next?.gap === 0 },
  { weight: 1.0, holds: (place) => standsOnNext(place) },
  { weight: -1.1, holds: (place) => isBare(place.at) && standsOnNext(place) && place.next?.isProse === true },
  { weight: -1.7, holds: (place) => isBare(place.at) && standsOnNext(place) && place.next?.isProse !== true },
  { weight: -0.9, holds: ({ runBefore }) => runBefore >= 2 },
  { weight: -0.4, holds: ({ runAfter }) => runAfter >= 2 },
  // What follows it.
  { weight: -1.4, holds: ({ next }) => next === undefined },
  { weight: 1.5, holds: ({ at, before, next }) => isBare(at) && next?.isProse === true && before?.isProse === true },
  { weight: 1.0, holds: ({ at, before, next }) => isBare(at) && next?.isProse === true && before?.isProse !== true },
  { weight: 0.7, holds: ({ at, before, next }) => isBare(at) && next?.isProse !== true && before?.isProse === true },
  { weight: -0.6, holds: ({ next }) => next?.isProse === true },
  { weight: 0.9, holds: ({ next }) => next?.end === 'colon' },
  { weight: -1.4, holds: ({ next }) => next?.start === 'lower' },
  { weight: -0.4, holds: ({ next }) => next !== undefined && isShort(next) },
  { weight: 1.0, holds: ({ at, next }) => (next?.width ?? 0) >= 1.5 * at.width },
  { weight: 0.8, holds: ({ at, next }) => (next?.width ?? 0) >= 3 * at.width && (next?.width ?? 0) > 60 },
  { weight: 0.8, holds: ({ at, next }) => isBare(at) && echo(at, next) },
  { weight: -0.8, holds: ({ twoAfter }) => twoAfter?.isProse === true },
  { weight: -1.4, holds: ({ twoAfter }) => twoAfter?.isProse === false },
  // What stands before it.
  { weight: 0.4, holds: ({ before }) => before?.end === 'stop' },
  { weight: -2.2, holds: ({ before }) => before?.end === 'colon' },
  { weight: -1.2, holds: ({ before, twoBefore }) => twoBefore?.end === 'colon' && before?.isCode !== true },
  { weight: 1.6, holds: ({ before }) => before !== undefined && before.mark !== null && before.mark !== 'quote' },
  { weight: 0.3, holds: ({ before }) => before?.isCode === true },
  { weight: -0.2, holds: ({ before }) => before?.isProse === true },
  { weight: -0.8, holds: ({ before }) => before !== undefined && isShort(before) },
  { weight: -0.7, holds: ({ at, before }) => before !== undefined && couldBeHeading(before) && isAsWide(at, before) },
  { weight: -0.7, holds: ({ at, before }) => isBare(at) && echo(at, before) },
  {
    weight: -2.6,
    holds: ({ at, before, next }) => at.end === 'question' && (before?.end === 'question' || next?.end === 'question'),
  },
]

export const TWO_SENTENCES = /[.!?。！？।]["'”’)]?\s+["'“‘(]?\p{Lu}|[。！？।][^」』）)]/u
const ADDRESS = /https?:|www\.|@\w+\.|\w\/\w+\/|\.(?:com|org|html?|js|json|py|md)\b/
const KEY_AND_VALUE = /^[^\s:][^:]{0,30}[:：]\s\S/
export const INVITATION = /\b(?:click|read more|learn more|subscribe|sign up|share|back to|reply|comment)/i
export const SENTENCE_OPENER =
  /^(?:it|this|these|those|we|you|i|they|he|she|there|if|when|as|in|for|to|by|with|and|but|or|so)\s/i
const FINITE = / (?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|does|did)\b/i
const SENTENCE_CASE = /^\p{Lu}\p{Ll}*\s\p{Ll}/u

/** A possible heading without a colon or the mark of a list. */
function isBare(at: Glance): boolean {
  return couldBeHeading(at) && at.end !== 'colon' && at.mark === null
}

/** Parted from what is before it and not from what follows. */
function standsOnNext({ at, next, isSpaced }: Place): boolean {
  return isSpaced && at.gap > 0 && next?.gap === 0
}

const SHORT = 60

function isShort({ width, end }: Glance): boolean {
  return width < SHORT && end !== 'stop'
}

/** Within so much of the wider one. */
const ALIKE = 0.35

export function isAsWide(one: Glance, other: Glance): boolean {
  return Math.abs(one.width - other.width) <= ALIKE * Math.max(one.width, other.width)
}

/** Of the longer words nearly all begin with a capital. */
export function isTitleCase(text: string): boolean {
  const long = (text.match(/\p{L}[\p{L}'’-]*/gu) ?? []).filter(
    (word) => word.length > 3 && /^[\p{Lu}\p{Ll}]/u.test(word),
  )
  const capital = long.filter((word) => /^\p{Lu}/u.test(word))
  return long.length >= 2 && capital.length >= 0.8 * long.length
}

function symbolShare(text: string): number {
  return (text.match(/[^\p{L}\s]/gu) ?? []).length / Math.max(1, text.length)
}

/** Whether half of the unit's longer words come back in the other, by their first letters. */
export function echo(at: Glance, other: Glance | undefined): boolean {
  const own = stems(at.text)
  const theirs = new Set(other === undefined ? [] : stems(other.text.slice(0, SEARCHED)))
  return own.length > 0 && own.filter((stem) => theirs.has(stem)).length >= own.length / 2
}

/** Characters of a neighbour in which words are looked for. */
const SEARCHED = 1500

const STEM = 5

function stems(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? []
  return words.filter((word) => !EMPTY_WORDS.has(word)).map((word) => word.slice(0, STEM))
}

const EMPTY_WORDS = new Set(
  (
    'about after also and are because been before being between both but can could does each from have how into its just like many may more ' +
    'most much must not only other our over should some such than that the their them then there these they this those through under using ' +
    'very was way what when where which while who why will with within would you your'
  ).split(' '),
)
