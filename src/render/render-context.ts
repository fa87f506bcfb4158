import type { Deck, Slide } from '../model/deck.ts'
import type { RenderContext } from '../model/layout.ts'

/**
 * Collects the facts about the deck that the layout of each slide may use, in slide order. Heading levels have no gaps:
 * 1 for the first slide, 2 for the first slide of a part and for slides outside all parts, 3 for the others.
 */
export function renderContextsOf(deck: Deck): readonly RenderContext[] {
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
    direction: deck.direction,
  }))
}

function levelOf({ part }: Slide, index: number, pageOf: RenderContext['pageOf']): RenderContext['level'] {
  if (index === 0) return 1
  return part === 0 || pageOf(part) === index + 1 ? 2 : 3
}
