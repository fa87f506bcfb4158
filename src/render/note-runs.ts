// Groups the sentences of a note into blocks.

import type { PassageKind } from '../model/article.ts'
import type { Sentence } from '../model/outline.ts'
import type { PlacedText } from './note-lists.ts'

/** Consecutive blocks of one kind. The footnotes in a run are either all in lists or all outside lists. */
export interface NoteRun {
  readonly kind: PassageKind
  readonly blocks: readonly PlacedText[]
}

/**
 * Groups the sentences of a note into blocks: the sentences of a paragraph or an item are joined; each row, line of
 * code, formula, caption and heading is a separate block.
 */
export function runsOf(sentences: readonly Sentence[]): readonly NoteRun[] {
  return groupSentences(sentences).map(({ kind, blocks }) => ({ kind, blocks: blocks.map(joinSentences) }))
}

interface SentenceRun {
  readonly kind: PassageKind
  readonly blocks: Sentence[][]
}

function groupSentences(sentences: readonly Sentence[]): readonly SentenceRun[] {
  const runs: SentenceRun[] = []
  for (const sentence of sentences) {
    const run = runs.at(-1)
    const block = run?.blocks.at(-1)
    // References may form a list, with footnotes before and after it.
    const isListEdge =
      sentence.kind === 'footnote' && (block?.[0]?.item === undefined) !== (sentence.item === undefined)
    if (!run || run.kind !== sentence.kind || isListEdge) runs.push({ kind: sentence.kind, blocks: [[sentence]] })
    else if (!block || sentence.startsBlock || SEPARATE_KINDS.has(sentence.kind)) run.blocks.push([sentence])
    else block.push(sentence)
  }
  return runs
}

/** Kinds of text in which every sentence is a separate block. */
const SEPARATE_KINDS: ReadonlySet<PassageKind> = new Set(['row', 'code', 'math', 'caption', 'heading'])

/** Joins the sentences of a block with spaces, except where nothing separates them in the article. */
function joinSentences(block: readonly Sentence[]): PlacedText {
  const text = block.reduce((text, sentence, index) => {
    const isAdjacent = block[index - 1]?.span[1] === sentence.span[0]
    return text === '' || isAdjacent ? text + sentence.text : `${text} ${sentence.text}`
  }, '')
  const item = block[0]?.item
  return { text, spans: block.map(({ span }) => span), ...(item && { item }) }
}
