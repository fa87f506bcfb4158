import type { Deck, Slide } from '../model/deck.ts'
import { fitsCompletely, type Gauge } from './gauge.ts'
import { withFit } from './slide-copies.ts'

/**
 * Maps each slide that is still too full after division, such as one with a single long point, to a copy at text size
 * instead of display size. Nothing is set smaller than text size here.
 */
export function copiesAtTextSize(deck: Deck, gauge: Gauge): ReadonlyMap<Slide, Slide> {
  const spilling = deck.slides.filter((slide) => !fitsCompletely(gauge.spillOf(slide)))
  return new Map(spilling.map((slide) => [slide, withFit(slide, { size: 'text' })]))
}

/** Replaces slides with their copies at text size where measuring has shown that it helps. */
export function applyTextSize(deck: Deck, textSizeCopies: ReadonlyMap<Slide, Slide>, gauge: Gauge): Deck {
  const slides = deck.slides.map((slide) => {
    const copy = textSizeCopies.get(slide)
    if (copy === undefined || !gauge.hasMeasured(copy)) return slide
    const [before, after] = [gauge.spillOf(slide), gauge.spillOf(copy)]
    return after.below + after.beside < before.below + before.beside ? copy : slide
  })
  return { ...deck, slides }
}
