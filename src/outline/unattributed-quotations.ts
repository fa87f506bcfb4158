// Finds block quotations that quote nobody: remarks that the author of the article sets apart.

import { isQuotationCredit, opensQuotation } from '../grammar/quotation-marks.ts'
import type { Paragraph } from '../model/outline.ts'
import { endsInColon } from '../util/ends-in-colon.ts'

/**
 * Turns a block quotation into prose unless a line of it names the speaker, it is in quotation marks, or a sentence
 * with a colon introduces it. Consecutive block quotations count as one.
 */
export function withUnattributedQuotationsAsProse(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const runs: { paragraphs: Paragraph[]; isQuoted: boolean }[] = []
  for (const paragraph of paragraphs) {
    const isQuoted = paragraph.sentences.some(({ kind }) => kind === 'quotation')
    const run = runs.at(-1)
    if (run?.isQuoted === isQuoted) run.paragraphs.push(paragraph)
    else runs.push({ paragraphs: [paragraph], isQuoted })
  }
  return runs.flatMap((run, index) =>
    run.isQuoted && !isQuotation(run.paragraphs, runs[index - 1]?.paragraphs.at(-1))
      ? run.paragraphs.map(asProse)
      : run.paragraphs,
  )
}

function isQuotation(run: readonly Paragraph[], before: Paragraph | undefined): boolean {
  const sentences = run.flatMap((paragraph) => paragraph.sentences)
  const isIntroduced = endsInColon(before?.sentences.at(-1)?.text ?? '')
  return (
    isIntroduced || opensQuotation(sentences[0]?.text ?? '') || sentences.some(({ text }) => isQuotationCredit(text))
  )
}

function asProse({ block, sentences }: Paragraph): Paragraph {
  return {
    block,
    sentences: sentences.map((each) => (each.kind === 'quotation' ? { ...each, kind: 'prose' } : each)),
  }
}
