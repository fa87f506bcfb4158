import type { Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { runsOf } from '../render/note-runs.ts'
import type { Base, BaseSlide } from './base.ts'
import { keyOf, keyOfLine } from './phrase.ts'
import { noteMarkdown } from './print-note.ts'
import { readBody } from './read-body.ts'
import { noteBlocksIn } from './read-note.ts'

/** A slide as it was written, ready to be compared with what its author made of it. */
export interface Original {
  readonly slide: BaseSlide
  /** As of `Said`. */
  readonly key: string
  /** Its lines in reading order, each with what tells its words from others. */
  readonly lines: readonly { readonly key: string; readonly line: Line }[]
  /** The blocks of its note. */
  readonly blocks: readonly { readonly key: string; readonly sentences: readonly Sentence[] }[]
  readonly sentences: readonly { readonly key: string; readonly sentence: Sentence }[]
}

/** The slides that a deck file was written with. */
export function originalsOf(base: Base, definitions: string): readonly Original[] {
  return base.slides.map((slide, index) => originalOf(slide, { base, isFirst: index === 0, definitions }))
}

interface Means {
  readonly base: Base
  readonly isFirst: boolean
  readonly definitions: string
}

function originalOf(slide: BaseSlide, { base, isFirst, definitions }: Means): Original {
  const { words, key } = readBody({ body: slide.body, layout: slide.layout, isFirst, definitions })
  const lines = slide.lines.map(({ text, spans, added, kind, weight }, index) => {
    const said = words[index] ?? { text: '' }
    return { key: keyOf(said), line: { text: text ?? said.text, spans, added, kind, weight } }
  })
  const sentences = slide.said.map(
    ({ span, kind, opens }): Sentence => ({ text: base.text.slice(...span), span, kind, opens }),
  )
  return {
    slide,
    key,
    lines,
    blocks: blocksOf(sentences, base),
    sentences: sentences.map((sentence) => ({ key: keyOfSentence(sentence, base), sentence })),
  }
}

function keyOfSentence({ text, span }: Sentence, base: Base): string {
  return keyOfLine({ text, spans: [span] }, base)
}

/** The blocks of a note with their sentences; what tells each is how it is read again. */
function blocksOf(sentences: readonly Sentence[], base: Base): Original['blocks'] {
  const bySpan = new Map(sentences.map((sentence) => [sentence.span, sentence]))
  const blocks = runsOf(sentences).flatMap(({ blocks }) => blocks)
  const read = noteBlocksIn(noteMarkdown(sentences, base))
  return blocks.map((block, index) => {
    const again = read.length === blocks.length ? read[index] : undefined
    return {
      key: again === undefined ? keyOfLine(block, base) : keyOf(again.words),
      sentences: block.spans.flatMap((span) => bySpan.get(span) ?? []),
    }
  })
}
