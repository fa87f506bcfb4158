// Features by which headings in plain text are recognised.

import type { UnitTraits } from './unit-traits.ts'
import {
  ADDRESS,
  FINITE,
  INVITATION,
  isAsWide,
  isTitleCase,
  KEY_AND_VALUE,
  SENTENCE_CASE,
  SENTENCE_OPENER,
  sharesWords,
  symbolShare,
  TWO_SENTENCES,
} from './word-patterns.ts'

/**
 * How a text uses blank lines: hardly at all ("none"); after paragraphs but not after headings, as in a page copied
 * from a browser ("copied"); or between all blocks ("even").
 */
export type Spacing = 'none' | 'copied' | 'even'

/** A unit among its neighbours. */
export interface UnitSurroundings {
  readonly at: UnitTraits
  readonly before: UnitTraits | undefined
  readonly next: UnitTraits | undefined
  readonly twoBefore: UnitTraits | undefined
  readonly twoAfter: UnitTraits | undefined
  readonly spacing: Spacing
  /**
   * The number of consecutive units, directly before it and directly after it, that could be headings by themselves.
   */
  readonly runBefore: number
  readonly runAfter: number
}

/** Whether a unit could be a heading by itself: it is not wide, and does not end like a sentence or a clause. */
export function couldBeHeading({ width, end }: UnitTraits): boolean {
  return width <= WIDEST_HEADING && end !== 'stop' && end !== 'comma'
}

const WIDEST_HEADING = 120

/** Lists the features of a unit, by their names in `heading-weights.ts`. */
export function headingSigns(place: UnitSurroundings): readonly string[] {
  return HEADING_SIGNS.flatMap(([name, holds]) => (holds(place) ? [name] : []))
}

