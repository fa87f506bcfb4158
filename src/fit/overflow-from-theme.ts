// Finds slides that are too full only because of the theme's own rules.

import type { Deck, Slide } from '../model/deck.ts'
import { createGauge, fitsCompletely, type Gauge, type MeasureOptions } from './gauge.ts'

/** Returns the slides that are too full with the rules of the user's own theme, but fit without them. */
export async function slidesOverfilledByTheme(
  deck: Deck,
  gauge: Gauge,
  { theme, ...options }: MeasureOptions,
): Promise<ReadonlySet<Slide>> {
  const { css, ownCss = '' } = theme
  const overfullSlides = deck.slides.filter((slide) => !fitsCompletely(gauge.spillOf(slide)))
  if (ownCss === '' || overfullSlides.length === 0) return new Set()
  const gaugeWithoutOwnCss = createGauge({
    ...options,
    theme: { ...theme, css: css.replace(ownCss, '') },
    memory: undefined,
  })
  await gaugeWithoutOwnCss.measure({ ...deck, slides: overfullSlides })
  return new Set(overfullSlides.filter((slide) => fitsCompletely(gaugeWithoutOwnCss.spillOf(slide))))
}
