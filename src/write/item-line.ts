// Makes the lines of list items.

import { finalConjunctionIn } from '../grammar/final-conjunction.ts'
import type { Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import type { Span } from '../model/span.ts'
import { hasLetterOrDigit } from '../util/letters-and-digits.ts'
import { type Context, countSlideWords } from './context.ts'
import { marksBetween } from './find-marks.ts'
import { lineOf } from './line.ts'
import { INITIAL_WEIGHT, type Version, versionsOf } from './sentence-versions.ts'

/**
 * Makes a line for each item from its sentences, without a conjunction at its end; null for an item without words. If all
 * items have several sentences, on average at most `maxWords` words, and similar lengths, they are shown whole. Otherwise
 * an item shows its first sentence, and a later one that contains its label in bold.
 */
export function itemLines(
  context: Context,
  items: readonly (readonly Sentence[])[],
  maxWords: number,
): readonly (Line | null)[] {
  const whole = items.map((item) => (item.length > 1 ? wholeLine(context, item) : null))
  const counts = whole.flatMap((line) => (line === null ? [] : [countSlideWords(context, line.text)]))
  const areWhole =
    counts.length === items.length &&
    Math.max(...counts) <= MAX_TO_MEAN * maxWords &&
    counts.reduce((sum, count) => sum + count, 0) <= maxWords * counts.length
  const pattern = finalConjunctionIn(context.article.language)
  // A conjunction joins the last item to the one before it. Elsewhere, "e" may be a letter: "Vitamine a, e".
  const isJoined = pattern?.test(items.at(-2)?.at(-1)?.text ?? '') === true
  return items.map((item, index) => {
    const line = (areWhole ? whole[index] : null) ?? itemLine(context, aboveCaption(item), maxWords)
    if (line === null) return null
    const isLast = index === items.length - 1
    return { ...line, kind: 'item', text: isJoined && !isLast ? line.text.replace(pattern, '') : line.text }
  })
}

/**
 * Each item shown whole may have at most this many times `maxWords` words, although their mean may not exceed
 * `maxWords`.
 */
const MAX_TO_MEAN = 1.3

/** Returns the line of a whole item; null if it contains anything but words, such as a picture or a quotation. */
function wholeLine(context: Context, item: readonly Sentence[]): Line | null {
  const [first, last] = [item[0], item.at(-1)]
  if (first === undefined || last === undefined || item.some(({ kind }) => kind !== 'item') || !hasWords(first))
    return null
  return makeLine(context, [[first.span[0], last.span[1]]])
}

/** Returns the sentences of an item before the caption of its picture. */
function aboveCaption(item: readonly Sentence[]): readonly Sentence[] {
  const caption = item.findIndex(({ kind }) => kind === 'caption')
  return caption < 0 ? item : item.slice(0, caption)
}

/**
 * If the first sentence of an item has at most this many words or is bold, that sentence is a term, and is shown with
 * the next sentence.
 */
const MAX_TERM_WORDS = 4

function itemLine(context: Context, [first, ...others]: readonly Sentence[], maxWords: number): Line | null {
  if (first === undefined || !hasWords(first)) return null
  const [second] = others
  const isTerm = countSlideWords(context, first.text) <= MAX_TERM_WORDS || isBold(context, first)
  if (second !== undefined && isTerm) {
    const both = makeLine(context, [[first.span[0], second.span[1]]])
    if (countSlideWords(context, both.text) <= maxWords) return both
  }
  const bold = boldSpansIn(context, first)
  const versions = versionsOf(context, first).filter(({ line }) => bold.every((span) => covers(line, span)))
  return longestFitting(versions, maxWords)?.line ?? null
}

function makeLine({ article: { text } }: Context, spans: readonly Span[]): Line {
  return lineOf({ text, spans, kind: 'item', weight: INITIAL_WEIGHT })
}

function hasWords({ text }: Sentence): boolean {
  return hasLetterOrDigit(text)
}

/** Lists the spans of a sentence that are bold. */
function boldSpansIn({ article: { marks } }: Context, { span: [start, end] }: Sentence): readonly Span[] {
  return marksBetween(marks, start, end).flatMap(({ style, span }) =>
    style.type === 'strong' ? [[span[0], Math.min(span[1], end)] as const] : [],
  )
}

/** Whether a sentence is bold from its beginning to its end. */
function isBold(context: Context, sentence: Sentence): boolean {
  const [start, end] = sentence.span
  // Its full stop may be outside of the bold run.
  return boldSpansIn(context, sentence).some(([from, to]) => from <= start && to >= end - 1)
}

function covers({ spans }: Line, [from, to]: Span): boolean {
  return spans.some(([start, end]) => start <= from && to <= end)
}

function longestFitting(versions: readonly Version[], maxWords: number): Version | null {
  return versions.find(({ words }) => words <= maxWords) ?? versions.at(-1) ?? null
}
