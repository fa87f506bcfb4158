import type { Deck, Slide } from '../model/deck.ts'
import { fitsWhole, type Gauge } from './measured-slides.ts'
import { withFit } from './with-fit.ts'

/**
 * Sets slides that are still too full and cannot be divided, such as those with one long point, at text size instead of
 * display size. They are never made smaller than text.
 */
export function atTextSize(deck: Deck, gauge: Gauge): ReadonlyMap<Slide, Slide> {
  const spilling = deck.slides.filter((slide) => !fitsWhole(gauge.spillOf(slide)))
  return new Map(spilling.map((slide) => [slide, withFit(slide, { size: 'text' })]))
}

/** Sets slides at text size where measuring showed that it helps. */
export function applyTextSize(deck: Deck, plain: ReadonlyMap<Slide, Slide>, gauge: Gauge): Deck {
  const slides = deck.slides.map((slide) => {
    const other = plain.get(slide)
    if (other === undefined || !gauge.knows(other)) return slide
    const [before, after] = [gauge.spillOf(slide), gauge.spillOf(other)]
    return after.below + after.beside < before.below + before.beside ? other : slide
  })
  return { ...deck, slides }
}
