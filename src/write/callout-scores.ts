import type { Article } from '../model/article.ts'
import { labelKind } from '../model/callout.ts'
import type { Scores } from './judge/scores.ts'
import type { Unit } from './judge/units.ts'

/**
 * Raises the scores of a unit that opens with a callout label, so that a slide shows it: "**Tip:** Wear a vest at
 * night."
 */
export function raiseCalloutScore(article: Article, { sentence }: Unit, scores: Scores): Scores {
  const [start] = sentence.span
  const isCallout = article.marks.some(
    ({ style, span }) =>
      style.type === 'strong' && span[0] === start && labelKind(article.text.slice(...span)) !== null,
  )
  if (!isCallout) return scores
  return {
    ...scores,
    show: Math.max(scores.show, MIN_CALLOUT_SCORE),
    filler: Math.min(scores.filler, -MIN_CALLOUT_SCORE),
  }
}

/**
 * The minimum log-odds that a callout is shown. Its log-odds of being filler are at most the negative of this value.
 */
const MIN_CALLOUT_SCORE = 1.5
