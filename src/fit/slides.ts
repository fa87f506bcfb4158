import type { Fitted, LayoutName, Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'

/** The slide set as measuring has found that it fits. */
export function withFit<L extends LayoutName>(slide: Slide<L>, fitted: Fitted): Slide<L> {
  return { ...slide, slots: { ...slide.slots, ...fitted } }
}

/** The slide under another title. */
export function withTitle<L extends LayoutName>(slide: Slide<L>, title: Line): Slide<L> {
  return { ...slide, slots: { ...slide.slots, title } }
}
