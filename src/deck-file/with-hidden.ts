import type { Deck, Slide } from '../model/deck.ts'
import type { HiddenDraft } from './drafts.ts'

/** A deck with one slide per draft, and the same deck after fitting. */
export interface LaidOutAndFitted {
  readonly laidOut: Deck
  readonly fitted: Deck
}

/** A deck without its hidden slides, the hidden slides as a second deck, and the drafts of these. */
export interface HiddenSlides {
  readonly shown: LaidOutAndFitted
  readonly hidden: LaidOutAndFitted
  readonly drafts: readonly HiddenDraft[]
}

/** Puts the hidden slides back in place, without notes: their notes belong to the slides before them. */
export function withHidden({ shown: { laidOut, fitted }, hidden, drafts }: HiddenSlides): Deck {
  const taken = new Set(fitted.slides.map(({ id }) => id))
  // A slide that was merged into the one before it is gone, so the next one that is left counts.
  const nexts = drafts.map(({ before }) => laidOut.slides.slice(before).find(({ id }) => taken.has(id))?.id ?? null)
  const starts = new Map(hidden.laidOut.slides.map(({ id }, index) => [id, nexts[index] ?? null]))
  const places: { readonly slide: Slide; readonly next: string | null }[] = []
  for (const slide of hidden.fitted.slides) {
    // The pages of a divided slide begin with the one that kept its id.
    const next = starts.get(slide.id) ?? places.at(-1)?.next ?? null
    const id = unusedId(slide.id, taken)
    taken.add(id)
    places.push({ slide: { ...slide, id, note: EMPTY_NOTE, isHidden: true }, next })
  }
  const before = (id: string | null) => places.flatMap(({ slide, next }) => (next === id ? [slide] : []))
  const slides = fitted.slides.flatMap((slide) => [...before(slide.id), slide])
  return { ...fitted, slides: [...slides, ...before(null)] }
}

const EMPTY_NOTE: Slide['note'] = { sentences: [], seconds: 0, cue: null }

function unusedId(id: string, taken: ReadonlySet<string>): string {
  let own = id
  for (let number = 2; taken.has(own); number++) own = `${id}-${number}`
  return own
}