export const HEADING_SIGNS: readonly (readonly [name: string, holds: (place: UnitSurroundings) => boolean])[] = [
  ['always', () => true],
  // The width of the unit.
  ['under 25', ({ at }) => at.width < 25],
  ['under 45', ({ at }) => at.width < 45],
  ['under 60', ({ at }) => at.width < 60],
  ['under 80', ({ at }) => at.width < 80],
  ['under 120', ({ at }) => at.width < 120],
  ['several lines', ({ at }) => at.lines > 1],
  // The beginning and end of the unit.
  ['ends in a stop', ({ at }) => at.end === 'stop'],
  ['ends in a colon', ({ at }) => at.end === 'colon'],
  ['ends in a comma', ({ at }) => at.end === 'comma'],
  ['asks', ({ at }) => at.end === 'question'],
  ['begins in lower case', ({ at }) => at.start === 'lower'],
  ['begins with a digit', ({ at }) => at.start === 'digit'],
  ['begins with a sign', ({ at }) => at.start === 'symbol'],
  ['begins with a picture', ({ at }) => /^\p{Extended_Pictographic}/u.test(at.text)],
  ['begins with a quotation', ({ at }) => QUOTATION.test(at.text)],
  ['bullet', ({ at }) => at.mark === 'bullet'],
  ['number', ({ at }) => at.mark === 'number'],
  ['letter', ({ at }) => at.mark === 'letter'],
  ['indented', ({ at }) => at.indent > 0],
  // The content of the unit.
  ['title case', ({ at }) => isTitleCase(at.text)],
  ['two sentences', ({ at }) => TWO_SENTENCES.test(at.text)],
  ['comma within', ({ at }) => /,\s|[，、،]/.test(at.text)],
  ['bracket', ({ at }) => /[(（]/.test(at.text)],
  ['many signs', ({ at }) => symbolShare(at.text) > 0.2],
  ['some signs', ({ at }) => symbolShare(at.text) > 0.1],
  ['code', ({ at }) => at.isCode],
  ['address', ({ at }) => ADDRESS.test(at.text)],
  ['key and value', ({ at }) => KEY_AND_VALUE.test(at.text)],
  ['invites', ({ at }) => INVITATION.test(at.text)],
  ['opens a sentence', ({ at }) => SENTENCE_OPENER.test(at.text)],
  ['finite verb', ({ at }) => at.end !== 'question' && FINITE.test(at.text)],
  ['sentence case', ({ at }) => at.words >= 4 && SENTENCE_CASE.test(at.text) && !isTitleCase(at.text)],
  // The position of the unit.
  ['parted, copied', ({ at, spacing }) => spacing === 'copied' && at.gap > 0],
  ['tight, copied', ({ at, spacing }) => spacing === 'copied' && at.gap === 0],
  ['parted from the next, copied', ({ next, spacing }) => spacing === 'copied' && (next?.gap ?? 1) > 0],
  ['directly above the next, copied', (place) => place.spacing === 'copied' && isDirectlyAbove(place)],
  ['bare on prose, copied', (place) => isBareOnNext(place) && place.next?.isProse === true],
  ['bare on no prose, copied', (place) => isBareOnNext(place) && place.next?.isProse !== true],
  ['tight, even', ({ at, spacing }) => spacing === 'even' && at.gap === 0],
  ['parted from the next, even', ({ next, spacing }) => spacing === 'even' && (next?.gap ?? 1) > 0],
  ['directly above the next, even', (place) => place.spacing === 'even' && isDirectlyAbove(place)],
  ['no spacing', ({ spacing }) => spacing === 'none'],
  ['between prose, no spacing', (place) => place.spacing === 'none' && isBetweenProse(place)],
  ['over prose alone, no spacing', (place) => place.spacing === 'none' && isOverProseAlone(place)],
  ['short next, no spacing', ({ next, spacing }) => spacing === 'none' && next !== undefined && isShort(next)],
  ['short before, no spacing', ({ before, spacing }) => spacing === 'none' && before !== undefined && isShort(before)],
  ['under 45, no spacing', ({ at, spacing }) => spacing === 'none' && at.width < 45],
  ['no prose two after, no spacing', ({ twoAfter, spacing }) => spacing === 'none' && twoAfter?.isProse === false],
  ['asks, no spacing', ({ at, spacing }) => spacing === 'none' && at.end === 'question'],
  ['item before, no spacing', ({ before, spacing }) => spacing === 'none' && before?.mark === 'bullet'],
  ['two like it before', ({ runBefore }) => runBefore >= 2],
  ['two like it after', ({ runAfter }) => runAfter >= 2],
  ['none like it beside', ({ runBefore, runAfter }) => runBefore === 0 && runAfter === 0],
  // The unit after it.
  ['last', ({ next }) => next === undefined],
  ['between prose', isBetweenProse],
  ['over prose alone', isOverProseAlone],
  ['under prose alone', ({ at, before, next }) => isBare(at) && next?.isProse !== true && before?.isProse === true],
  ['prose next', ({ next }) => next?.isProse === true],
  ['colon next', ({ next }) => next?.end === 'colon'],
  ['stop next', ({ next }) => next?.end === 'stop'],
  ['begins in lower case next', ({ next }) => next?.start === 'lower'],
  ['short next', ({ next }) => next !== undefined && isShort(next)],
  ['quotation next', ({ next }) => next !== undefined && QUOTATION.test(next.text)],
  ['name over a quotation', ({ at, next }) => at.words <= 3 && next !== undefined && QUOTATION.test(next.text)],
  ['code next', ({ next }) => next?.isCode === true],
  ['item next', ({ next }) => next?.mark === 'bullet' || next?.mark === 'number'],
  ['narrower than the next', ({ at, next }) => (next?.width ?? 0) >= 1.5 * at.width],
  ['much narrower than the next', ({ at, next }) => (next?.width ?? 0) >= 3 * at.width && (next?.width ?? 0) > 60],
  ['as wide as the next', ({ at, next }) => next !== undefined && couldBeHeading(next) && isAsWide(at, next)],
  ['echo in the next', ({ at, next }) => isBare(at) && sharesWords(at, next)],
  ['begins and ends as the next', ({ at, next }) => next?.start === at.start && next.end === at.end],
  ['prose two after', ({ twoAfter }) => twoAfter?.isProse === true],
  ['no prose two after', ({ twoAfter }) => twoAfter?.isProse === false],
  // The unit before it.
  ['stop before', ({ before }) => before?.end === 'stop'],
  ['colon before', ({ before }) => before?.end === 'colon'],
  ['colon two before', ({ before, twoBefore }) => twoBefore?.end === 'colon' && before?.isCode !== true],
  ['item before', ({ before }) => before !== undefined && before.mark !== null && before.mark !== 'quote'],
  ['code before', ({ before }) => before?.isCode === true],
  ['prose before', ({ before }) => before?.isProse === true],
  ['short before', ({ before }) => before !== undefined && isShort(before)],
  ['as wide as before', ({ at, before }) => before !== undefined && couldBeHeading(before) && isAsWide(at, before)],
  ['begins and ends as before', ({ at, before }) => before?.start === at.start && before.end === at.end],
  ['echo before', ({ at, before }) => isBare(at) && sharesWords(at, before)],
  [
    'asks among questions',
    ({ at, before, next }) => at.end === 'question' && [before?.end, next?.end].includes('question'),
  ],
]

/** Whether a unit could be a heading, and has neither a colon at its end nor a marker. */
export function isBare(at: UnitTraits): boolean {
  return couldBeHeading(at) && at.end !== 'colon' && at.mark === null
}

function isBetweenProse({ at, before, next }: UnitSurroundings): boolean {
  return isBare(at) && next?.isProse === true && before?.isProse === true
}

function isOverProseAlone({ at, before, next }: UnitSurroundings): boolean {
  return isBare(at) && next?.isProse === true && before?.isProse !== true
}

/** Whether there is a blank line before a unit but none after it. */
function isDirectlyAbove({ at, next }: UnitSurroundings): boolean {
  return at.gap > 0 && next?.gap === 0
}

function isBareOnNext(place: UnitSurroundings): boolean {
  return place.spacing === 'copied' && isBare(place.at) && isDirectlyAbove(place)
}

const QUOTATION = /^["“„«「]/u
const SHORT = 60

function isShort({ width, end }: UnitTraits): boolean {
  return width < SHORT && end !== 'stop'
}
