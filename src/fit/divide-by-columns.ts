import { noteOf } from '../layout/note.ts'
import type { Deck, LayoutName, Slide } from '../model/deck.ts'
import type { Layouts } from '../model/layout.ts'
import { fitsBeside, type Gauge } from './measured-slides.ts'
import { renumbering } from './titles.ts'
import { idsFor } from './with-fit.ts'

/** The share of the width that is counted on, because columns differ in width. */
const RELIABLE_SHARE = 0.9

/**
 * Divides each slide that is still too wide by columns, into as many slides as its measurement suggests. The note stays
 * with the first.
 */
export function narrowSlides(deck: Deck, gauge: Gauge, layouts: Layouts): Deck {
  const taken = new Set(deck.slides.map(({ id }) => id))
  const groups = deck.slides.map((slide) => ({ origins: [slide] as const, pieces: piecesOf(slide) }))
  if (groups.every(({ pieces }) => pieces.length === 1)) return deck
  return { ...deck, slides: renumbering(deck.slides)(groups).flatMap(({ pieces }) => pieces) }

  function piecesOf(slide: Slide): readonly Slide[] {
    const spill = gauge.spillOf(slide)
    if (fitsBeside(spill)) return [slide]
    const count = Math.ceil((spill.availableWidth + spill.beside) / (spill.availableWidth * RELIABLE_SHARE))
    const pieces = divideByColumns(slide, layouts, count)
    if (pieces === null) return [slide]
    const ids = idsFor(slide.id, pieces.length, taken)
    const silent = noteOf([], deck.language)
    return pieces.map((piece, index) => ({
      ...piece,
      id: ids[index] ?? slide.id,
      note: index === 0 ? slide.note : silent,
    }))
  }
}

function divideByColumns<L extends LayoutName>(
  slide: Slide<L>,
  layouts: Layouts,
  count: number,
): readonly Slide<L>[] | null {
  return layouts[slide.layout].narrow?.(slide.slots, count)?.map((slots): Slide<L> => ({ ...slide, slots })) ?? null
}

/** Whether a slide can be divided by columns. */
export function isNarrowable<L extends LayoutName>(slide: Slide<L>, layouts: Layouts): boolean {
  return (layouts[slide.layout].narrow?.(slide.slots, 2) ?? null) !== null
}
