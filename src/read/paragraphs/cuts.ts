// Chooses the places to divide a text into paragraphs.

import type { Sentences } from './gaps.ts'
import { GAP_WEIGHTS } from './weights.ts'

/**
 * Returns the sentences before which a text without paragraphs is divided, ascending. This is the cheapest division,
 * where a cut costs the cohesion of its gap, and a paragraph the difference between its length and `BEST` words.
 */
export function cutsOf(sentences: Sentences): readonly number[] {
  const { lengths } = sentences
  const scores = scoresOf(sentences)
  const costs = [0]
  const starts = [0]
  for (let end = 1; end <= lengths.length; end += 1) {
    let words = 0
    let cost = Number.POSITIVE_INFINITY
    for (let start = end - 1; start >= Math.max(0, end - MAX_SENTENCES); start -= 1) {
      words += lengths[start] ?? 0
      const own =
        (costs[start] ?? 0) - (scores[start - 1] ?? 0) + LENGTH_COST * Math.log(Math.max(words, 1) / BEST_LENGTH) ** 2
      if (own >= cost) continue
      cost = own
      starts[end] = start
    }
    costs[end] = cost
  }
  const cuts: number[] = []
  for (let at = starts[lengths.length] ?? 0; at > 0; at = starts[at] ?? 0) cuts.unshift(at)
  return cuts
}

/** Computes the evidence for a cut at each gap. */
export function scoresOf({ gaps }: Pick<Sentences, 'gaps'>): readonly number[] {
  return gaps.map((gap) =>
    Object.entries(GAP_WEIGHTS).reduce(
      (sum, [sign, weight]) => sum + weight * (gap[sign as keyof typeof gap] ?? 0),
      CUT_BIAS,
    ),
  )
}

/**
 * The best length of a paragraph in words: as much as a slide shows, and a little less than people's paragraphs have.
 */
const BEST_LENGTH = 60
const LENGTH_COST = 2
/** A constant, fitted to make as many paragraphs as people do. */
const CUT_BIAS = 1
const MAX_SENTENCES = 16
