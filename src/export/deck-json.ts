// Writes a deck as JSON (`--to json`).

import type { VFileMessage } from 'vfile-message'
import type { Article, Passage, PassageKind, Section } from '../model/article.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import type { Sentence } from '../model/outline.ts'
import type { Span } from '../model/span.ts'
import type { DeckJson, LineJson, MessageJson, SlideJson } from './deck-json-schema.ts'

/** The data from which the JSON of a deck is made. */
export interface DeckData {
  readonly deck: Deck
  readonly article: Article
  /** Every sentence of the article, from the outline. */
  readonly sentences: readonly Sentence[]
  /** The sentences that the author of a deck file removed; absent for an article. */
  readonly leftOut?: readonly Sentence[] | undefined
  readonly layouts: Layouts
  readonly messages: readonly VFileMessage[]
}

/**
 * Writes a deck as JSON that follows the contract `deck/1`: the words of each slide, and the spans of the article that they come
 * from.
 */
export function deckJson({ deck, article, sentences, leftOut, layouts, messages }: DeckData): string {
  const end = article.authoredFrom ?? article.text.length
  const slides = deck.slides.map((slide) => ({ slide, lines: linesOf(layouts, slide) }))
  const data: DeckJson = {
    lectern: 'deck/1',
    title: deck.title,
    language: deck.language,
    direction: deck.direction,
    article: { path: article.path, text: article.text.slice(0, end), headings: headingsOf(article.root) },
    slides: slides.map(({ slide, lines }) =>
      slideData(
        deck,
        slide,
        lines.map((line) => ({ ...lineData(line), ...taskStateOf(deck, line) })),
      ),
    ),
    coverage: measureCoverage(sentences, {
      slides: deck.slides,
      lines: slides.flatMap(({ lines }) => lines.filter(isFromArticle)),
      leftOut,
    }),
    messages: messages.map((message) => messageData(message, article.path)),
  }
  return `${JSON.stringify(data, null, 2)}\n`
}

/** Returns whether a task item is ticked off; empty for any other line. */
function taskStateOf({ marks }: Deck, { spans: [span] }: Line): { readonly checked?: boolean } {
  const mark = span && marks.find(({ style, span: [start] }) => style.type === 'task' && start === span[0])
  return mark?.style.type === 'task' ? { checked: mark.style.isDone } : {}
}

function headingsOf(section: Section): DeckJson['article']['headings'] {
  const headings = section.heading === undefined ? [] : [headingData(section.heading, section.depth)]
  return [...headings, ...section.sections.flatMap(headingsOf)]
}

function headingData({ text, span }: Passage, depth: number): DeckJson['article']['headings'][number] {
  return { text, depth, span }
}

function slideData(deck: Deck, slide: Slide, lines: readonly LineJson[]): SlideJson {
  const { id, layout, note, slots, alternatives } = slide
  const typedSentences = note.sentences.filter((sentence) => !isFromArticle(sentence)).map(({ text }) => text)
  return {
    id,
    layout,
    part: deck.parts[slide.part - 1]?.name ?? null,
    title: slots.title?.text ?? null,
    lines,
    note: {
      text: note.sentences.map(({ text }) => text).join(' '),
      spans: note.sentences.filter(isFromArticle).map(({ span }) => span),
      seconds: note.seconds,
      cue: note.cue,
      ...(typedSentences.length > 0 && { author: typedSentences }),
    },
    ...(alternatives && { alternatives }),
  }
}

/** Converts a line. Words that the author typed in a deck file have no spans. */
function lineData(line: Line): LineJson {
  const { text, spans, added, kind, weight, alternatives } = line
  return {
    text,
    spans: isFromArticle(line) ? spans : [],
    added,
    kind,
    weight,
    ...(!isFromArticle(line) && { origin: 'author' }),
    ...(alternatives && { alternatives }),
  }
}

function isFromArticle({ origin }: Pick<Line, 'origin'>): boolean {
  return origin !== 'author'
}

/** Kinds of passage whose sentences count. Headings, rows, code and captions only have to appear somewhere. */
const COUNTED_KINDS: ReadonlySet<PassageKind> = new Set(['prose', 'item', 'quotation', 'footnote'])

interface CoverageData extends Pick<DeckData, 'leftOut'> {
  readonly slides: readonly Slide[]
  readonly lines: readonly Line[]
}

function measureCoverage(
  sentences: readonly Sentence[],
  { slides, lines, leftOut }: CoverageData,
): DeckJson['coverage'] {
  const counted = sentences.filter(({ kind }) => COUNTED_KINDS.has(kind))
  const startsInNotes = new Set(slides.flatMap(({ note }) => note.sentences.map(({ span }) => span[0])))
  const shownSpans = lines.flatMap(({ spans }) => spans).toSorted(([one], [other]) => one - other)
  const inNotes = counted.filter(({ span }) => startsInNotes.has(span[0])).length
  const byAuthor = (leftOut ?? []).filter(({ kind }) => COUNTED_KINDS.has(kind)).length
  return {
    sentences: counted.length,
    onSlides: counted.filter(({ span }) => shownSpans.some((other) => overlaps(span, other))).length,
    inNotes,
    nowhere: counted.length - inNotes - byAuthor,
    ...(leftOut && { byAuthor }),
  }
}

function overlaps([start, end]: Span, [from, to]: Span): boolean {
  return start < to && from < end
}

function messageData(message: VFileMessage, path: string): MessageJson {
  return {
    rule: message.ruleId ?? 'lectern',
    severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'note',
    reason: message.reason,
    file: message.file ?? path,
    line: message.line ?? null,
    column: message.column ?? null,
  }
}
