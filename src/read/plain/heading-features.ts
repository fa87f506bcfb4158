// Computes the features by which headings in plain text are recognised.

import { haveSimilarWidth, type UnitTraits } from './unit-traits.ts'
import {
  ADDRESS,
  CALL_TO_ACTION,
  FINITE_VERB,
  isTitleCase,
  KEY_AND_VALUE,
  nonLetterFraction,
  SENTENCE_CASE,
  SENTENCE_OPENER,
  sharesWords,
  TWO_SENTENCES,
} from './word-patterns.ts'

/**
 * How blank lines are used in the text: hardly at all ("none"); after paragraphs but not after headings, as in a page
 * copied from a browser ("copied"); or between all blocks ("even").
 */
export type Spacing = 'none' | 'copied' | 'even'

/** A unit among its neighbours. */
export interface UnitInContext {
  readonly unit: UnitTraits
  readonly before: UnitTraits | undefined
  readonly next: UnitTraits | undefined
  readonly twoBefore: UnitTraits | undefined
  readonly twoAfter: UnitTraits | undefined
  readonly spacing: Spacing
  /** The number of consecutive units directly before the unit that could be headings, each judged by itself. */
  readonly candidateCountBefore: number
  /** The number of consecutive units directly after the unit that could be headings, each judged by itself. */
  readonly candidateCountAfter: number
}

/**
 * Whether a unit, judged by itself, could be a heading: it is not wide, and does not end like a sentence or a clause.
 */
export function couldBeHeading({ width, end }: UnitTraits): boolean {
  return width <= MAX_HEADING_WIDTH && end !== 'stop' && end !== 'comma'
}

/** In columns. */
const MAX_HEADING_WIDTH = 120

/** Lists the features of a unit, under their names in `heading-weights.ts`. */
export function headingFeatures(context: UnitInContext): readonly string[] {
  return HEADING_FEATURES.flatMap(([name, applies]) => (applies(context) ? [name] : []))
}

