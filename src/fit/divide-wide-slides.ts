import { noteOf, withTimeToLook } from '../layout/note.ts'
import type { Deck, LayoutName, Slide } from '../model/deck.ts'
import type { Layouts } from '../model/layout.ts'
import { fitsInWidth, type Gauge } from './gauge.ts'
import { idsFor } from './piece-ids.ts'
import { createRenumberer } from './renumber-titles.ts'

/** The number of slides is estimated from this fraction of the available width, because columns differ in width. */
const RELIABLE_FRACTION = 0.9

/**
 * Divides each slide that is still too wide into as many slides as its measurement suggests, each with some of the
 * columns. The note stays with the first of them.
 */
export function divideWideSlides(deck: Deck, gauge: Gauge, layouts: Layouts): Deck {
  const usedIds = new Set(deck.slides.map(({ id }) => id))
  const groups = deck.slides.map((slide) => ({ origins: [slide] as const, pieces: piecesOf(slide) }))
  if (groups.every(({ pieces }) => pieces.length === 1)) return deck
  return { ...deck, slides: createRenumberer(deck.slides)(groups).flatMap(({ pieces }) => pieces) }

  function piecesOf(slide: Slide): readonly Slide[] {
    const spill = gauge.spillOf(slide)
    if (fitsInWidth(spill)) return [slide]
    const count = Math.ceil((spill.availableWidth + spill.beside) / (spill.availableWidth * RELIABLE_FRACTION))
    const pieces = divideByColumns(slide, layouts, count)
    if (pieces === null) return [slide]
    const ids = idsFor(slide.id, pieces.length, usedIds)
    const emptyNote = noteOf([], deck.language)
    return pieces.map((piece, index) =>
      withTimeToLook({ ...piece, id: ids[index] ?? slide.id, note: index === 0 ? slide.note : emptyNote }),
    )
  }
}

function divideByColumns<L extends LayoutName>(
  slide: Slide<L>,
  layouts: Layouts,
  count: number,
): readonly Slide<L>[] | null {
  return (
    layouts[slide.layout].divideByColumns?.(slide.slots, count)?.map((slots): Slide<L> => ({ ...slide, slots })) ?? null
  )
}

/** Whether a slide can be divided by columns. */
export function isDivisibleByColumns<L extends LayoutName>(slide: Slide<L>, layouts: Layouts): boolean {
  return (layouts[slide.layout].divideByColumns?.(slide.slots, 2) ?? null) !== null
}
