// Decides the order of slides in a merged deck.

/** The positions of a merged slide in the author's deck and in the new one; it has at least one. */
export interface SlidePlaces {
  readonly mine: number | null
  readonly theirs: number | null
}

/** The slides to put in order. */
export interface Ordering {
  /** The original position of each slide of the author's deck; null for a slide that the author has added. */
  readonly written: readonly (number | null)[]
  /** Maps the original position of a slide to that of the matching slide in the new deck. */
  readonly matches: ReadonlyMap<number, number>
  /** Slides of the author's deck that stay although nothing in the new deck matches them. */
  readonly kept: ReadonlySet<number>
  /** Slides of the new deck that match slides which the author has removed. */
  readonly deleted: ReadonlySet<number>
  /** The number of slides in the new deck. */
  readonly count: number
}

/**
 * Orders the merged slides like the new deck. Slides that the author moved, added or kept are inserted after the slide
 * that they follow in the author's deck.
 */
export function order({ written, matches, kept, deleted, count }: Ordering): readonly SlidePlaces[] {
  const still = new Set(longestAscending(written))
  const mineOf = new Map<number, number>()
  for (const [mine, base] of written.entries()) {
    const theirs = base === null ? undefined : matches.get(base)
    if (theirs !== undefined) mineOf.set(theirs, mine)
  }
  const result: SlidePlaces[] = []
  for (let theirs = 0; theirs < count; theirs++) {
    const mine = mineOf.get(theirs) ?? null
    if (mine === null ? !deleted.has(theirs) : still.has(mine)) result.push({ mine, theirs })
  }
  for (const [mine, base] of written.entries()) {
    const theirs = base === null ? undefined : matches.get(base)
    if (theirs !== undefined ? still.has(mine) : base !== null && !kept.has(mine)) continue
    const before = result.findIndex((each) => each.mine !== null && each.mine === lastPlaced(result, mine))
    result.splice(before + 1, 0, { mine, theirs: theirs ?? null })
  }
  return result
}

/** Finds the nearest slide before a slide of the author's deck that already has a position. */
function lastPlaced(result: readonly SlidePlaces[], mine: number): number | null {
  return result.reduce<number | null>(
    (last, each) => (each.mine !== null && each.mine < mine && (last === null || each.mine > last) ? each.mine : last),
    null,
  )
}

/** Lists the indexes of the longest ascending subsequence of values; nulls are skipped. */
function longestAscending(values: readonly (number | null)[]): readonly number[] {
  const best: { readonly length: number; readonly before: number | null }[] = []
  for (const [index, value] of values.entries()) {
    let own: { readonly length: number; readonly before: number | null } = {
      length: value === null ? 0 : 1,
      before: null,
    }
    for (const [other, earlier] of values.slice(0, index).entries()) {
      const length = (best[other]?.length ?? 0) + 1
      if (value !== null && earlier !== null && earlier < value && length > own.length) own = { length, before: other }
    }
    best.push(own)
  }
  const indexes: number[] = []
  const most = Math.max(0, ...best.map(({ length }) => length))
  let at: number | null = best.findLastIndex(({ length }) => length === most && most > 0)
  while (at !== null && at >= 0) {
    indexes.unshift(at)
    at = best[at]?.before ?? null
  }
  return indexes
}