export const HEADING_FEATURES: readonly (readonly [name: string, applies: (context: UnitInContext) => boolean])[] = [
  ['always', () => true],
  // The width of the unit.
  ['under 25', ({ unit }) => unit.width < 25],
  ['under 45', ({ unit }) => unit.width < 45],
  ['under 60', ({ unit }) => unit.width < 60],
  ['under 80', ({ unit }) => unit.width < 80],
  ['under 120', ({ unit }) => unit.width < 120],
  ['several lines', ({ unit }) => unit.lineCount > 1],
  // The beginning and end of the unit.
  ['ends in a stop', ({ unit }) => unit.end === 'stop'],
  ['ends in a colon', ({ unit }) => unit.end === 'colon'],
  ['ends in a comma', ({ unit }) => unit.end === 'comma'],
  ['ends in a question mark', ({ unit }) => unit.end === 'question'],
  ['begins in lower case', ({ unit }) => unit.start === 'lower'],
  ['begins with a digit', ({ unit }) => unit.start === 'digit'],
  ['begins with a symbol', ({ unit }) => unit.start === 'symbol'],
  ['begins with a picture', ({ unit }) => /^\p{Extended_Pictographic}/u.test(unit.text)],
  ['begins with a quotation', ({ unit }) => QUOTATION.test(unit.text)],
  ['bullet', ({ unit }) => unit.marker === 'bullet'],
  ['number', ({ unit }) => unit.marker === 'number'],
  ['letter', ({ unit }) => unit.marker === 'letter'],
  ['indented', ({ unit }) => unit.indent > 0],
  // The content of the unit.
  ['title case', ({ unit }) => isTitleCase(unit.text)],
  ['two sentences', ({ unit }) => TWO_SENTENCES.test(unit.text)],
  ['comma within', ({ unit }) => /,\s|[，、،]/.test(unit.text)],
  ['bracket', ({ unit }) => /[(（]/.test(unit.text)],
  ['many symbols', ({ unit }) => nonLetterFraction(unit.text) > 0.2],
  ['some symbols', ({ unit }) => nonLetterFraction(unit.text) > 0.1],
  ['code', ({ unit }) => unit.isCode],
  ['address', ({ unit }) => ADDRESS.test(unit.text)],
  ['key and value', ({ unit }) => KEY_AND_VALUE.test(unit.text)],
  ['invitation', ({ unit }) => CALL_TO_ACTION.test(unit.text)],
  ['opens a sentence', ({ unit }) => SENTENCE_OPENER.test(unit.text)],
  ['finite verb', ({ unit }) => unit.end !== 'question' && FINITE_VERB.test(unit.text)],
  ['sentence case', ({ unit }) => unit.wordCount >= 4 && SENTENCE_CASE.test(unit.text) && !isTitleCase(unit.text)],
  // The position of the unit.
  ['blank line above, copied', ({ unit, spacing }) => spacing === 'copied' && unit.gap > 0],
  ['no blank line above, copied', ({ unit, spacing }) => spacing === 'copied' && unit.gap === 0],
  ['blank line below, copied', ({ next, spacing }) => spacing === 'copied' && (next?.gap ?? 1) > 0],
  ['directly above the next, copied', (context) => context.spacing === 'copied' && isDirectlyAbove(context)],
  [
    'plain and directly above prose, copied',
    (context) => isPlainDirectlyAbove(context) && context.next?.isProse === true,
  ],
  [
    'plain and directly above other text, copied',
    (context) => isPlainDirectlyAbove(context) && context.next?.isProse !== true,
  ],
  ['no blank line above, even', ({ unit, spacing }) => spacing === 'even' && unit.gap === 0],
  ['blank line below, even', ({ next, spacing }) => spacing === 'even' && (next?.gap ?? 1) > 0],
  ['directly above the next, even', (context) => context.spacing === 'even' && isDirectlyAbove(context)],
  ['no spacing', ({ spacing }) => spacing === 'none'],
  ['between prose, no spacing', (context) => context.spacing === 'none' && isBetweenProse(context)],
  ['above prose, not below it, no spacing', (context) => context.spacing === 'none' && isOnlyAboveProse(context)],
  ['short next, no spacing', ({ next, spacing }) => spacing === 'none' && next !== undefined && isShort(next)],
  ['short before, no spacing', ({ before, spacing }) => spacing === 'none' && before !== undefined && isShort(before)],
  ['under 45, no spacing', ({ unit, spacing }) => spacing === 'none' && unit.width < 45],
  ['no prose two after, no spacing', ({ twoAfter, spacing }) => spacing === 'none' && twoAfter?.isProse === false],
  ['ends in a question mark, no spacing', ({ unit, spacing }) => spacing === 'none' && unit.end === 'question'],
  ['item before, no spacing', ({ before, spacing }) => spacing === 'none' && before?.marker === 'bullet'],
  ['two candidates before', ({ candidateCountBefore }) => candidateCountBefore >= 2],
  ['two candidates after', ({ candidateCountAfter }) => candidateCountAfter >= 2],
  [
    'no candidate beside it',
    ({ candidateCountBefore, candidateCountAfter }) => candidateCountBefore === 0 && candidateCountAfter === 0,
  ],
  // The unit after this one.
  ['last', ({ next }) => next === undefined],
  ['between prose', isBetweenProse],
  ['above prose, not below it', isOnlyAboveProse],
  [
    'below prose, not above it',
    ({ unit, before, next }) => isPlainCandidate(unit) && next?.isProse !== true && before?.isProse === true,
  ],
  ['prose next', ({ next }) => next?.isProse === true],
  ['colon next', ({ next }) => next?.end === 'colon'],
  ['stop next', ({ next }) => next?.end === 'stop'],
  ['lower case next', ({ next }) => next?.start === 'lower'],
  ['short next', ({ next }) => next !== undefined && isShort(next)],
  ['quotation next', ({ next }) => next !== undefined && QUOTATION.test(next.text)],
  [
    'name above a quotation',
    ({ unit, next }) => unit.wordCount <= 3 && next !== undefined && QUOTATION.test(next.text),
  ],
  ['code next', ({ next }) => next?.isCode === true],
  ['item next', ({ next }) => next?.marker === 'bullet' || next?.marker === 'number'],
  ['narrower than the next', ({ unit, next }) => (next?.width ?? 0) >= 1.5 * unit.width],
  ['much narrower than the next', ({ unit, next }) => (next?.width ?? 0) >= 3 * unit.width && (next?.width ?? 0) > 60],
  [
    'as wide as the next',
    ({ unit, next }) => next !== undefined && couldBeHeading(next) && haveSimilarWidth(unit, next),
  ],
  ['shares words with the next', ({ unit, next }) => isPlainCandidate(unit) && sharesWords(unit, next)],
  ['begins and ends like the next', ({ unit, next }) => next?.start === unit.start && next.end === unit.end],
  ['prose two after', ({ twoAfter }) => twoAfter?.isProse === true],
  ['no prose two after', ({ twoAfter }) => twoAfter?.isProse === false],
  // The unit before this one.
  ['stop before', ({ before }) => before?.end === 'stop'],
  ['colon before', ({ before }) => before?.end === 'colon'],
  ['colon two before', ({ before, twoBefore }) => twoBefore?.end === 'colon' && before?.isCode !== true],
  ['item before', ({ before }) => before !== undefined && before.marker !== null && before.marker !== 'quote'],
  ['code before', ({ before }) => before?.isCode === true],
  ['prose before', ({ before }) => before?.isProse === true],
  ['short before', ({ before }) => before !== undefined && isShort(before)],
  [
    'as wide as the one before',
    ({ unit, before }) => before !== undefined && couldBeHeading(before) && haveSimilarWidth(unit, before),
  ],
  [
    'begins and ends like the one before',
    ({ unit, before }) => before?.start === unit.start && before.end === unit.end,
  ],
  ['shares words with the one before', ({ unit, before }) => isPlainCandidate(unit) && sharesWords(unit, before)],
  [
    'question among questions',
    ({ unit, before, next }) => unit.end === 'question' && [before?.end, next?.end].includes('question'),
  ],
]

/** Whether a unit could be a heading, and has neither a colon at its end nor a marker. */
export function isPlainCandidate(unit: UnitTraits): boolean {
  return couldBeHeading(unit) && unit.end !== 'colon' && unit.marker === null
}

function isBetweenProse({ unit, before, next }: UnitInContext): boolean {
  return isPlainCandidate(unit) && next?.isProse === true && before?.isProse === true
}

function isOnlyAboveProse({ unit, before, next }: UnitInContext): boolean {
  return isPlainCandidate(unit) && next?.isProse === true && before?.isProse !== true
}

/** Whether there is a blank line before a unit but none after it. */
function isDirectlyAbove({ unit, next }: UnitInContext): boolean {
  return unit.gap > 0 && next?.gap === 0
}

function isPlainDirectlyAbove(context: UnitInContext): boolean {
  return context.spacing === 'copied' && isPlainCandidate(context.unit) && isDirectlyAbove(context)
}

const QUOTATION = /^["“„«「]/u
/** In columns. */
const SHORT_WIDTH = 60

function isShort({ width, end }: UnitTraits): boolean {
  return width < SHORT_WIDTH && end !== 'stop'
}
