// Turns drafts into slides: chooses a layout for each, and gives it an id and a note.

import type { Article, Passage } from '../model/article.ts'
import { type Deck, isLayoutName, type LayoutName, type Slide } from '../model/deck.ts'
import type { Draft, Line } from '../model/draft.ts'
import type { Event } from '../model/event.ts'
import { type Layout, type Layouts, linesOf } from '../model/layout.ts'
import type { Sentence } from '../model/outline.ts'
import { formatLongDate } from '../util/long-date.ts'
import { noteOf } from './note.ts'

/** What `layOut` needs besides the drafts. */
export interface LayOutSource {
  readonly article: Article
  /** The names of the parts, in order. */
  readonly parts: readonly Passage[]
  readonly layouts: Layouts
  /** The event of the talk, if it is known. */
  readonly event?: Event | null | undefined
}

/**
 * Gives each draft the layout that its author asks for or, if that layout does not accept the draft, the first in the
 * table that does. Without an event, a closing slide that only says thanks is dropped.
 * @throws if no layout accepts a draft
 */
export function layOut(all: readonly Draft[], { article, parts, layouts, event = null }: LayOutSource): Deck {
  const drafts = event === null ? all.filter((draft) => !isEmptyClosing(draft)) : all
  const slides = drafts.map((draft) => slideOf(draft, { layouts, language: article.language }))
  const ids = assignIds(
    slides.map((slide, index) => ({
      requestedId: drafts[index]?.authorOptions?.id ?? null,
      opening: linesOf(layouts, slide)[0]?.text ?? slide.layout,
    })),
  )
  return {
    type: 'deck',
    title: article.title?.text ?? drafts[0]?.title?.text ?? '',
    author: article.byline?.text ?? null,
    language: article.language,
    direction: article.direction,
    text: article.text,
    marks: article.marks,
    parts: parts.map((part, index) => ({ number: index + 1, name: part.text })),
    event: event && { ...event, dates: event.dates && formatLongDate(event.dates, article.language) },
    slides: slides.map((slide, index) => ({
      ...slide,
      id: ids[index] ?? slide.id,
      note: { ...slide.note, cue: cueFor(slide, slides[index - 1], parts) },
    })),
  }
}

/**
 * Whether a draft is a closing slide that only says thanks. With an event, it would also show contacts and sponsors.
 */
function isEmptyClosing({ content, title, noteSentences, authorOptions }: Draft): boolean {
  return (
    content.type === 'closing' &&
    !authorOptions &&
    content.credits.length === 0 &&
    title?.spans.length === 0 &&
    noteSentences.length === 0
  )
}

/**
 * Returns the cue for the speaker's note, "2/4 Harbours", if a part begins without a slide that opens it; null
 * otherwise.
 */
function cueFor({ layout, part }: Slide, before: Slide | undefined, parts: readonly Passage[]): string | null {
  const name = parts[part - 1]
  const isOpening = name !== undefined && before !== undefined && before.part !== part && layout !== 'part'
  return isOpening ? `${part}/${parts.length} ${name.text}` : null
}

interface LayOutOptions {
  readonly layouts: Layouts
  readonly language: string
}

function slideOf(draft: Draft, { layouts, language }: LayOutOptions): Slide {
  const { authorOptions, alternatives, reasons, position } = draft
  const name = authorOptions?.layout ?? null
  const requested = name !== null && isLayoutName(name) ? [layouts[name]] : []
  for (const layout of [...requested, ...Object.values(layouts)]) {
    const slide = accept(layout, draft, language)
    if (slide === null) continue
    return {
      ...slide,
      ...(position && { position }),
      ...(alternatives && { alternatives }),
      ...(reasons && { reasons }),
      ...(authorOptions?.isAuthored && { isAuthored: true as const }),
      ...(authorOptions?.isContinuation && { isContinuation: true as const }),
      ...(authorOptions && authorOptions.isStepped !== null && { isStepped: authorOptions.isStepped }),
    }
  }
  throw new Error(`No layout accepts a draft of ${draft.content.type}.`)
}

function accept<L extends LayoutName>(layout: Layout<L>, draft: Draft, language: string): Slide<L> | null {
  const slots = layout.accepts(draft, language)
  if (slots === null) return null
  // The note may already have these lines.
  const textsInNote = new Set(draft.noteSentences.map(({ text }) => text))
  const rows = (layout.extraNoteLines?.(slots).flatMap(rowIn) ?? []).filter(({ text }) => !textsInNote.has(text))
  const sentences = [...draft.noteSentences, ...rows].sort((one, other) => one.span[0] - other.span[0])
  const note = noteOf(sentences, language)
  return { type: 'slide', layout: layout.name, id: layout.name, part: draft.part, slots, note }
}

/** Makes a sentence of a table row, for the note. */
function rowIn({ text, spans }: Line): Sentence[] {
  return spans.slice(0, 1).map((span) => ({ text, span, kind: 'row', opens: true }))
}

/** The maximum number of words in an id: more would not make it easier to recognise. */
const MAX_ID_WORDS = 6

/** The maximum length of an id in characters, in case a word is very long. */
const MAX_ID_LENGTH = 80

/** The sources of a slide's id: the id that its author asks for, if any, and its first line. */
interface IdSource {
  readonly requestedId: string | null
  readonly opening: string
}

/**
 * Gives each slide a unique id: the one asked for, or one made of its first words, which stays the same when other
 * slides are added or removed. An id that is taken gets a number.
 */
function assignIds(sources: readonly IdSource[]): string[] {
  const uses = new Map<string, number>()
  for (const { requestedId } of sources) if (requestedId !== null) uses.set(requestedId, 1)
  const assigned = new Set<string>()
  return sources.map(({ requestedId, opening }) => {
    if (requestedId !== null && !assigned.has(requestedId)) {
      assigned.add(requestedId)
      return requestedId
    }
    const slug = requestedId ?? slugOf(opening)
    const count = (uses.get(slug) ?? 0) + 1
    uses.set(slug, count)
    return count === 1 ? slug : nextId(uses, slug, count)
  })
}

/** Makes an id of the first words of a text: `harbour-of-the-north`; `slide` if it has no Latin letters or digits. */
export function slugOf(text: string): string {
  const words =
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? []
  return words.length === 0 ? 'slide' : words.slice(0, MAX_ID_WORDS).join('-').slice(0, MAX_ID_LENGTH).replace(/-$/, '')
}

function nextId(uses: Map<string, number>, slug: string, count: number): string {
  const id = `${slug}-${count}`
  if (!uses.has(id)) {
    uses.set(id, 1)
    return id
  }
  return nextId(uses, slug, count + 1)
}
