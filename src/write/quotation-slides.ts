// Gives quotations their own slides.

import { isQuotationCredit } from '../grammar/quotation-marks.ts'
import type { Sentence } from '../model/outline.ts'
import { blockQuotationSlide, type QuotationSlide } from './block-quotations.ts'
import type { BodyContext } from './body.ts'
import { quotedParagraph } from './forms/quotation.ts'
import { isUnfinished } from './unfinished-sentence.ts'

/**
 * Consecutive sentences: a quotation that gets its own slide, with its introduction, or the prose between such
 * quotations.
 */
export interface ProseRun {
  readonly sentences: readonly Sentence[]
  /** The slide of the quotation; null for other prose. */
  readonly quotation: QuotationSlide | null
}

/**
 * Divides prose at the quotations that get their own slides: block quotations, and paragraphs of several sentences by
 * one speaker, if they are worth showing. Among other points, such a quotation would lose sentences or its speaker.
 */
export function divideAtQuotations(bodyContext: BodyContext, sentences: readonly Sentence[]): readonly ProseRun[] {
  const runs: { sentences: Sentence[]; quotation: QuotationSlide | null }[] = []
  let before: readonly Sentence[] = []
  for (const group of quotationsAndParagraphs(sentences)) {
    const introduction = isBlockQuotation(group) ? introductionIn(before) : null
    const quotation = quotationIn(bodyContext, group, introduction)
    const last = runs.at(-1)
    if (quotation === null && last?.quotation === null) last.sentences.push(...group)
    else if (quotation === null || introduction === null || last === undefined)
      runs.push({ sentences: [...group], quotation })
    else {
      last.sentences.pop()
      if (last.sentences.length === 0) runs.pop()
      runs.push({ sentences: [introduction, ...group], quotation })
    }
    before = group
  }
  return runs
}

/** Groups sentences by paragraph. The paragraphs of a block quotation and the line with its speaker are one group. */
function quotationsAndParagraphs(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const groups: Sentence[][] = []
  let isOpen = false
  for (const sentence of sentences) {
    const isQuoted = sentence.kind === 'quotation'
    const continues: boolean = isOpen ? isQuoted || sentence.kind === 'caption' : !sentence.startsBlock
    const group = groups.at(-1)
    if (group !== undefined && continues) group.push(sentence)
    else groups.push([sentence])
    // A picture of the speaker may come between the quotation and the name.
    isOpen = isQuoted ? !isQuotationCredit(sentence.text) : isOpen && continues
  }
  return groups
}

function isBlockQuotation(group: readonly Sentence[]): boolean {
  return group.every(({ kind }) => kind === 'quotation' || kind === 'caption') && group[0]?.kind === 'quotation'
}

/** Returns the last sentence of a paragraph if it introduces what follows: it ends with a colon or is not finished. */
function introductionIn(paragraph: readonly Sentence[]): Sentence | null {
  const last = paragraph.at(-1)
  return last !== undefined && isUnfinished(last) ? last : null
}

function quotationIn(
  bodyContext: BodyContext,
  group: readonly Sentence[],
  introduction: Sentence | null,
): QuotationSlide | null {
  if (isBlockQuotation(group)) return blockQuotationSlide(bodyContext, { sentences: group, introduction })
  const isWorthShowing = group.some(({ span }) => (bodyContext.judged.get(span[0])?.scores.show ?? 0) > 0)
  const content = isWorthShowing ? quotedParagraph(bodyContext.context, group) : null
  return content === null ? null : { content, title: null }
}
