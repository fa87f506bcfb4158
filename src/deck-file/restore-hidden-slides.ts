import type { Deck, Slide } from '../model/deck.ts'
import type { HiddenDraft } from './make-drafts.ts'

/** A deck with one slide per draft, and the same deck after fitting. */
export interface LaidOutAndFitted {
  readonly laidOut: Deck
  readonly fitted: Deck
}

/** A deck without its hidden slides, the hidden slides as a second deck, and the drafts of the hidden slides. */
export interface HiddenSlides {
  readonly shown: LaidOutAndFitted
  readonly hidden: LaidOutAndFitted
  readonly drafts: readonly HiddenDraft[]
}

/** Puts the hidden slides back in place, without notes: their notes belong to the slides before them. */
export function withHidden({ shown: { laidOut, fitted }, hidden, drafts }: HiddenSlides): Deck {
  const usedIds = new Set(fitted.slides.map(({ id }) => id))
  // The slide that followed a hidden one may have been merged into an earlier slide; if so, the next remaining slide is
  // used.
  const nexts = drafts.map(({ before }) => laidOut.slides.slice(before).find(({ id }) => usedIds.has(id))?.id ?? null)
  const starts = new Map(hidden.laidOut.slides.map(({ id }, index) => [id, nexts[index] ?? null]))
  const places: { readonly slide: Slide; readonly next: string | null }[] = []
  for (const slide of hidden.fitted.slides) {
    // The pages of a divided slide begin with the one that kept its id.
    const next = starts.get(slide.id) ?? places.at(-1)?.next ?? null
    const id = unusedId(slide.id, usedIds)
    usedIds.add(id)
    places.push({ slide: { ...slide, id, note: EMPTY_NOTE, isHidden: true }, next })
  }
  const hiddenBefore = (id: string | null) => places.flatMap(({ slide, next }) => (next === id ? [slide] : []))
  const slides = fitted.slides.flatMap((slide) => [...hiddenBefore(slide.id), slide])
  return { ...fitted, slides: [...slides, ...hiddenBefore(null)] }
}

const EMPTY_NOTE: Slide['note'] = { sentences: [], seconds: 0, cue: null }

function unusedId(id: string, usedIds: ReadonlySet<string>): string {
  let candidate = id
  for (let number = 2; usedIds.has(candidate); number++) candidate = `${id}-${number}`
  return candidate
}
