// Finds labels that open a paragraph and end with a full stop, as in "**Safety.** Never lean over the gate."

import type { Article } from '../model/article.ts'
import type { Span } from '../model/span.ts'

/** The offsets at which marked words end, keyed by the offset in the article at which they begin. */
export type MarkedWords = ReadonlyMap<number, number>

/** Lists the bold and italic words that may be labels. */
export function markedWordsIn({ marks }: Pick<Article, 'marks'>): MarkedWords {
  const words = marks.filter(({ style: { type } }) => type === 'strong' || type === 'emphasis')
  return new Map(words.map(({ span: [start, end] }): [number, number] => [start, end]))
}

/** Joins the label that opens a passage, if there is one, to the sentence after it. */
export function joinRunInLabel(
  { text, span: [start] }: { readonly text: string; readonly span: Span },
  sentences: readonly Span[],
  markedWords: MarkedWords,
): readonly Span[] {
  const [label, next, ...rest] = sentences
  if (label === undefined || next === undefined) return sentences
  const [words] = /^.*(?=\.$)/s.exec(text.slice(...label)) ?? []
  const end = markedWords.get(start + label[0])
  const isMarked = end === start + label[1] || end === start + label[1] - 1
  const isLabel = isMarked && words !== undefined && words.split(/\s+/).length <= MAX_LABEL_WORDS
  return isLabel ? [[label[0], next[1]], ...rest] : sentences
}

/** The maximum number of words in a label. A longer run of words is a sentence. */
const MAX_LABEL_WORDS = 4
