// Puts hidden slides back into a deck.

import type { Deck, Slide } from '../model/deck.ts'
import type { HiddenDraft } from './make-drafts.ts'

/** A deck with one slide per draft, and the same deck after fitting. */
export interface FittedDeck {
  readonly laidOut: Deck
  readonly fitted: Deck
}

/** A deck without its hidden slides, the hidden slides as a second deck, and the drafts of the hidden slides. */
export interface HiddenSlides {
  readonly shown: FittedDeck
  readonly hidden: FittedDeck
  readonly drafts: readonly HiddenDraft[]
}

/** Puts the hidden slides back in place, without notes: their notes belong to the slides before them. */
export function restoreHiddenSlides({ shown: { laidOut, fitted }, hidden, drafts }: HiddenSlides): Deck {
  const usedIds = new Set(fitted.slides.map(({ id }) => id))
  // The slide that followed a hidden one may have been merged into an earlier slide; if so, the next remaining slide is
  // used.
  const nextIds = drafts.map(
    ({ draftsBefore }) => laidOut.slides.slice(draftsBefore).find(({ id }) => usedIds.has(id))?.id ?? null,
  )
  const nextIdOf = new Map(hidden.laidOut.slides.map(({ id }, index) => [id, nextIds[index] ?? null]))
  const insertions: { readonly slide: Slide; readonly nextId: string | null }[] = []
  for (const slide of hidden.fitted.slides) {
    // The first page of a divided slide has kept its id.
    const nextId = nextIdOf.get(slide.id) ?? insertions.at(-1)?.nextId ?? null
    const id = unusedId(slide.id, usedIds)
    usedIds.add(id)
    insertions.push({ slide: { ...slide, id, note: EMPTY_NOTE, isHidden: true }, nextId })
  }
  const hiddenBefore = (id: string | null) => insertions.flatMap(({ slide, nextId }) => (nextId === id ? [slide] : []))
  const slides = fitted.slides.flatMap((slide) => [...hiddenBefore(slide.id), slide])
  return { ...fitted, slides: [...slides, ...hiddenBefore(null)] }
}

const EMPTY_NOTE: Slide['note'] = { sentences: [], seconds: 0, cue: null }

function unusedId(id: string, usedIds: ReadonlySet<string>): string {
  let candidate = id
  for (let number = 2; usedIds.has(candidate); number++) candidate = `${id}-${number}`
  return candidate
}
