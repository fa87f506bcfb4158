import type { Deck, Slide } from '../model/deck.ts'
import type { Surroundings } from '../model/layout.ts'

/**
 * Collects what the layout of each slide may know about the deck, in slide order. The heading of the first slide is the
 * title of the document. The first slide of a part is the heading of the part, and so is a slide outside all parts, so
 * that the outline has no gaps.
 */
export function surroundingsOf(deck: Deck): readonly Surroundings[] {
  const starts = new Map<number, { readonly page: number; readonly id: string }>()
  for (const [index, { part, id }] of deck.slides.entries()) {
    if (!starts.has(part)) starts.set(part, { page: index + 1, id })
  }
  const pageOf = (part: number) => starts.get(part)?.page ?? null
  const idOf = (part: number) => starts.get(part)?.id ?? null
  return deck.slides.map((slide, index) => ({
    pageOf,
    idOf,
    level: levelOf(slide, index, pageOf),
    article: deck,
    event: deck.event,
  }))
}

function levelOf({ part }: Slide, index: number, pageOf: Surroundings['pageOf']): Surroundings['level'] {
  if (index === 0) return 1
  return part === 0 || pageOf(part) === index + 1 ? 2 : 3
}
