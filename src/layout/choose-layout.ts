// Turns drafts into slides: chooses a layout for each, and gives it an id and a note.

import type { Article, Passage } from '../model/article.ts'
import { type Deck, isLayoutName, type LayoutName, type Slide } from '../model/deck.ts'
import type { Draft, Line } from '../model/draft.ts'
import type { Event } from '../model/event.ts'
import { type Layout, type Layouts, linesOf } from '../model/layout.ts'
import { formatLongDate } from '../model/long-date.ts'
import type { Sentence } from '../model/outline.ts'
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
 * Gives each draft the layout that its author asks for or, if that does not accept it, the first in the table that
 * does. Without an event, a closing slide that only says thanks is dropped.
 * @throws if no layout accepts a draft
 */
export function layOut(all: readonly Draft[], { article, parts, layouts, event = null }: LayOutSource): Deck {
  const drafts = event === null ? all.filter((draft) => !isEmptyClosing(draft)) : all
  const slides = drafts.map((draft) => slideOf(draft, { layouts, language: article.language }))
  const ids = assignIds(
    slides.map((slide, index) => ({
      asked: drafts[index]?.authorOptions?.id ?? null,
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

/** Returns the cue for the speaker's note if a part begins without a slide that opens it: "2/4 Harbours". */
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
  const asked = authorOptions?.layout ?? null
  const wanted = asked !== null && isLayoutName(asked) ? [layouts[asked]] : []
  for (const layout of [...wanted, ...Object.values(layouts)]) {
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
  const noted = new Set(draft.noteSentences.map(({ text }) => text))
  const rows = (layout.extraNoteLines?.(slots).flatMap(rowIn) ?? []).filter(({ text }) => !noted.has(text))
  const said = [...draft.noteSentences, ...rows].sort((one, other) => one.span[0] - other.span[0])
  const note = noteOf(said, language)
  return { type: 'slide', layout: layout.name, id: layout.name, part: draft.part, slots, note }
}

/** Makes a sentence of a table row, for the note. */
function rowIn({ text, spans }: Line): Sentence[] {
  return spans.slice(0, 1).map((span) => ({ text, span, kind: 'row', opens: true }))
}

/** The maximum number of words in an id. More would not make it easier to recognise. */
const MAX_WORDS = 6

/** The maximum length of an id in characters, in case a word is very long. */
const LONGEST_ID = 80

/** The sources of a slide's id: the id that its author asks for, if any, and its first line. */
interface IdSource {
  readonly asked: string | null
  readonly opening: string
}

/**
 * Gives each slide a unique id: the one asked for, or one made of its first words, which stays the same when other
 * slides are added or removed. An id that is taken gets a number.
 */
function assignIds(namings: readonly IdSource[]): string[] {
  const taken = new Map<string, number>()
  for (const { asked } of namings) if (asked !== null) taken.set(asked, 1)
  const given = new Set<string>()
  return namings.map(({ asked, opening }) => {
    if (asked !== null && !given.has(asked)) {
      given.add(asked)
      return asked
    }
    const slug = asked ?? slugOf(opening)
    const count = (taken.get(slug) ?? 0) + 1
    taken.set(slug, count)
    return count === 1 ? slug : nextId(taken, slug, count)
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
  return words.length === 0 ? 'slide' : words.slice(0, MAX_WORDS).join('-').slice(0, LONGEST_ID).replace(/-$/, '')
}

function nextId(taken: Map<string, number>, slug: string, count: number): string {
  const id = `${slug}-${count}`
  if (!taken.has(id)) {
    taken.set(id, 1)
    return id
  }
  return nextId(taken, slug, count + 1)
}
