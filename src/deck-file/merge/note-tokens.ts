// Splits notes into sentences for merging.

import type { PassageKind } from '../../model/article.ts'
import { type Mark, shiftMark } from '../../model/mark.ts'
import type { ItemPlace, Sentence } from '../../model/outline.ts'
import type { Words } from '../../read/piece.ts'
import { keyOf } from '../comparison-key.ts'
import { piecesOf } from '../match-note-sentences.ts'
import type { DeckBase } from '../merge-base.ts'
import type { OriginalSlide } from '../original-slides.ts'
import { noteMarkdown } from '../print-note.ts'
import type { NoteBlock } from '../read-note.ts'

/** A sentence of a note during a merge. */
export interface NoteToken {
  /** Equal for sentences with the same words and marks. */
  readonly key: string
  readonly words: Pick<Words, 'text' | 'marks'>
  readonly kind: PassageKind
  /** Whether the sentence begins a block. */
  readonly startsBlock: boolean
  /** Absent outside lists. */
  readonly item?: ItemPlace | undefined
  /** Whether the sentence follows the one before it without a space. */
  readonly followsDirectly: boolean
}

/** Lists the sentences of a note as Lectern wrote it. */
export function originalTokens({ sentences }: OriginalSlide, base: DeckBase): readonly NoteToken[] {
  return sentences.map(({ key, sentence: { text, span, kind, startsBlock, item } }, index) => ({
    key,
    words: { text, marks: marksWithin(span, base) },
    kind,
    startsBlock,
    ...(item && { item }),
    followsDirectly: !startsBlock && sentences[index - 1]?.sentence.span[1] === span[0],
  }))
}

function marksWithin([start, end]: Sentence['span'], { marks }: DeckBase): readonly Mark[] {
  return marks
    .filter(({ span: [from, to] }) => from < end && to > start)
    .map(({ style, span: [from, to] }) =>
      shiftMark({ style, span: [Math.max(from, start), Math.min(to, end)] }, -start),
    )
}

/** Lists the sentences of a note in the author's file. Unedited blocks keep their original sentences. */
export function authorTokens(
  blocks: readonly NoteBlock[],
  written: TokenizedOriginal | null,
  language: string,
): readonly NoteToken[] {
  const originalBlocks = (written?.original.blocks ?? []).map((block) => ({ ...block, isFree: true }))
  const tokens = new Map(written?.original.sentences.map(({ sentence }, index) => [sentence, written.tokens[index]]))
  return blocks.flatMap((block): readonly NoteToken[] => {
    const key = keyOf(block.words)
    const unchanged = originalBlocks.find((original) => original.isFree && original.key === key)
    if (unchanged !== undefined) {
      unchanged.isFree = false
      return unchanged.sentences.flatMap((sentence) => tokens.get(sentence) ?? [])
    }
    let end = 0
    return piecesOf(block, language).map(({ words, kind, startsBlock, item }) => {
      const start = block.words.text.indexOf(words.text, end)
      const followsDirectly = !startsBlock && start === end
      end = start + words.text.length
      return { key: keyOf(words), words, kind, startsBlock, ...(item && { item }), followsDirectly }
    })
  })
}

/** A slide as Lectern wrote it, and the sentences of its note. */
export interface TokenizedOriginal {
  readonly original: OriginalSlide
  readonly tokens: readonly NoteToken[]
}

/** Whether two notes have the same sentences in the same blocks. */
export function haveSameSentences(mine: readonly NoteToken[] = [], theirs: readonly NoteToken[] = []): boolean {
  return (
    mine.length === theirs.length &&
    mine.every(
      ({ key, startsBlock }, index) => key === theirs[index]?.key && startsBlock === theirs[index]?.startsBlock,
    )
  )
}

/** Prints sentences as the Markdown of a note. */
export function printTokens(tokens: readonly NoteToken[]): string {
  const sentences: Sentence[] = []
  const marks: Mark[] = []
  let text = ''
  for (const { words, kind, startsBlock, item, followsDirectly } of tokens) {
    if (!followsDirectly || text === '') text += '\n'
    const span = [text.length, text.length + words.text.length] as const
    for (const mark of words.marks ?? []) marks.push(shiftMark(mark, span[0]))
    text += words.text
    sentences.push({ text: words.text, span, kind, startsBlock, ...(item && { item }) })
  }
  return noteMarkdown(sentences, { text, marks })
}
