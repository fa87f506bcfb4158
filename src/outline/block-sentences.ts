// Splits blocks of an article into sentences.

import { splitSentences } from '../grammar/sentences.ts'
import type { Article, Block, PassageKind } from '../model/article.ts'
import type { Sentence } from '../model/outline.ts'
import { joinRunInLabel, type MarkedWords } from './run-in-labels.ts'

/** Kinds of passage that are never divided. */
const UNDIVIDED_KINDS: ReadonlySet<PassageKind> = new Set(['heading', 'row', 'code', 'math', 'caption'])

/**
 * Splits a block into its sentences, in order. Together, the sentences cover every word of the block. A label such as
 * "Safety." belongs to the sentence after it.
 */
export function sentencesOf({ language }: Article, block: Block, markedWords: MarkedWords): Sentence[] {
  return block.passages.flatMap((passage) => {
    const [start] = passage.span
    const spans = UNDIVIDED_KINDS.has(passage.kind)
      ? [[0, passage.text.length] as const]
      : joinRunInLabel(passage, splitSentences(passage.text, language), markedWords)
    return spans.map(([from, to], index) => ({
      text: passage.text.slice(from, to),
      span: [start + from, start + to] as const,
      kind: passage.kind,
      startsBlock: index === 0,
      ...(passage.marker !== undefined && { item: { depth: passage.depth, marker: passage.marker } }),
    }))
  })
}
