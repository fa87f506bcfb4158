import type { BrowserPage } from '../browser/browser-page.ts'
import { measureSlides } from '../client/measure/measure-slides.ts'
import type { Spill } from '../client/measure/measure-spills.ts'
import { DISPLAY_TYPE } from '../layout/hooks.ts'

/** In CSS px. Content may cross an edge by this much, because browsers round positions. */
export const TOLERANCE = 0.5

/**
 * Measures every slide of the print document that a page shows, in order. A body with a range of sizes (`--size-least`
 * to `--size-most`) and no size yet is measured at the largest that fits.
 */
export function measure(page: BrowserPage): Promise<readonly Spill[]> {
  return page.evaluateUnpainted(measureSlides, DISPLAY_TYPE, TOLERANCE)
}
