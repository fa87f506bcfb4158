// Finds which of a point's references are mentioned before it on its slide.

import type { Obscurity } from '../judge/obscurity.ts'
import type { Candidate } from './candidates.ts'

/** A set of references of a point, one bit each. */
type ReferenceSet = number

/** The number of bits in a set. Any further references count as not mentioned. */
const MAX_REFERENCES = 31

/**
 * Returns, for each unit, the sets of its references that the units before it mention: one set for each of the `reach`
 * units before it, the nearest first.
 */
export function mentionsIn(candidates: readonly Candidate[], reach: number): readonly (readonly ReferenceSet[])[] {
  return candidates.map(({ obscurity }, index) =>
    candidates
      .slice(Math.max(0, index - reach), index)
      .reverse()
      .map(({ unit }) => mentionedBy(obscurity, unit.keywords)),
  )
}

/** Returns the set of a point's references that are among these words. */
export function mentionedBy({ references }: Obscurity, words: ReadonlySet<string>): ReferenceSet {
  return references
    .slice(0, MAX_REFERENCES)
    .reduce((all, { word }, bit) => (words.has(word) ? all | (1 << bit) : all), 0)
}

/** Returns the probability, 0 to 1, that the reader of a slide does not understand its next point. */
export function obscurityAt(
  { base, first, followUp, references }: Obscurity,
  {
    known,
    isFirst,
    isFollowUp,
  }: { readonly known: ReferenceSet; readonly isFirst: boolean; readonly isFollowUp: boolean },
): number {
  const logOdds = references.reduce(
    (sum, { unknown }, bit) => (bit < MAX_REFERENCES && (known & (1 << bit)) !== 0 ? sum : sum + unknown),
    base + (isFirst ? first : 0) + (isFollowUp ? followUp : 0),
  )
  return 1 / (1 + Math.exp(-logOdds))
}
