// Decides the order of slides in a merged deck.

/** The positions of a merged slide in the author's deck and in the new one. At least one of them is not null. */
export interface SlidePositions {
  readonly mine: number | null
  readonly theirs: number | null
}

/** The slides to put in order. */
export interface SlidesToOrder {
  /** For each slide of the author's deck, the index of its original; null for a slide that the author has added. */
  readonly originalIndexes: readonly (number | null)[]
  /** Maps the index of a slide in the previous deck to the index of the matching slide in the new deck. */
  readonly matches: ReadonlyMap<number, number>
  /** Slides of the author's deck that stay although no slide of the new deck matches them. */
  readonly keptSlides: ReadonlySet<number>
  /** Slides of the new deck whose matches in the previous deck the author has removed. */
  readonly removedSlides: ReadonlySet<number>
  /** The number of slides in the new deck. */
  readonly newSlideCount: number
}

/**
 * Puts the merged slides in the order of the new deck. Slides that the author moved, added or kept are inserted after
 * the slide that they follow in the author's deck.
 */
export function orderSlides({
  originalIndexes,
  matches,
  keptSlides,
  removedSlides,
  newSlideCount,
}: SlidesToOrder): readonly SlidePositions[] {
  const unmoved = new Set(longestAscending(originalIndexes))
  const myIndexes = new Map<number, number>()
  for (const [mine, base] of originalIndexes.entries()) {
    const theirs = base === null ? undefined : matches.get(base)
    if (theirs !== undefined) myIndexes.set(theirs, mine)
  }
  const result: SlidePositions[] = []
  for (let theirs = 0; theirs < newSlideCount; theirs++) {
    const mine = myIndexes.get(theirs) ?? null
    if (mine === null ? !removedSlides.has(theirs) : unmoved.has(mine)) result.push({ mine, theirs })
  }
  for (const [mine, base] of originalIndexes.entries()) {
    const theirs = base === null ? undefined : matches.get(base)
    if (theirs !== undefined ? unmoved.has(mine) : base !== null && !keptSlides.has(mine)) continue
    const previous = nearestPlacedBefore(result, mine)
    const previousIndex = result.findIndex((slide) => slide.mine !== null && slide.mine === previous)
    result.splice(previousIndex + 1, 0, { mine, theirs: theirs ?? null })
  }
  return result
}

/** Finds the closest earlier slide of the author's deck that already has a position in the merged deck. */
function nearestPlacedBefore(result: readonly SlidePositions[], mine: number): number | null {
  const placedBefore = result.flatMap((slide) => (slide.mine !== null && slide.mine < mine ? [slide.mine] : []))
  return placedBefore.length === 0 ? null : Math.max(...placedBefore)
}

/** Lists the indexes of the longest ascending subsequence of values; nulls are skipped. */
function longestAscending(values: readonly (number | null)[]): readonly number[] {
  const best: { readonly length: number; readonly before: number | null }[] = []
  for (const [index, value] of values.entries()) {
    let bestHere: { readonly length: number; readonly before: number | null } = {
      length: value === null ? 0 : 1,
      before: null,
    }
    for (const [other, earlier] of values.slice(0, index).entries()) {
      const length = (best[other]?.length ?? 0) + 1
      if (value !== null && earlier !== null && earlier < value && length > bestHere.length)
        bestHere = { length, before: other }
    }
    best.push(bestHere)
  }
  const indexes: number[] = []
  const longest = Math.max(0, ...best.map(({ length }) => length))
  let index: number | null = best.findLastIndex(({ length }) => length === longest && longest > 0)
  while (index !== null && index >= 0) {
    indexes.unshift(index)
    index = best[index]?.before ?? null
  }
  return indexes
}
