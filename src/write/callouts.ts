// Finds callouts, such as "**Warning:** Stand clear of the gates."

import type { Article } from '../model/article.ts'
import { labelKind } from '../model/callout.ts'
import type { Sentence } from '../model/outline.ts'
import type { Scores } from './judge/scores.ts'
import type { Unit } from './judge/units.ts'

/**
 * Returns a unit's scores, raised if it opens with a callout label, so that a slide shows it: "**Tip:** Wear a vest at
 * night."
 */
export function raiseCalloutScore(article: Article, { sentence }: Unit, scores: Scores): Scores {
  if (!opensCallout(article, sentence)) return scores
  return {
    ...scores,
    show: Math.max(scores.show, MIN_CALLOUT_SCORE),
    filler: Math.min(scores.filler, -MIN_CALLOUT_SCORE),
  }
}

/**
 * A callout's log-odds of being shown are raised to at least this value, and its log-odds of being filler lowered to at
 * most its negative.
 */
const MIN_CALLOUT_SCORE = 1.5

function opensCallout({ marks, text }: Article, { span: [start] }: Sentence): boolean {
  return marks.some(
    ({ style, span }) => style.type === 'strong' && span[0] === start && labelKind(text.slice(...span)) !== null,
  )
}
