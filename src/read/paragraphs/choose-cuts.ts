// Chooses where to divide text into paragraphs.

import type { SentenceAnalysis } from './gaps.ts'
import { GAP_WEIGHTS } from './weights.ts'

/**
 * Returns the indexes of the sentences before which text without paragraphs is divided, in ascending order. This is the
 * cheapest division: each cut saves the score of its gap, and the more the length of a paragraph differs from
 * `BEST_LENGTH`, the more it costs.
 */
export function chooseCuts(sentences: SentenceAnalysis): readonly number[] {
  const { lengths } = sentences
  const scores = scoresOf(sentences)
  const costs = [0]
  const starts = [0]
  for (let end = 1; end <= lengths.length; end += 1) {
    let words = 0
    let cost = Number.POSITIVE_INFINITY
    for (let start = end - 1; start >= Math.max(0, end - MAX_SENTENCES); start -= 1) {
      words += lengths[start] ?? 0
      const total =
        (costs[start] ?? 0) - (scores[start - 1] ?? 0) + LENGTH_COST * Math.log(Math.max(words, 1) / BEST_LENGTH) ** 2
      if (total >= cost) continue
      cost = total
      starts[end] = start
    }
    costs[end] = cost
  }
  const cuts: number[] = []
  for (let cut = starts[lengths.length] ?? 0; cut > 0; cut = starts[cut] ?? 0) cuts.unshift(cut)
  return cuts
}

/** Computes the score of a cut at each gap: the higher the score, the likelier it is that a paragraph begins there. */
function scoresOf({ gaps }: SentenceAnalysis): readonly number[] {
  return gaps.map((gap) =>
    Object.entries(GAP_WEIGHTS).reduce(
      (sum, [feature, weight]) => sum + weight * (gap[feature as keyof typeof gap] ?? 0),
      CUT_BIAS,
    ),
  )
}

/** The best length of a paragraph, in words: as much as a slide shows, and a little less than in most articles. */
const BEST_LENGTH = 60
/** A paragraph costs this many times the squared logarithm of the ratio of its length to the best length. */
const LENGTH_COST = 2
/** This is added to every score. It was fitted so that there are as many paragraphs as in the original articles. */
const CUT_BIAS = 1
/** The maximum number of sentences in a paragraph. */
const MAX_SENTENCES = 16
