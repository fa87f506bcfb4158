// Turns drafts into slides: chooses a layout for each, and gives it an id and a note.

import type { Article, Passage } from '../model/article.ts'
import { type Deck, isLayoutName, type LayoutName, type Slide } from '../model/deck.ts'
import type { Draft, Line } from '../model/draft.ts'
import type { Event } from '../model/event.ts'
import { type Layout, type Layouts, linesOf } from '../model/layout.ts'
import type { Sentence } from '../model/outline.ts'
import type { Settings } from '../model/settings.ts'
import { formatLongDate } from '../util/long-date.ts'
import { assignIds } from './assign-ids.ts'
import { noteOf, withTimeToLook } from './note.ts'

/** Everything that `layOut` needs, apart from the drafts. */
export interface LayOutSource {
  readonly article: Article
  /** The names of the parts, in order. */
  readonly parts: readonly Passage[]
  readonly layouts: Layouts
  /** The event of the talk, if it is known. */
  readonly event?: Event | null | undefined
  /** With an event or a background of its own, the closing slide shows more than thanks, so it is always kept. */
  readonly settings?: Pick<Settings, 'event' | 'backgrounds'>
}

/**
 * Gives each draft the layout that its author asks for or, if that layout does not accept the draft, the first in the
 * table that does. A closing slide that says nothing new is dropped.
 * @throws if no layout accepts a draft
 */
export function layOut(allDrafts: readonly Draft[], source: LayOutSource): Deck {
  const { article, parts, layouts, event = null } = source
  const drafts = showsMoreAtTheEnd(source) ? allDrafts : allDrafts.filter((draft) => !isEmptyClosing(draft))
  const slides = drafts.map((draft) => slideOf(draft, { layouts, language: article.language }))
  const ids = assignIds(
    slides.map((slide, index) => ({
      requestedId: drafts[index]?.authorOptions?.id ?? null,
      firstLine: linesOf(layouts, slide)[0]?.text ?? slide.layout,
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

function showsMoreAtTheEnd({ event, settings }: LayOutSource): boolean {
  const isAtEvent = event != null || (settings !== undefined && settings.event !== null)
  return isAtEvent || settings?.backgrounds.closing !== undefined
}

/**
 * Whether a draft is a closing slide that says thanks and repeats what the title slide says: it has no message, no
 * address, and no contact.
 */
function isEmptyClosing({ content, title, noteSentences, authorOptions }: Draft): boolean {
  return (
    content.type === 'closing' &&
    !authorOptions &&
    content.credits.every(({ text, added }) => added.length === 0 && !CONTACT.test(text)) &&
    title?.spans.length === 0 &&
    noteSentences.length === 0
  )
}

/** Matches an e-mail address, a handle or a web address. */
const CONTACT = /@|:\/\//

/**
 * Returns the cue for the speaker's note, "2/4 Harbours", if one of several parts begins without a slide that opens
 * it; null otherwise.
 */
function cueFor({ layout, part }: Slide, previous: Slide | undefined, parts: readonly Passage[]): string | null {
  const name = parts[part - 1]
  const isOpening = name !== undefined && previous !== undefined && previous.part !== part && layout !== 'part'
  return isOpening && parts.length > 1 ? `${part}/${parts.length} ${name.text}` : null
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
    const slide = slideWithLayout(layout, draft, language)
    if (slide === null) continue
    return {
      ...slide,
      ...(position && { position }),
      ...(alternatives && { alternatives }),
      ...(reasons && { reasons }),
      ...(authorOptions?.isAuthored && { isAuthored: true as const }),
      ...(authorOptions?.hasOriginalPredecessor && { hasOriginalPredecessor: true as const }),
      ...(authorOptions?.isContinuation && { isContinuation: true as const }),
      ...(authorOptions && authorOptions.isStepped !== null && { isStepped: authorOptions.isStepped }),
    }
  }
  throw new Error(`No layout accepts a draft of ${draft.content.type}.`)
}

/** Makes a slide with a layout; null if the layout does not accept the draft. */
function slideWithLayout<L extends LayoutName>(layout: Layout<L>, draft: Draft, language: string): Slide<L> | null {
  const slots = layout.accepts(draft, language)
  if (slots === null) return null
  // The note may already contain these lines.
  const textsInNote = new Set(draft.noteSentences.map(({ text }) => text))
  const rows = (layout.extraNoteLines?.(slots).flatMap(sentenceOfRow) ?? []).filter(
    ({ text }) => !textsInNote.has(text),
  )
  const sentences = [...draft.noteSentences, ...rows].sort((one, other) => one.span[0] - other.span[0])
  const note = noteOf(sentences, language)
  const slide: Slide<L> = { type: 'slide', layout: layout.name, id: layout.name, part: draft.part, slots, note }
  return withTimeToLook(slide)
}

/** Makes a sentence for the note from a table row; empty if the row has no spans. */
function sentenceOfRow({ text, spans }: Line): Sentence[] {
  return spans.slice(0, 1).map((span) => ({ text, span, kind: 'row', startsBlock: true }))
}
