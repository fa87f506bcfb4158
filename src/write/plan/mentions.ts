// Tells which references of a point its slide has mentioned before it.

import type { Clarity } from '../judge/clarity.ts'
import type { Candidate } from './candidates.ts'

/** A set of the references of a point, one bit each. */
type References = number

/** The number of bits in a set; further references count as unknown. */
const MAX_REFERENCES = 31

/** For each unit, which of its references each of the `reach` units before it mentions, the nearest unit first. */
export function mentionsIn(candidates: readonly Candidate[], reach: number): readonly (readonly References[])[] {
  return candidates.map(({ clarity }, at) =>
    candidates
      .slice(Math.max(0, at - reach), at)
      .reverse()
      .map(({ unit }) => mentionedBy(clarity, unit.matter)),
  )
}

/** Returns the references of a point that are among these words. */
export function mentionedBy({ references }: Clarity, words: ReadonlySet<string>): References {
  return references
    .slice(0, MAX_REFERENCES)
    .reduce((all, { word }, bit) => (words.has(word) ? all | (1 << bit) : all), 0)
}

/** The probability that the reader of a slide does not know what its next point refers to, 0 to 1. */
export function unknownAt(
  { own, first, behind, references }: Clarity,
  { known, isFirst, isBehind }: { readonly known: References; readonly isFirst: boolean; readonly isBehind: boolean },
): number {
  const odds = references.reduce(
    (sum, { unknown }, bit) => (bit < MAX_REFERENCES && (known & (1 << bit)) !== 0 ? sum : sum + unknown),
    own + (isFirst ? first : 0) + (isBehind ? behind : 0),
  )
  return 1 / (1 + Math.exp(-odds))
}
