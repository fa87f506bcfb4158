// Gives quotations their own slides.

import type { Content } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { attributionsIn } from './block-quotations.ts'
import type { BodyContext } from './body.ts'
import { blockQuotation, quotedParagraph } from './forms/quotation.ts'

/** Consecutive sentences of prose: a quotation that gets its own slide, or the prose between such quotations. */
export interface ProseRun {
  readonly sentences: readonly Sentence[]
  /** The content of the quotation's slide; null for other prose. */
  readonly quotation: Content | null
}

/**
 * Divides prose at the quotations that get their own slides: those above the name of their speaker, and paragraphs of
 * several sentences by one speaker, if one of the sentences is worth showing. Among other points, such a quotation
 * would lose sentences.
 */
export function divideAtQuotations(bodyContext: BodyContext, sentences: readonly Sentence[]): readonly ProseRun[] {
  const runs: { sentences: Sentence[]; quotation: Content | null }[] = []
  let before: readonly Sentence[] = []
  for (const group of quotationsAndParagraphs(sentences)) {
    const quotation = quotationIn(bodyContext, group, before)
    const last = runs.at(-1)
    if (quotation === null && last?.quotation === null) last.sentences.push(...group)
    else runs.push({ sentences: [...group], quotation })
    before = group
  }
  return runs
}

/** Groups sentences by paragraph. The paragraphs of a block quotation and the line with its speaker are one group. */
function quotationsAndParagraphs(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const attributions = attributionsIn(sentences)
  const groups: Sentence[][] = []
  let speaker: Sentence | undefined
  for (const sentence of sentences) {
    const attribution = attributions.get(sentence.span[0])
    const continues =
      speaker !== undefined && (attribution === speaker || sentence === speaker || sentence.kind === 'caption')
    const group = groups.at(-1)
    if (group !== undefined && (continues || !sentence.startsBlock)) group.push(sentence)
    else groups.push([sentence])
    speaker = sentence === speaker ? undefined : (attribution ?? (continues ? speaker : undefined))
  }
  return groups
}

function quotationIn(
  { context, judged }: BodyContext,
  group: readonly Sentence[],
  before: readonly Sentence[],
): Content | null {
  const quoted = group.filter(({ kind }) => kind !== 'caption')
  if (quoted.every(({ kind }) => kind === 'quotation')) return blockQuotation(context, quoted)
  const isWorthShowing = group.some(({ span }) => (judged.get(span[0])?.scores.show ?? 0) > 0)
  return isWorthShowing ? quotedParagraph(context, group, before) : null
}
