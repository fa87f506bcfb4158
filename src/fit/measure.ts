import type { BrowserPage } from '../browser/browser-page.ts'
import { fillBodies } from '../client/measure/body-size.ts'
import { measureSpills, type Spill } from '../client/measure/measure-spills.ts'
import { shrinkBodies } from '../client/measure/shrink-bodies.ts'
import { DISPLAY_TYPE } from '../layout/hooks.ts'

/** In CSS px. Content may cross an edge by this much, because browsers round positions. */
export const TOLERANCE = 0.5

/**
 * Measures every slide of the print page shown, in order. A body with a range of sizes (`--size-least` to
 * `--size-most`) and no size yet is measured at the largest that fits.
 */
export async function measure(page: BrowserPage): Promise<readonly Spill[]> {
  await page.evaluate(fillBodies, DISPLAY_TYPE)
  const spills = await page.evaluate(measureSpills)
  const overfullSlides = spills.flatMap(({ bodySize, below, beside }, index) =>
    bodySize !== null && Math.max(below, beside) > TOLERANCE ? [index] : [],
  )
  if (overfullSlides.length === 0) return spills
  // Exact measurement has found content across an edge that the quick search had missed.
  return (await page.evaluate(shrinkBodies, overfullSlides, DISPLAY_TYPE)) ? page.evaluate(measureSpills) : spills
}
