// Makes copies of slides with results of measuring, another title or other ids.

import type { FitResult, LayoutName, Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'

/** Adds results of measuring to a slide. */
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
