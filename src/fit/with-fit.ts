// Copies slides with their measurements or another title, and makes ids for their pieces.

import type { FitResult, LayoutName, Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'

/** Adds measurement results to a slide. */
export function withFit<L extends LayoutName>(slide: Slide<L>, fitted: FitResult): Slide<L> {
  return { ...slide, slots: { ...slide.slots, ...fitted } }
}

/** Gives a slide another title. */
export function withTitle<L extends LayoutName>(slide: Slide<L>, title: Line): Slide<L> {
  return { ...slide, slots: { ...slide.slots, title } }
}

/** Returns `count` ids for the pieces of a slide: its own id, followed by ids that are not taken. */
export function idsFor(id: string, count: number, taken: ReadonlySet<string>): readonly string[] {
  const ids = [id]
  for (let number = 2; ids.length < count; number++) {
    const candidate = `${id}-more-${number}`
    if (!taken.has(candidate)) ids.push(candidate)
  }
  return ids
}
