// Makes slides of block quotations.

import { countWords } from '../grammar/count-words.ts'
import { isQuotationCredit, SPEAKER_DASH } from '../grammar/quotation-marks.ts'
import type { Content, Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { type Span, shiftSpan } from '../model/span.ts'
import type { BodyContext } from './body.ts'
import type { Context } from './context.ts'
import { MAX_WORDS, MIN_WORDS, quoteOf } from './forms/quotation.ts'
import { probabilityOf } from './judge/scores.ts'
import { phraseOf } from './line.ts'
import { leadLine } from './list-slides.ts'
import { INITIAL_WEIGHT, versionsOf } from './sentence-versions.ts'
import { MAX_TITLE_WIDTH } from './titles.ts'
import { leadsOn } from './unfinished-sentence.ts'

/** A block quotation, with the line below it that names its speaker, and the sentence that introduces it, if any. */
export interface BlockQuotation {
  readonly sentences: readonly Sentence[]
  readonly introduction: Sentence | null
}

/** The slide of a block quotation. */
export interface QuotationSlide {
  readonly content: Content
  /**
   * The sentence that introduces the quotation, if it fits and nothing else says whose words these are; null otherwise.
   */
  readonly title: Line | null
}

/**
 * Makes a slide of a block quotation, or of its best sentences if it is too long; null if none of it fits or is worth a
 * slide.
 */
export function blockQuotationSlide(bodyContext: BodyContext, quotation: BlockQuotation): QuotationSlide | null {
  const { context } = bodyContext
  const { sentences, introduction } = quotation
  const quoted = sentences.filter(({ kind, text }) => kind === 'quotation' && !isQuotationCredit(text))
  const speaker = speakerOf(context, quotation)
  const shown = excerptOf(bodyContext, quoted)
  const isWhole = shown?.length === quoted.length
  const isWorthShowing = (shown ?? []).some(({ span }) => (bodyContext.judged.get(span[0])?.scores.show ?? 0) > 0)
  if (shown === null || !(isWorthShowing || (isWhole && speaker !== null))) return null
  const quote = quoteOf({ ...sourceIn(context), spans: shown.map(({ span }) => span) })
  const isShown = introduction !== null && speaker === null && leadsOn(context, introduction)
  const title = isShown ? leadLine(context, introduction) : null
  // Perhaps only the introduction says that somebody else is speaking.
  if (title !== null && title.text.length > MAX_INTRODUCTION_WIDTH) return null
  return { content: { type: 'quote', quote, speaker }, title }
}

/** The maximum length of an introduction that is a title, which may fill a third line. */
const MAX_INTRODUCTION_WIDTH = 1.5 * MAX_TITLE_WIDTH

function sourceIn({ article: { text } }: Context) {
  return { text, kind: 'prose', weight: INITIAL_WEIGHT } as const
}

/** Returns the speaker that the line below the quotation names; null if there is none. */
function speakerOf(context: Context, { sentences }: BlockQuotation): Line | null {
  const credit = sentences.find(({ kind, text }) => kind === 'quotation' && isQuotationCredit(text))
  const span = credit === undefined ? null : creditedIn(credit)
  return span === null ? null : phraseOf({ ...sourceIn(context), spans: [span] })
}

/**
 * Returns the span of the words after the dash or, if these are too long, of the name alone, without the person's role
 * or work; null if there are no such words or even the name is too long.
 */
function creditedIn({ text, span: [start] }: Sentence): Span | null {
  const [, dash = '', all = '', name = ''] = CREDIT.exec(text) ?? []
  const credited = all.length <= MAX_CREDIT_LENGTH ? all : name
  return credited === '' || credited.length > MAX_CREDIT_LENGTH
    ? null
    : shiftSpan([dash.length, dash.length + credited.length], start)
}

const CREDIT = new RegExp(`^(${SPEAKER_DASH})(([^,;:(]+).*)$`, 'su')
const MAX_CREDIT_LENGTH = 80

/**
 * Returns the sentences of a quotation to show: all, or the best consecutive ones that fit a slide and make sense
 * without the sentence before them; null if there are none.
 */
function excerptOf({ context, judged }: BodyContext, quoted: readonly Sentence[]): readonly Sentence[] | null {
  const { text, language } = context.article
  const fits = (sentences: readonly Sentence[]) => {
    const words = countWords(sentences.map(({ span }) => text.slice(...span)).join(' '), language)
    // A sentence such as "(...)" may not end an excerpt.
    return words >= MIN_WORDS && words <= MAX_WORDS && /\p{L}/u.test(sentences.at(-1)?.text ?? '')
  }
  if (fits(quoted)) return quoted
  const worthOf = (sentences: readonly Sentence[]) =>
    sentences.reduce((sum, { span }) => sum + probabilityOf(judged.get(span[0])?.scores.show ?? 0), 0)
  const excerpts = quoted.flatMap((first, from) =>
    versionsOf(context, first)[0]?.dependence === null
      ? quoted
          .slice(from)
          .map((_, length) => quoted.slice(from, from + length + 1))
          .slice(0, MAX_SENTENCES)
          .filter(fits)
      : [],
  )
  return excerpts.toSorted((one, other) => worthOf(other) - worthOf(one))[0] ?? null
}

/** The maximum number of sentences in an excerpt. */
const MAX_SENTENCES = 6
