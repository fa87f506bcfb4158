// The slides of a deck file as Lectern wrote them, for comparison with the author's versions.

import type { Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { runsOf } from '../render/note-runs.ts'
import { keyOf, keyOfLine } from './comparison-key.ts'
import type { BaseSlide, DeckBase } from './merge-base.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { noteMarkdown } from './print-note.ts'
import { noteBlocks } from './read-note.ts'
import { parseMarkdownSlides, wordingOf } from './slide-wording.ts'

/** A slide as Lectern wrote it, prepared for comparison with the author's version. */
export interface OriginalSlide {
  readonly slide: BaseSlide
  /** The `key` of the slide's `SlideWording`. */
  readonly key: string
  /** The name of the part that the slide's heading opens; null if it opens none. */
  readonly openedPart: string | null
  /** The layout that the slide's options name or, if they name none, that its content implies. */
  readonly layout: string | null
  /** The lines in reading order, each with a key for comparing words. */
  readonly lines: readonly { readonly key: string; readonly line: Line }[]
  /** The blocks of the slide's note. */
  readonly blocks: readonly { readonly key: string; readonly sentences: readonly Sentence[] }[]
  readonly sentences: readonly { readonly key: string; readonly sentence: Sentence }[]
}

/** Lists the slides of a deck file as Lectern wrote them. */
export function originalsOf(base: DeckBase, definitions: string): readonly OriginalSlide[] {
  const sentencesBySlide = base.slides.map(({ noteSentences }) =>
    noteSentences.map((sentence): Sentence => ({ text: base.text.slice(...sentence.span), ...sentence })),
  )
  const written = base.slides.map(({ body, layout }, index) => ({
    body,
    layout,
    note: noteMarkdown(sentencesBySlide[index] ?? [], base),
  }))
  const parsedSlides = parseMarkdownSlides(written, definitions)
  return base.slides.flatMap((slide, index) => {
    const parsed = parsedSlides[index]
    return parsed === undefined
      ? []
      : [originalOf(slide, { base, parsed, isFirst: index === 0, sentences: sentencesBySlide[index] ?? [] })]
  })
}

interface OriginalContext {
  readonly base: DeckBase
  readonly parsed: ParsedSlide
  readonly isFirst: boolean
  readonly sentences: readonly Sentence[]
}

function originalOf(slide: BaseSlide, { base, parsed, isFirst, sentences }: OriginalContext): OriginalSlide {
  const { words, key, reading } = wordingOf(parsed, isFirst)
  const lines = slide.lines.map(({ text, spans, added, kind, weight }, index) => {
    const lineWords = words[index] ?? { text: '' }
    return { key: keyOf(lineWords), line: { text: text ?? lineWords.text, spans, added, kind, weight } }
  })
  return {
    slide,
    key,
    openedPart: reading.opensPart ? (lines[0]?.line.text ?? null) : null,
    layout: slide.layout ?? reading.contents[0]?.type ?? null,
    lines,
    blocks: blocksOf(sentences, parsed, base),
    sentences: sentences.map((sentence) => ({ key: keyOfSentence(sentence, base), sentence })),
  }
}

function keyOfSentence({ text, span }: Sentence, base: DeckBase): string {
  return keyOfLine({ text, spans: [span] }, base)
}

/**
 * Splits a note into blocks. Each has the key that it will have when the file is read, unless the author edits the
 * block.
 */
function blocksOf(sentences: readonly Sentence[], parsed: ParsedSlide, base: DeckBase): OriginalSlide['blocks'] {
  const bySpan = new Map(sentences.map((sentence) => [sentence.span, sentence]))
  const blocks = runsOf(sentences).flatMap(({ blocks }) => blocks)
  const parsedBlocks = noteBlocks(parsed)
  return blocks.map((block, index) => {
    const parsedBlock = parsedBlocks.length === blocks.length ? parsedBlocks[index] : undefined
    return {
      key: parsedBlock === undefined ? keyOfLine(block, base) : keyOf(parsedBlock.words),
      sentences: block.spans.flatMap((span) => bySpan.get(span) ?? []),
    }
  })
}
