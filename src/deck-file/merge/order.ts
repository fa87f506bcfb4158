/** A slide of a merged deck, by its places in the author's deck and in the new one; it has at least one. */
export interface SlidePlaces {
  readonly mine: number | null
  readonly theirs: number | null
}

/** Slides to put in order. */
export interface Ordering {
  /** For each slide of the author's deck its place when it was written; null for one that the author added. */
  readonly written: readonly (number | null)[]
  /** From the place of a slide when it was written to that of the slide it became in the new deck. */
  readonly matches: ReadonlyMap<number, number>
  /** Slides of the author's deck that stay though nothing in the new deck matches them. */
  readonly kept: ReadonlySet<number>
  /** Slides of the new deck that match slides which the author removed. */
  readonly deleted: ReadonlySet<number>
  /** The number of slides in the new deck. */
  readonly count: number
}

/**
 * The order of the merged slides: that of the new deck, with slides that the author moved, added or kept inserted after the slide
 * they follow in the author's deck.
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

/** The nearest slide before one in the author's deck that has its place. */
function lastPlaced(result: readonly SlidePlaces[], mine: number): number | null {
  return result.reduce<number | null>(
    (last, each) => (each.mine !== null && each.mine < mine && (last === null || each.mine > last) ? each.mine : last),
    null,
  )
}

/** The indexes of the longest ascending run of values, not necessarily adjacent; nulls are skipped. */
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
