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
  const full = deck.slides.filter((slide) => !fitsCompletely(gauge.spillOf(slide)))
  if (ownCss === '' || full.length === 0) return new Set()
  const plain = createGauge({ ...options, theme: { ...theme, css: css.replace(ownCss, '') }, memory: undefined })
  await plain.measure({ ...deck, slides: full })
  return new Set(full.filter((slide) => fitsCompletely(plain.spillOf(slide))))
}
