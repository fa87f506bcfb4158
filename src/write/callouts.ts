// Finds callouts, such as "**Warning:** Stand clear of the gates.", and keeps them together.

import type { Article } from '../model/article.ts'
import { labelKind } from '../model/callout.ts'
import type { Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import type { Scores } from './judge/scores.ts'
import type { Unit } from './judge/units.ts'
import { lineOf } from './line.ts'

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

/** Joins the points that come from one callout, so that the reason for a warning stays with it. */
export function joinCallouts(article: Article, points: readonly Line[], sentences: readonly Sentence[]): Line[] {
  const indexOf = (line: Line) => {
    const start = line.spans[0]?.[0] ?? -1
    return sentences.findIndex(({ span: [from, to] }) => from <= start && start < to)
  }
  const joined: Line[] = []
  let last = -1
  let isInCallout = false
  for (const point of points) {
    const index = indexOf(point)
    const sentence = sentences[index]
    const before = joined.at(-1)
    if (isInCallout && before !== undefined && index === last + 1 && sentence?.startsBlock === false) {
      const spans = [...before.spans, ...point.spans]
      joined[joined.length - 1] = lineOf({ ...before, text: article.text, spans })
    } else {
      isInCallout = sentence !== undefined && opensCallout(article, sentence)
      joined.push(point)
    }
    last = index
  }
  return joined
}

function opensCallout({ marks, text }: Article, { span: [start] }: Sentence): boolean {
  return marks.some(
    ({ style, span }) => style.type === 'strong' && span[0] === start && labelKind(text.slice(...span)) !== null,
  )
}
