// Sizes and measures the slides of the print page shown.

import { pageFunctionWithTools } from '../page-function.ts'
import { fillBodies } from './fill-bodies.ts'
import { measureSpills, type Spill } from './measure-spills.ts'
import { shrinkBodies } from './shrink-bodies.ts'

const TOOLS = { fillBodies, measureSpills, shrinkBodies }

/**
 * Measures every slide of the print page shown, in order. A body with a range of sizes (`--size-least` to
 * `--size-most`) and no size yet is measured at the largest that fits. Runs in the page.
 */
export const measureSlides = pageFunctionWithTools(TOOLS, measureAll, [])

function measureAll(
  { fillBodies, measureSpills, shrinkBodies }: typeof TOOLS,
  displayType: number,
  tolerance: number,
): readonly Spill[] {
  fillBodies(displayType)
  const spills = measureSpills()
  const overfullSlides = spills.flatMap(({ bodySize, below, beside }, index) =>
    bodySize !== null && Math.max(below, beside) > tolerance ? [index] : [],
  )
  if (overfullSlides.length === 0) return spills
  // Exact measurement has found content across an edge that the quick search had missed.
  return shrinkBodies(overfullSlides, displayType) ? measureSpills() : spills
}
