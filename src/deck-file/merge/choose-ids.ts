// Chooses the ids of slides in a merged deck.

import type { OriginalSlide } from '../original-slides.ts'
import type { Matches } from './match-slides.ts'
import type { SlidePositions } from './order-slides.ts'
import type { SlideVersion } from './slide-version.ts'

/** The slides to choose ids for, and the decks that they come from. */
export interface IdSources {
  readonly positions: readonly SlidePositions[]
  readonly myVersions: readonly SlideVersion[]
  readonly originalIndexes: readonly (number | null)[]
  readonly matches: Matches
  /** The slides of the previous deck. */
  readonly before: readonly OriginalSlide[]
  /** The slides of the new deck. */
  readonly after: readonly OriginalSlide[]
}

export interface MergedIds {
  /** The ids of the merged slides. */
  readonly shown: readonly string[]
  /** The ids of the slides in the new base. */
  readonly base: readonly string[]
}

/**
 * Chooses the ids of the merged slides and of the slides in the new base. A slide keeps the id that it has in the
 * author's deck; a new slide gets an unused one.
 */
export function chooseIds({ positions, myVersions, originalIndexes, matches, before, after }: IdSources): MergedIds {
  const usedIds = new Set<string>([...myVersions.flatMap(({ id }) => id ?? []), ...before.map(({ slide }) => slide.id)])
  const unusedId = (id: string) => {
    let unused = id
    for (let number = 2; usedIds.has(unused); number++) unused = `${id}-${number}`
    usedIds.add(unused)
    return unused
  }
  const originalIds = new Map([...matches].map(([base, theirs]) => [theirs, before[base]?.slide.id]))
  const base = after.map(({ slide }, theirs) => originalIds.get(theirs) ?? unusedId(slide.id))
  const shown = positions.map(({ mine, theirs }) => {
    const original = mine === null ? undefined : before[originalIndexes[mine] ?? -1]
    return (mine === null ? undefined : (myVersions[mine]?.id ?? original?.slide.id)) ?? base[theirs ?? -1] ?? ''
  })
  return { shown, base }
}
