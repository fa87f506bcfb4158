import type { LentPage } from '../browser/lent-page.ts'
import { fillBodies, shrinkBodies } from '../client/measure/fill-bodies.ts'
import { type Spill, spills } from '../client/measure/spills.ts'
import { DISPLAY_TYPE } from '../layout/hooks.ts'

/** Content over the edge by no more than this is a rounding of the browser's, in CSS px. */
export const TOLERANCE = 0.5

/**
 * Every slide of the shown print page, in order, with what spills from it: text by its own rectangles, boxes by theirs. A body that
 * may have several sizes (`--size-least` to `--size-most`) and was given none is measured at the one that fills it.
 */
export async function measure(page: LentPage): Promise<readonly Spill[]> {
  await page.evaluate(fillBodies, DISPLAY_TYPE)
  const found = await page.evaluate(spills)
  const overfilled = found.flatMap(({ bodySize, below, beside }, index) =>
    bodySize !== null && Math.max(below, beside) > TOLERANCE ? [index] : [],
  )
  if (overfilled.length === 0) return found
  // A closer look than that of the search has found a word that stands over an edge.
  return (await page.evaluate(shrinkBodies, overfilled, DISPLAY_TYPE)) ? page.evaluate(spills) : found
}
