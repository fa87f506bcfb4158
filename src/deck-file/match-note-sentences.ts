// Finds the sentences of the article in the notes of a deck file.

import { splitSentences } from '../grammar/sentences.ts'
import type { Anchor } from '../model/article.ts'
import { type Mark, shiftMark } from '../model/mark.ts'
import type { ItemPlace, Sentence } from '../model/outline.ts'
import { pointAt } from '../model/source-position.ts'
import { joinRunInLabel, markedWordsIn } from '../outline/run-in-labels.ts'
import type { Words } from '../read/piece.ts'
import type { AuthorText } from './author-text.ts'
import { keyOf } from './comparison-key.ts'
import type { OriginalSlide } from './original-slides.ts'
import type { NoteBlock } from './read-note.ts'

/** The note of a slide, and the slide as Lectern wrote it. `original` is null if the author added the slide. */
export interface SlideNote {
  readonly blocks: readonly NoteBlock[]
  readonly original: OriginalSlide | null
}

/** The sentences in the notes of a deck file. */
export interface DeckNotes {
  /** The notes of each slide, in order. */
  readonly notes: readonly (readonly Sentence[])[]
  /** Sentences of the article that are in no note. */
  readonly leftOut: ReadonlySet<Sentence>
  /** Where each sentence of the article is in the file. */
  readonly anchors: readonly Anchor[]
}

/** Everything needed to find the sources of notes. */
export interface NoteSources {
  readonly originals: readonly OriginalSlide[]
  readonly authorText: AuthorText
  readonly language: string
  /** The origin of sentences that are not in the article. */
  readonly origin: 'author' | undefined
}

/**
 * A sentence in a note. `sentence` is the matching sentence of the article; null if there is none or if it has not been
 * found yet.
 */
export interface NotePiece {
  readonly words: Words
  readonly kind: Sentence['kind']
  /** Whether the sentence begins its block. */
  readonly startsBlock: boolean
  /** Absent outside lists. */
  readonly item?: ItemPlace | undefined
  sentence: Sentence | null
}

/**
 * Finds the sentences of each note. A sentence that occurs word for word in the article counts as the article's. Each
 * sentence of the article is found at most once: on its own slide if possible, otherwise wherever it was moved. All
 * other sentences are the author's.
 */
export function notesOf(
  slideNotes: readonly SlideNote[],
  { originals, authorText, language, origin }: NoteSources,
): DeckNotes {
  const unclaimed = new Map(
    originals.flatMap(({ sentences }) => sentences.map(({ sentence, key }) => [sentence, key] as const)),
  )
  const anchors: Anchor[] = []
  const claimSentence = (sentence: Sentence, words: Words, offset: number) => {
    unclaimed.delete(sentence)
    anchors.push({ offset: sentence.span[0], point: pointAt({ anchors: words.anchors }, offset) })
  }
  const pieces = slideNotes.map(({ blocks, original }): NotePiece[] => {
    const originalBlocks = (original?.blocks ?? []).map((block) => ({ ...block, isFree: true }))
    return blocks.flatMap((noteBlock) => {
      const { words } = noteBlock
      const key = keyOf(words)
      const unchanged = originalBlocks.find((block) => block.isFree && block.key === key)
      if (unchanged === undefined) return piecesOf(noteBlock, language)
      unchanged.isFree = false
      let offset = 0
      return unchanged.sentences.map((sentence): NotePiece => {
        claimSentence(sentence, words, offset)
        offset += sentence.text.length + 1
        return { words, kind: sentence.kind, startsBlock: sentence.startsBlock, sentence }
      })
    })
  })
  const sentencesOf = (index: number) => new Set(slideNotes[index]?.original?.sentences.map(({ sentence }) => sentence))
  const matchSentences = (isAllowed: (sentence: Sentence, index: number) => boolean) => {
    const byKey = new Map<string, Sentence[]>()
    for (const [sentence, key] of unclaimed) {
      const sentences = byKey.get(key)
      if (sentences === undefined) byKey.set(key, [sentence])
      else sentences.push(sentence)
    }
    for (const [index, notePieces] of pieces.entries()) {
      for (const piece of notePieces) {
        if (piece.sentence !== null) continue
        const match = byKey
          .get(keyOf(piece.words))
          ?.find((sentence) => unclaimed.has(sentence) && isAllowed(sentence, index))
        if (match === undefined) continue
        claimSentence(match, piece.words, 0)
        piece.sentence = { ...match, startsBlock: piece.startsBlock }
      }
    }
  }
  const ownSentences = slideNotes.map((_, index) => sentencesOf(index))
  matchSentences((sentence, index) => ownSentences[index]?.has(sentence) === true)
  matchSentences(() => true)
  return {
    notes: pieces.map((notePieces) =>
      notePieces.map(({ sentence, ...piece }) => sentence ?? authorSentence(piece, { authorText, origin })),
    ),
    leftOut: new Set(unclaimed.keys()),
    anchors,
  }
}

function authorSentence(
  { words, kind, startsBlock, item }: Omit<NotePiece, 'sentence'>,
  { authorText, origin }: Pick<NoteSources, 'authorText' | 'origin'>,
): Sentence {
  const span = authorText.add(words)
  return { text: words.text, span, kind, startsBlock, ...(item && { item }), ...(origin && { origin }) }
}

/** Splits a block into sentences, as an article is. A heading, row, caption, formula or code line counts as one. */
export function piecesOf({ words, kind, item }: NoteBlock, language: string): NotePiece[] {
  if (UNDIVIDED_KINDS.has(kind)) return [{ words, kind, startsBlock: true, sentence: null }]
  const { text, marks = [] } = words
  const sentences = joinRunInLabel(
    { text, span: [0, text.length] },
    splitSentences(text, language),
    markedWordsIn({ marks }),
  )
  return sentences.map(([start, end], index) => ({
    words: sliceWords(words, start, end),
    kind,
    startsBlock: index === 0,
    ...(item && { item }),
    sentence: null,
  }))
}

const UNDIVIDED_KINDS: ReadonlySet<Sentence['kind']> = new Set(['heading', 'row', 'code', 'math', 'caption'])

/** Cuts out the words between two offsets. The marks and anchors in the result are relative to `start`. */
function sliceWords({ text, marks = [], anchors }: Words, start: number, end: number): Words {
  const overlapping = marks.filter(({ span: [from, to] }) => from < end && to > start)
  return {
    text: text.slice(start, end),
    marks: overlapping.map(
      ({ style, span: [from, to] }): Mark =>
        shiftMark({ style, span: [Math.max(from, start), Math.min(to, end)] }, -start),
    ),
    anchors: [
      { offset: 0, point: pointAt({ anchors }, start) },
      ...anchors
        .filter(({ offset }) => offset > start && offset < end)
        .map((anchor) => ({ ...anchor, offset: anchor.offset - start })),
    ],
  }
}
