// Finds the main figure in the sentences of a slide.

import { countWords } from '../../grammar/count-words.ts'
import { children, rootOf } from '../../grammar/tree.ts'
import type { Line } from '../../model/draft.ts'
import { shiftSpan } from '../../model/span.ts'
import type { Context } from '../context.ts'
import { lineOf } from '../line.ts'
import { dependenceOf } from '../sentence-dependence.ts'
import type { FormFinder, ShownSentence } from './form.ts'

/**
 * Finds the main figure in the sentences of a slide: a percentage, an amount of money, a multiple or a count of
 * thousands, in one of the sentences with the greatest weights. Null if there is none, if it competes with other
 * figures or if it means little by itself.
 */
export const numberForm: FormFinder = (context, shown) => {
  const greatestWeight = Math.max(...shown.map(({ weight }) => weight))
  const withFigures = shown.flatMap((each, index) => {
    const figures = figuresIn(each.sentence.text)
    return figures.length === 0 || each.weight < greatestWeight * COMPETING_FRACTION ? [] : [{ each, index, figures }]
  })
  const [first] = withFigures
  const values = withFigures.flatMap(({ each, figures }) =>
    figures.map((figure) => each.sentence.text.slice(...figure)),
  )
  const [figure] = first?.figures ?? []
  // The same figure may occur more than once.
  if (first === undefined || figure === undefined || new Set(values).size > 1) return null
  const { each, index } = first
  const { weight } = each
  const { text, span } = each.sentence
  if (weight < greatestWeight * MIN_WEIGHT_FRACTION) return null
  const isTrivial = TRIVIAL_FIGURES.some((pattern) => pattern.test(text.slice(...figure)))
  if (isTrivial || isPartOfPhrase(text, figure) || hasOtherNumbers(text, figure) || !statesFact(context, text))
    return null
  const label = labelFor(context, each, figure)
  const value = lineOf({ text: context.article.text, spans: [shiftSpan(figure, span[0])], kind: 'prose', weight })
  return label === null ? null : { content: { type: 'number', value, label, context: null }, from: index, to: index }
}

/** Whether a sentence states a fact, not advice, a hypothesis or a quotation. */
function statesFact({ parse }: Context, sentence: string): boolean {
  if (
    parse === null ||
    /["“”?]|^(?:if|when|suppose|imagine|let|do|don['’]t|never|the (?:other|remaining|rest))\b/iu.test(sentence)
  )
    return false
  const tree = parse(sentence)
  return children(tree, rootOf(tree)).some((child) => /^nsubj/.test(tree.tokens[child]?.relation ?? ''))
}

/** The weight of the figure's sentence must be at least this fraction of the greatest weight. */
const MIN_WEIGHT_FRACTION = 0.75

/** Figures compete if their sentences have at least this fraction of the greatest weight. */
const COMPETING_FRACTION = 0.5

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
  const fitting = lines.filter(
    (line) =>
      line.spans.some((span) => span[0] <= from && span[1] >= to) &&
      countWords(line.text, context.article.language) <= MAX_LABEL_WORDS &&
      context.parse !== null &&
      dependenceOf(context.parse(line.text), line.text) === null,
  )
  return fitting.toSorted((one, other) => one.text.length - other.text.length)[0] ?? null
}

/**
 * Finds the figures that an audience can grasp without the rest of the sentence. A figure in a range or a pair does not
 * count.
 */
function figuresIn(sentence: string): (readonly [number, number])[] {
  return [...sentence.matchAll(FIGURE)].map((match) => [match.index, match.index + match[0].trimEnd().length] as const)
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

const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const SCALE = '(?:hundred |thousand )?(?:million|billion|trillion)'
const COUNT = String.raw`\d{1,3}(?:,\d{3})+`
const FIGURE = new RegExp(
  [
    String.raw`(?<![\p{L}\d.,-]|\d (?:to|or|and) |\d[–—])(?:${DIGITS})\s?(?:%|percent\b|per cent\b|percentage points\b)`,
    String.raw`(?<![\p{L}\d])(?:US|A|C|NZ)?[$€£¥]\s?(?:${DIGITS})(?:\s?${SCALE}\b|(?:bn|tn|m|k)\b)?`,
    String.raw`(?<![\p{L}\d.,-]|\d (?:to|or|and) |\d[–—])(?:${DIGITS})\s${SCALE}\b(?! (?:years?|miles|light))`,
    String.raw`(?<![\p{L}\d.,$€£¥#-]|\d (?:to|or|and) |\d[–—])${COUNT}\b(?=\s\p{Ll}{3,})(?! (?:${SCALE}|years?|miles|light))`,
    String.raw`(?<![\p{L}\d.,-]|\d (?:to|or|and) |\d[–—])\d+(?:\.\d+)?(?:[x×](?![\p{L}\d]|\.\p{L})(?! \p{Ll}+(?!\p{Ll})(?<! (?:as|better|bigger|boost|faster|gain|growth|higher|improvement|increase|larger|less|lower|more|reduction|slowdown|slower|smaller|speed|speedup|the|what)))| times (?=as |more |less |faster |slower |larger |smaller |higher |lower |bigger |the ))`,
  ].join('|'),
  'gu',
)
