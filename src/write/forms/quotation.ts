// Finds quotations with a named speaker.

import { countWords } from '../../grammar/count-words.ts'
import { normaliseWord } from '../../grammar/english-words.ts'
import type { Content, Line } from '../../model/draft.ts'
import type { Sentence } from '../../model/outline.ts'
import { type Span, shiftSpan } from '../../model/span.ts'
import { wordSet } from '../../util/word-set.ts'
import { connectiveLength } from '../connectives.ts'
import type { Context } from '../context.ts'
import { lineOf, phraseOf, type Source } from '../line.ts'
import type { Parser } from '../parser.ts'
import { INITIAL_WEIGHT } from '../sentence-versions.ts'
import type { ShownSentence } from './form.ts'
import { speakerOf } from './speaker.ts'

/** A quotation with fewer words is only a phrase; one with more cannot be read from the back of a room. */
export const MIN_WORDS = 6
export const MAX_WORDS = 36

/** The maximum length of a paragraph that may fit, in UTF-16 code units. */
const MAX_PARAGRAPH_LENGTH = 600

/**
 * Makes the content of a slide from a paragraph of several sentences by one speaker: `"…," said X. "…"`; null if it
 * has another form or the speaker is in doubt.
 */
export function quotedParagraph(context: Context, sentences: readonly Sentence[]): Content | null {
  const [first] = sentences
  const last = sentences.at(-1)
  if (first === undefined || last === undefined || first === last || sentences.some(({ kind }) => kind !== 'prose'))
    return null
  const span: Span = [first.span[0], last.span[1]]
  if (span[1] - span[0] > MAX_PARAGRAPH_LENGTH) return null
  const paragraph = { ...first, text: context.article.text.slice(...span), span }
  return quotationIn(context, { sentence: paragraph, weight: INITIAL_WEIGHT })
}

/**
 * Makes the content of a slide from a sentence that is a quotation with a named speaker: `"…," said X`, `"…," X said`,
 * `X said: "…"`; null for any other.
 */
export function quotationIn(
  context: Context,
  { sentence, weight }: Pick<ShownSentence, 'sentence' | 'weight'>,
): Content | null {
  const split = splitQuotation(sentence.text)
  if (split === null || context.parse === null || sentence.kind === 'quotation') return null
  const words = split.quoted.map((span) => sentence.text.slice(...span)).join(' ')
  const count = countWords(words, context.article.language)
  if (count < MIN_WORDS || count > MAX_WORDS || isDependent(context.parse, words) || !OPENS_SENTENCE.test(words))
    return null
  const speaker = speakerOf(context, sentence, split.clause)
  if (speaker === null) return null
  const { span } = sentence
  const source = { text: context.article.text, kind: 'prose', weight } as const
  const quote = quoteOf({ ...source, spans: split.quoted.map((each) => shiftSpan(each, span[0])) })
  return { type: 'quote', quote, speaker: phraseOf({ ...source, spans: [speaker] }) }
}

/** Makes the line of a quotation. Each of several sentences ends with a full stop. */
export function quoteOf(source: Source): Line {
  const line = lineOf(source)
  const [first = '', ...others] = source.spans.map((span) => source.text.slice(...span))
  const last = others.at(-1) ?? first
  // In `"A," said X. "B."`, the comma ends a sentence.
  const text = OPENS_SENTENCE.test(others[0] ?? '')
    ? line.text.replace(first, (all) => all.replace(/,$/, '.'))
    : line.text
  const isUnfinished = /[.!?…]\s/u.test(text) && /\.\s*$/.test(last) && !/[.!?…]$/u.test(text)
  return { ...line, text: isUnfinished ? `${text}.` : text }
}

const OPENS_SENTENCE = /^\P{L}*\p{Lu}/u

interface SplitSentence {
  /** The text inside the quotation marks, as offsets into the sentence: one span, or one on each side of the clause. */
  readonly quoted: readonly Span[]
  /** The text outside the quotation marks. */
  readonly clause: Span
}

/**
 * Splits a sentence that contains only a quotation and a clause before, after or inside it; null for any other
 * sentence.
 */
function splitQuotation(text: string): SplitSentence | null {
  const [first, second, ...others] = [...text.matchAll(QUOTED_TEXT)].map(
    (match): Span => [match.index, match.index + match[0].length],
  )
  if (first === undefined || others.length > 0) return null
  const withoutMarks = ([start, end]: Span): Span => [start + 1, end - 1]
  const last = second ?? first
  const hasWords = (from: number, to: number) => /\p{L}/u.test(text.slice(from, to))
  const [hasTextBefore, hasTextAfter] = [hasWords(0, first[0]), hasWords(last[1], text.length)]
  if (second !== undefined) {
    // In `"A," said X, "b."`, the second part continues the first; in `"A," said X. "B."`, it is another sentence.
    const isContinued = /,\W*$/u.test(text.slice(...first)) && /^\P{L}*\p{Ll}/u.test(text.slice(...second))
    const isNext = /\.\s*$/u.test(text.slice(first[1], second[0])) && OPENS_SENTENCE.test(text.slice(...second))
    return (isContinued || isNext) && !hasTextBefore && !hasTextAfter
      ? { quoted: [withoutMarks(first), withoutMarks(second)], clause: [first[1], second[0]] }
      : null
  }
  // With text on both sides, the quotation is part of a sentence that says more than who is speaking.
  if (hasTextBefore === hasTextAfter) return null
  return { quoted: [withoutMarks(first)], clause: hasTextBefore ? [0, first[0]] : [first[1], text.length] }
}

/** Whether a quotation begins with words that refer to something said earlier, so that it makes no sense alone. */
function isDependent(parse: Parser, quotation: string): boolean {
  if (connectiveLength(quotation) !== 0) return true
  const first = parse(quotation).tokens.find(({ upos }) => upos !== 'PUNCT')
  return first !== undefined && REFERRING_WORDS.has(normaliseWord(first.text)) && !first.relation.startsWith('expl')
}

const REFERRING_WORDS: ReadonlySet<string> = wordSet(
  'these those he she they him her them his their its such this that it there',
)

const QUOTED_TEXT = /“[^“”]+”|"[^"]+"|‘[^‘’]+(?:’\p{L}[^‘’]*)*’(?!\p{L})/gu
