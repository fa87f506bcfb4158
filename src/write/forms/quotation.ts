// Finds quotations with a named speaker.

import { countWords } from '../../grammar/count-words.ts'
import { isAttribution, SPEAKER_DASH } from '../../grammar/quotation-marks.ts'
import type { Line } from '../../model/draft.ts'
import { type Span, shiftSpan } from '../../model/span.ts'
import type { Context } from '../context.ts'
import { lineOf, phraseOf } from '../line.ts'
import { INITIAL_WEIGHT } from '../sentence-versions.ts'
import type { FormFinder, FormMatch, ShownSentence } from './form.ts'
import { speakerOf } from './speaker.ts'

/**
 * Finds a quotation with a named speaker: `"…," said X`, `"…," X said`, `X said: "…"`, or a block quotation above the
 * speaker's name.
 */
export const quotationForm: FormFinder = (context, shown) => {
  for (const [at, each] of shown.entries()) {
    const block = blockQuotationAt(context, shown, at)
    if (block !== null) return block
    const content = quotationIn(context, each, shown.slice(0, at))
    if (content !== null) return { content: { type: 'quote', ...content }, from: at, to: at }
  }
  return null
}

/** A quotation with fewer words is only a phrase; one with more cannot be read from the back of a room. */
const MIN_WORDS = 6
const MAX_WORDS = 36

/** Finds a block quotation with its speaker on the line below: "— Ada Marsh, sailor". */
function blockQuotationAt(context: Context, shown: readonly ShownSentence[], at: number): FormMatch | null {
  const end = shown.findIndex(({ sentence }, index) => index > at && !isBlockQuotation(sentence))
  const run = shown.slice(at, end < 0 ? shown.length : end)
  const last = run.at(-1)?.sentence
  if (last === undefined || !run.every(({ sentence }) => isBlockQuotation(sentence))) return null
  const { text, language } = context.article
  const spans = run.map(({ sentence }) => sentence.span)
  const [match, mark = '', name = ''] = SPEAKER.exec(text.slice(last.span[1])) ?? []
  const words = countWords(spans.map((span) => text.slice(...span)).join(' '), language)
  if (match === undefined || words < MIN_WORDS || words > MAX_WORDS) return null
  const start = last.span[1] + mark.length
  const source = { text, kind: 'prose', weight: INITIAL_WEIGHT } as const
  const quote = lineOf({ ...source, spans })
  const speaker = phraseOf({ ...source, spans: [[start, start + name.length]] })
  return { content: { type: 'quote', quote, speaker }, from: at, to: at + run.length - 1 }
}

/** Whether a sentence belongs to a block quotation and is not the line that names its speaker. */
function isBlockQuotation({ kind, text }: ShownSentence['sentence']): boolean {
  return kind === 'quotation' && !isAttribution(text)
}

const SPEAKER = new RegExp(String.raw`^(\s*${SPEAKER_DASH})([@\p{Lu}][^\n]{1,80}?)(?=\n|$)`, 'u')

interface Quotation {
  readonly quote: Line
  readonly speaker: Line
}

function quotationIn(context: Context, each: ShownSentence, before: readonly ShownSentence[]): Quotation | null {
  const { sentence } = each
  const split = splitQuotation(sentence.text)
  if (split === null || context.parse === null || sentence.kind === 'quotation') return null
  const words = split.quoted.map((span) => sentence.text.slice(...span)).join(' ')
  const count = countWords(words, context.article.language)
  if (count < MIN_WORDS || count > MAX_WORDS || DEPENDENT_QUOTATION.test(words) || !/^\P{L}*\p{Lu}/u.test(words))
    return null
  const speaker = speakerOf(context, { shown: each, clause: split.clause, before })
  if (speaker === null) return null
  const { span } = sentence
  const { weight } = each
  const source = { text: context.article.text, kind: 'prose', weight } as const
  const quote = lineOf({ ...source, spans: split.quoted.map((each) => shiftSpan(each, span[0])) })
  return { quote, speaker: phraseOf({ ...source, spans: [speaker] }) }
}

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
    // "A," said X, "b.": the second part continues the first.
    const isContinued = /,\W*$/u.test(text.slice(...first)) && /^\P{L}*\p{Ll}/u.test(text.slice(...second))
    return isContinued && !hasTextBefore && !hasTextAfter
      ? { quoted: [withoutMarks(first), withoutMarks(second)], clause: [first[1], second[0]] }
      : null
  }
  // With text on both sides, the quotation is part of a sentence that says more than who is speaking.
  if (hasTextBefore === hasTextAfter) return null
  return { quoted: [withoutMarks(first)], clause: hasTextBefore ? [0, first[0]] : [first[1], text.length] }
}

/** Openings of a quotation that refers to something said earlier and makes no sense alone. */
const DEPENDENT_QUOTATION = new RegExp(
  [
    String.raw`^\W*(?:as a result|because of (?:this|that)|instead|however|maybe because|one (?:is|of)|since then|therefore|then|thus|what happened)\b`,
    String.raw`^\W*(?:(?:and|but|so|because|if|when),? )?(?:these|those|he|she|they|him|her|them|here|his|their|its|such|whatever)\b`,
    // "It is a hard winter" and "There is no other way" are complete.
    String.raw`^\W*(?:(?:and|but|so|because|if|when),? )?(?:this|that|it|there)\b(?! (?:is|are|was|were) (?:no|a|an|the|nothing|something)\b)`,
    String.raw`\b(?:him|her|them)\W*$`,
  ].join('|'),
  'i',
)

const QUOTED_TEXT = /“[^“”]+”|"[^"]+"|‘[^‘’]+(?:’\p{L}[^‘’]*)*’(?!\p{L})/gu
