// Shortens sentences: lists the versions that keep their meaning.

import { dependsOnPrevious } from '../grammar/depends-on-previous.ts'
import { CLOSING_MARKS, hasQuotation, openMarkAfter, withoutOpeningMark } from '../grammar/quotation-marks.ts'
import type { Tree } from '../grammar/tree.ts'
import type { Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { type Span, shiftSpan } from '../model/span.ts'
import { isBalanced } from './balanced-brackets.ts'
import { connectiveLength } from './connectives.ts'
import { type Context, countSlideWords } from './context.ts'
import { cutsFormula } from './cuts-formula.ts'
import { lineOf } from './line.ts'
import { cutsOf } from './sentence-cuts.ts'
import { type Dependence, dependenceOf, isFragment } from './sentence-dependence.ts'
import type { Phrase } from './writer-memory.ts'

/** A version of a sentence, whole or shortened, that keeps its meaning. */
export interface Version {
  readonly line: Line
  readonly words: number
  /** Why it depends on the text before it (see `dependenceOf`); null if it makes sense by itself. */
  readonly dependence: Dependence | null
}

/** The quotation that contains a sentence; it may begin before the sentence and continue after it. */
export interface QuotationContext {
  /**
   * The opening quotation mark that is still open before the sentence and, in `openAfter`, after it; null if none is.
   */
  readonly openBefore: string | null
  readonly openAfter: string | null
}

/**
 * Lists the versions of a sentence, from the whole sentence to the shortest version. A sentence inside a longer
 * quotation is shown only whole, in quotation marks; one with unpaired brackets is never shown.
 */
export function versionsOf(
  context: Context,
  sentence: Sentence,
  quotation: QuotationContext = UNQUOTED,
): readonly Version[] {
  const { text, span, kind } = sentence
  if (!areBracketsPaired(text)) return []
  const isQuoted = quotation.openBefore !== null || quotation.openAfter !== null
  const phrases = isQuoted ? phrasesOf(context, text).slice(0, 1) : phrasesOf(context, text)
  return phrases.flatMap((phrase, index): Version[] => {
    const [opening, closing] = missingMarks(phrase.text, quotation)
    const spans = phrase.spans.map((each) => shiftSpan(each, span[0]))
    if (index > 0 && cutsFormula(context.article, spans)) return []
    const line: Line = {
      text: `${opening}${phrase.text}${closing}`,
      spans,
      added: [opening, closing].filter((mark) => mark !== ''),
      kind: kind === 'item' ? 'item' : 'prose',
      weight: INITIAL_WEIGHT,
    }
    return [{ line, words: phrase.words, dependence: phrase.dependence }]
  })
}

/** The weight of a line that has not been scored yet. */
export const INITIAL_WEIGHT = 0.5

const UNQUOTED: QuotationContext = { openBefore: null, openAfter: null }

/**
 * Maps the offset of each sentence that is part of a longer quotation to that quotation. A quotation ends with its
 * paragraph. If its mark is never closed there, it ends with its first sentence, unless the next paragraph repeats the
 * mark because the quotation continues.
 */
export function quotationsIn(sentences: readonly Sentence[]): ReadonlyMap<number, QuotationContext> {
  const contexts = new Map<number, QuotationContext>()
  for (let index = 0; index < sentences.length; ) {
    const { text, span } = sentences[index] ?? { text: '', span: [0, 0] }
    const mark = openMarkAfter(text, null)
    const run = mark === null ? [] : quotationFrom(sentences, index, mark)
    for (const [at, { openBefore, openAfter }] of run.entries())
      contexts.set(sentences[index + at]?.span[0] ?? span[0], { openBefore, openAfter })
    index += Math.max(1, run.length)
  }
  return contexts
}

/**
 * Returns the contexts of the sentences of a quotation that the sentence at `from` opens; none if its mark is a
 * mistake.
 */
function quotationFrom(sentences: readonly Sentence[], from: number, mark: string): readonly QuotationContext[] {
  const run: QuotationContext[] = [{ openBefore: null, openAfter: mark }]
  let open: string | null = mark
  for (const { text, startsBlock } of sentences.slice(from + 1)) {
    // An apostrophe may look like a single mark, and a sentence may open the next quotation.
    if (startsBlock) return text.startsWith(mark) ? run : []
    const openAfter: string | null = openMarkAfter(text, open)
    run.push({ openBefore: open, openAfter })
    if (openAfter === null) return run
    open = openAfter
  }
  return []
}

/**
 * Returns the marks to add to a sentence: the opening mark if the quotation begins before it, and the closing mark if
 * it ends after it. A new paragraph of a quotation may begin with its own opening mark.
 */
function missingMarks(text: string, { openBefore, openAfter }: QuotationContext): readonly [string, string] {
  const opening = openBefore === null || text.startsWith(openBefore) ? '' : openBefore
  return [opening, openAfter === null ? '' : (CLOSING_MARKS.get(openAfter) ?? '')]
}

function areBracketsPaired(text: string): boolean {
  return (
    (text.match(/[([（【]/g)?.length ?? 0) === (text.match(/[)\]）】]/g)?.length ?? 0) ||
    /^\(?[\p{L}\d]{1,3}[.)]/u.test(text)
  )
}

/**
 * Whether a sentence is too long to be shortened. The limit is twice what a slide holds, because the time to search for
 * droppable words grows with the square of the length.
 */
export function isOverlong(sentence: string): boolean {
  return sentence.length > MAX_SHORTENED_LENGTH
}

const MAX_SHORTENED_LENGTH = 1_000

/** Lists the versions of a sentence as phrases, from the whole sentence to the shortest version. */
export function phrasesOf(context: Context, sentence: string): readonly Phrase[] {
  const { parse } = context
  const whole: readonly Span[] = [[0, sentence.length]]
  if (isOverlong(sentence)) {
    const { text, spans } = lineOf({ text: sentence, spans: whole, kind: 'prose', weight: 0 })
    return [{ text, spans, words: countSlideWords(context, text), dependence: null }]
  }
  const make = () => {
    const all = parse === null ? [whole] : spansOf(parse(sentence), sentence)
    const fragment = parse !== null && isFragment(parse(sentence), sentence) ? 'ellipsis' : null
    const lines = all.map((spans) => lineOf({ text: sentence, spans, kind: 'prose', weight: 0 }))
    const texts = lines.map(({ text }) => text)
    return lines
      .filter(({ text }, index) => texts.indexOf(text) === index)
      .toSorted((one, other) => other.text.length - one.text.length)
      .map(({ text, spans }) => ({
        text,
        spans,
        words: countSlideWords(context, text),
        dependence: dependenceOfText(context, text) ?? fragment,
      }))
  }
  return parse?.memory?.phrases.recall(sentence, make) ?? make()
}

/**
 * Lists the spans of each version: the whole sentence and its beginning up to each point where the rest can be dropped,
 * both with and without the opening connective.
 */
function spansOf(tree: Tree, sentence: string): readonly (readonly Span[])[] {
  const start = Math.max(0, connectiveLength(sentence))
  // Questions and quotations are never cut.
  const ends =
    sentence.includes('?') || hasQuotation(sentence)
      ? []
      : cutsOf(tree).filter((end) => isBalanced(sentence.slice(start, end)))
  return [sentence.length, ...ends].flatMap(
    (end) => (start === 0 ? [[[0, end]]] : [[[0, end]], [[start, end]]]) as Span[][],
  )
}

/** Returns why a sentence, or a version of it, depends on the text before it; null if it makes sense by itself. */
export function dependenceOfText({ parse, article }: Context, text: string): Dependence | null {
  const words = withoutOpeningMark(text)
  if (parse !== null) return dependenceOf(parse(words), words)
  return dependsOnPrevious(article.language, text) ? 'connective' : null
}
