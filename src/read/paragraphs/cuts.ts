import type { Sentences } from './gaps.ts'
import { GAP_WEIGHTS } from './weights.ts'

/**
 * Before which sentences a text without paragraphs is best cut, ascending: the cheapest division, where a cut costs what the gap holds
 * together and a paragraph what its length is off `BEST` words.
 */
export function cutsOf(sentences: Sentences): readonly number[] {
  const { lengths } = sentences
  const scores = scoresOf(sentences)
  const costs = [0]
  const starts = [0]
  for (let end = 1; end <= lengths.length; end += 1) {
    let words = 0
    let cost = Number.POSITIVE_INFINITY
    for (let start = end - 1; start >= Math.max(0, end - MOST_SENTENCES); start -= 1) {
      words += lengths[start] ?? 0
      const own =
        (costs[start] ?? 0) - (scores[start - 1] ?? 0) + LENGTH_COST * Math.log(Math.max(words, 1) / BEST) ** 2
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

/** For each gap how much speaks for a cut. */
export function scoresOf({ gaps }: Pick<Sentences, 'gaps'>): readonly number[] {
  return gaps.map((gap) =>
    Object.entries(GAP_WEIGHTS).reduce(
      (sum, [sign, weight]) => sum + weight * (gap[sign as keyof typeof gap] ?? 0),
      LEANING,
    ),
  )
}

/** In words: what a slide says, and a little less than paragraphs have that people write. */
const BEST = 60
const LENGTH_COST = 2
/** Makes as many paragraphs as people do. */
const LEANING = 1
const MOST_SENTENCES = 16
