import type { GapFeature } from './gaps.ts'

/**
 * The weights of a logistic regression that predicts whether a paragraph begins at a gap between two sentences. Fitted
 * on 28 November 2026 by `test/bench/read/fit-paragraphs.mjs` on 4,705 paragraphs of 298 articles from 12 sources in 18
 * languages. Cross-validated by source, the area under the curve is .645, WindowDiff .395 and F1 .47. For paragraphs of
 * even length, WindowDiff is .451 and F1 .33.
 */
export const GAP_WEIGHTS: Readonly<Record<GapFeature, number>> = {
  always: -0.37,
  'similarity of neighbours': -4.46,
  'dip in similarity': 6.88,
  'new words': -0.52,
  'name recurs': -0.33,
  'begins like the one before': -0.4,
  'begins with a number': 1.66,
  'quotation before': 0.82,
  'within a quotation': -2.37,
  'short before': -0.78,
  'question before': -0.42,
}
