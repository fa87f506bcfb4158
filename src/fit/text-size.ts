import type { Deck, Slide } from '../model/deck.ts'
import { fitsWhole, type Gauge } from './gauge.ts'
import { withFit } from './with-fit.ts'

/**
 * Sets slides that still spill and have no joint left, such as one long point, at text size instead of display size. They are
 * never made smaller than text.
 */
export function plainOf(deck: Deck, gauge: Gauge): ReadonlyMap<Slide, Slide> {
  const ailing = deck.slides.filter((slide) => !fitsWhole(gauge.spillOf(slide)))
  return new Map(ailing.map((slide) => [slide, withFit(slide, { size: 'text' })]))
}

/** Sets these slides at text size, if measuring showed that it helps. */
export function setPlain(deck: Deck, plain: ReadonlyMap<Slide, Slide>, gauge: Gauge): Deck {
  const slides = deck.slides.map((slide) => {
    const other = plain.get(slide)
    if (other === undefined || !gauge.knows(other)) return slide
    const [before, after] = [gauge.spillOf(slide), gauge.spillOf(other)]
    return after.below + after.beside < before.below + before.beside ? other : slide
  })
  return { ...deck, slides }
}
