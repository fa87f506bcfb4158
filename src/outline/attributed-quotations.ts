// Finds paragraphs that are quotations, recognised by a line below them that names the speaker.

import { isAttribution, isQuotationCredit } from '../grammar/quotation-marks.ts'
import type { Paragraph } from '../model/outline.ts'

/** The maximum length, in UTF-16 code units, of a line that names a speaker, with or without the source. */
const MAX_ATTRIBUTION_LENGTH = 160

/**
 * Marks each line that names a speaker, and the paragraph above it, as a quotation. A picture of the speaker may come
 * between them. At the end of a section, such a line is the signature of the article's author, unless it is below a
 * block quotation.
 */
export function withAttributedQuotations(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const quotations = new Set<Paragraph>()
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!namesSpeaker(paragraph)) continue
    const quotation = paragraphs.slice(0, index).findLast((each) => !isPicture(each))
    if (
      quotation === undefined ||
      !(isBlockQuotation(quotation) || isAttributedQuotation(quotation, index, paragraphs))
    )
      continue
    quotations.add(quotation).add(paragraph)
  }
  return paragraphs.map((paragraph) => (quotations.has(paragraph) ? asQuotation(paragraph) : paragraph))
}

function isAttributedQuotation(quotation: Paragraph, speakerIndex: number, { length }: readonly Paragraph[]): boolean {
  return speakerIndex < length - 1 && isProse(quotation) && !namesSpeaker(quotation)
}

/** Whether a paragraph is a block quotation without a speaker. */
function isBlockQuotation({ sentences }: Paragraph): boolean {
  return sentences.length > 0 && sentences.every(({ kind, text }) => kind === 'quotation' && !isQuotationCredit(text))
}

/** Whether a paragraph only names a speaker. Lines of a dialogue begin with a dash too, but end like sentences. */
function namesSpeaker(paragraph: Paragraph): boolean {
  const [first] = paragraph.sentences
  const length = paragraph.sentences.reduce((sum, { text }) => sum + text.length, 0)
  const endsLikeSentence = /[.!?…]["'”’)]*$/u.test(paragraph.sentences.at(-1)?.text ?? '')
  return (
    isProse(paragraph) &&
    first !== undefined &&
    isAttribution(first.text) &&
    length <= MAX_ATTRIBUTION_LENGTH &&
    !endsLikeSentence
  )
}

function isProse({ block, sentences }: Paragraph): boolean {
  const words = sentences.filter(({ kind }) => kind !== 'caption')
  return block.node.type === 'paragraph' && words.length > 0 && words.every(({ kind }) => kind === 'prose')
}

function isPicture({ sentences }: Paragraph): boolean {
  return sentences.every(({ kind }) => kind === 'caption')
}

function asQuotation({ block, sentences }: Paragraph): Paragraph {
  return { block, sentences: sentences.map((each) => (each.kind === 'prose' ? { ...each, kind: 'quotation' } : each)) }
}
