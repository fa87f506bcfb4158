// Finds the main figure in a sentence.

import { countWords } from '../../grammar/count-words.ts'
import { dependentsOf, hasRelation, rootOf } from '../../grammar/tree.ts'
import type { Content, Line } from '../../model/draft.ts'
import { shiftSpan } from '../../model/span.ts'
import type { Context } from '../context.ts'
import { lineOf } from '../line.ts'
import { dependenceOf } from '../sentence-dependence.ts'
import type { ShownSentence } from './form.ts'

/**
 * Makes the content of a slide from the figure in a sentence: a percentage, an amount of money, a multiple or a count of
 * thousands. Null if there is none, if it competes with other figures or if it means little by itself.
 */
export function numberIn(context: Context, shown: ShownSentence): Extract<Content, { type: 'number' }> | null {
  const { text, span } = shown.sentence
  const [figure, ...others] = figuresIn(text)
  // The same figure may occur more than once.
  if (figure === undefined || others.some((other) => text.slice(...other) !== text.slice(...figure))) return null
  const isTrivial = TRIVIAL_FIGURES.some((pattern) => pattern.test(text.slice(...figure)))
  if (isTrivial || isPartOfPhrase(text, figure) || hasOtherNumbers(text, figure) || !statesFact(context, text))
    return null
  const label = labelFor(context, shown, figure)
  const spans = [shiftSpan(figure, span[0])]
  const value = lineOf({ text: context.article.text, spans, kind: 'prose', weight: shown.weight })
  return label === null ? null : { type: 'number', value, label, context: null }
}

/** Whether a sentence states a fact, not advice, a hypothesis or a quotation. */
function statesFact({ parse }: Context, sentence: string): boolean {
  if (
    parse === null ||
    /["“”?]|^(?:if|when|suppose|imagine|let|do|don['’]t|never|the (?:other|remaining|rest))\b/iu.test(sentence)
  )
    return false
  const tree = parse(sentence)
  return dependentsOf(tree, rootOf(tree)).some((each) => hasRelation(each, 'nsubj'))
}

/** The maximum number of words in a label: a longer one cannot be read at a glance. */
const MAX_LABEL_WORDS = 28

/**
 * Returns the shortest version of the sentence that keeps the figure and makes sense by itself; null if there is none.
 */
function labelFor(
  context: Context,
  { sentence, lines }: ShownSentence,
  [start, end]: readonly [number, number],
): Line | null {
  const [from, to] = [sentence.span[0] + start, sentence.span[0] + end]
  const labels = lines.filter(
    (line) =>
      line.spans.some((span) => span[0] <= from && span[1] >= to) &&
      countWords(line.text, context.article.language) <= MAX_LABEL_WORDS &&
      context.parse !== null &&
      dependenceOf(context.parse(line.text), line.text) === null,
  )
  return labels.toSorted((one, other) => one.text.length - other.text.length)[0] ?? null
}

/**
 * Finds the figures that an audience can grasp without the rest of the sentence. A figure in a range or a pair does not
 * count.
 */
function figuresIn(sentence: string): (readonly [number, number])[] {
  return FIGURES.flatMap((pattern) =>
    [...sentence.matchAll(pattern)].map(({ 0: figure, index }) => [index, index + figure.trimEnd().length] as const),
  )
}

/**
 * Whether a figure cannot be separated from the words after it: "50% or more of them" is not an exact count, and
 * "38,000 feet" is a height.
 */
function isPartOfPhrase(sentence: string, [, end]: readonly [number, number]): boolean {
  return /^\s?(?:or (?:better|fewer|higher|less|lower|more)|feet|foot|met(?:er|re)s)\b/i.test(sentence.slice(end))
}

/** Whether a sentence has other numbers, except years. A single figure would then leave out too much. */
function hasOtherNumbers(sentence: string, [start, end]: readonly [number, number]): boolean {
  const rest = `${sentence.slice(0, start)} … ${sentence.slice(end)}`
  return /\d/.test(rest.replace(/\b(?:1[5-9]|20)\d\d\b(?:-\d\d)?|\p{L}[\p{L}-]*\d+/gu, ''))
}

/** Figures that mean little: 0 and 100 percent, and amounts of money below a thousand. */
const TRIVIAL_FIGURES: readonly RegExp[] = [
  /^\D*(?:0|100)(?:\.0+)?\s?\D*$/,
  /^(?:US|A|C|NZ)?[$€£¥]\s?\d{1,3}(?:\.\d+)?$/,
]

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`
const SCALE = '(?:hundred |thousand )?(?:million|billion|trillion)'
const UNIT = '(?:years?|miles|light)'
const COMPARATIVES = '(?:as|better|bigger|faster|higher|larger|less|lower|more|slower|smaller|the)'
/** What comes before a figure that is not part of a word, another number or a range. */
const START = String.raw`(?<![\p{L}\d.,$€£¥#-]|\d (?:to|or|and) |\d[–—])`
const FIGURES: readonly RegExp[] = [
  String.raw`${START}${DIGITS}\s?(?:%|percent\b|per cent\b|percentage points\b)`,
  String.raw`(?<![\p{L}\d])(?:US|A|C|NZ)?[$€£¥]\s?${DIGITS}(?:\s?${SCALE}\b|(?:bn|tn|m|k)\b)?`,
  String.raw`${START}${DIGITS}\s${SCALE}\b(?! ${UNIT})`,
  String.raw`${START}\d{1,3}(?:,\d{3})+\b(?=\s\p{Ll}{3,})(?! (?:${SCALE}|${UNIT}))`,
  String.raw`${START}${DIGITS}(?:[x×](?=[.,;)]|$)|(?:[x×]| times)(?= ${COMPARATIVES}\b))`,
].map((pattern) => new RegExp(pattern, 'gu'))
