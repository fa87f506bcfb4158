import type { Fitted, LayoutName, Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'

/** Returns the slide with the results of measuring. */
export function withFit<L extends LayoutName>(slide: Slide<L>, fitted: Fitted): Slide<L> {
  return { ...slide, slots: { ...slide.slots, ...fitted } }
}

/** Returns the slide with another title. */
export function withTitle<L extends LayoutName>(slide: Slide<L>, title: Line): Slide<L> {
  return { ...slide, slots: { ...slide.slots, title } }
}

/** Returns the slide's own id, followed by ids that no slide of the deck uses. */
export function idsFor(id: string, count: number, taken: ReadonlySet<string>): readonly string[] {
  const ids = [id]
  for (let number = 2; ids.length < count; number++) {
    const candidate = `${id}-more-${number}`
    if (!taken.has(candidate)) ids.push(candidate)
  }
  return ids
}
