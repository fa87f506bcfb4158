// Copies slides with their measurements or with another title.

import type { FitResult, LayoutName, Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'

/** Adds measurement results to a slide. */
export function withFit<L extends LayoutName>(slide: Slide<L>, result: FitResult): Slide<L> {
  return { ...slide, slots: { ...slide.slots, ...result } }
}

/** Gives a slide another title. */
export function withTitle<L extends LayoutName>(slide: Slide<L>, title: Line): Slide<L> {
  return { ...slide, slots: { ...slide.slots, title } }
}
