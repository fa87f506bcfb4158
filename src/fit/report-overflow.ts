// Reports slides with content that does not fit.

import type { VFile } from 'vfile'
import type { Article, PassageKind } from '../model/article.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Line, LineKind } from '../model/draft.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import type { Sentence } from '../model/outline.ts'
import { firstPlaceOf } from '../model/source-position.ts'
import type { Span } from '../model/span.ts'
import { fitsCompletely, type Gauge } from './gauge.ts'
import { withFit } from './slide-copies.ts'

export interface ReportOptions {
  readonly gauge: Gauge
  readonly layouts: Layouts
  readonly article: Article
  /** Tells the user what to do about a slide that is too full. */
  readonly remedyFor: (slide: Slide) => string
}

/**
 * Reports every slide that is still too full, at its position, and marks it. Its content is added to its note unless
 * some note already has it, so that nothing is lost. If the name of the part overlaps the hashtag or the dates of the
 * event, these are hidden; if the name still does not fit, only the part's number is shown.
 */
export function reportOverflow(deck: Deck, { gauge, layouts, article, remedyFor }: ReportOptions, file: VFile): Deck {
  const noteSentences = new Set(deck.slides.flatMap(({ note }) => note.sentences.map(({ span }) => span[0])))
  const slides = deck.slides.map((slide, index): Slide => {
    const spill = gauge.spillOf(slide)
    const kicker = spill.kickerSpills ? 'number' : spill.kickerOverlapsEvent ? 'alone' : null
    const marked = kicker === null ? slide : withFit(slide, { kicker })
    if (fitsCompletely(spill)) return marked
    const [size, side] =
      spill.below > spill.beside ? [spill.below, 'below' as const] : [spill.beside, 'beside' as const]
    const lines = linesOf(layouts, slide)
    const place = firstPlaceOf(lines, article)
    file.message(
      `The content of the slide "${slide.id}" is ${Math.ceil(size)} px too ${side === 'below' ? 'tall' : 'wide'}. ${remedyFor(slide)}`,
      {
        place,
        source: 'lectern',
        ruleId: 'overflow',
      },
    )
    const range = noteRange(deck.slides, index)
    const missingSentences = lines
      .flatMap((line) => sentencesOf(line, article))
      .filter(({ span: [start, end] }) => !noteSentences.has(start) && start >= range.from && end <= range.to)
      .filter(({ span }) => !slide.note.sentences.some((other) => span[0] < other.span[1] && other.span[0] < span[1]))
    for (const { span } of missingSentences) noteSentences.add(span[0])
    const sentences = [...slide.note.sentences, ...missingSentences].sort((one, other) => one.span[0] - other.span[0])
    return { ...withFit(marked, { spills: side }), note: { ...slide.note, sentences } }
  })
  return { ...deck, slides }
}

/**
 * Returns the range of the article that the note of a slide may contain: after the notes of earlier slides and before
 * those of later ones.
 */
function noteRange(slides: readonly Slide[], index: number): { readonly from: number; readonly to: number } {
  const ends = slides
    .slice(0, index)
    .flatMap(spansInOrder)
    .map(([, end]) => end)
  const starts = slides
    .slice(index + 1)
    .flatMap(spansInOrder)
    .map(([start]) => start)
  return { from: Math.max(0, ...ends), to: Math.min(Number.POSITIVE_INFINITY, ...starts) }
}

/** Lists the spans of a note without its footnotes, which the article may have anywhere. */
function spansInOrder({ note }: Slide): readonly Span[] {
  return note.sentences.flatMap(({ kind, span }) => (kind === 'footnote' ? [] : [span]))
}

/**
 * Maps the kinds of lines that may be missing from the notes to the kinds of their sentences. Prose is always in a
 * note.
 */
const PASSAGE_KINDS: { readonly [K in LineKind]?: PassageKind } = {
  heading: 'heading',
  row: 'row',
  code: 'code',
  math: 'math',
  caption: 'caption',
}

function sentencesOf({ kind, spans }: Line, { text }: Article): readonly Sentence[] {
  const passage = PASSAGE_KINDS[kind]
  return passage === undefined
    ? []
    : spans.map((span) => ({ text: text.slice(...span), span, kind: passage, startsBlock: true }))
}
