// Writes the takeaways of a talk.

import type { Draft, Line } from '../model/draft.ts'
import { claimsOf } from './claims.ts'
import type { Context } from './context.ts'
import type { Scores } from './judge/scores.ts'
import type { Unit } from './judge/units.ts'
import { addedLine } from './line.ts'
import { isConclusion } from './section-kinds.ts'
import { versionsOf } from './sentence-versions.ts'
import { slideLabelsOf } from './slide-labels.ts'

/**
 * The minimum number of body and part slides in a talk with takeaways, and in one that ends with its message. At the end
 * of a shorter talk, the audience still remembers its content.
 */
const MIN_SLIDES = 6
const MIN_SLIDES_FOR_MESSAGE = 4
const MAX_TAKEAWAYS = 2
/** With fewer takeaways, there is no slide for them. */
const MIN_TAKEAWAYS = 2
const MAX_TAKEAWAY_WORDS = 28
/** An article with more units has takeaways only if it has a conclusion, because too many sentences score alike. */
const MAX_UNITS_WITHOUT_CONCLUSION = 70
/** Added to the score of a sentence in the article's own conclusion. */
const CONCLUSION_BONUS = 1.5
/**
 * The minimum log-odds that a takeaway is one of the article's three key sentences. A reader found 46 of 53 sentences
 * above this limit to be main points of their articles, but only 34 of 55 with log-odds from -0.6 to -0.2.
 */
const MIN_KEY_SCORE = 0

/**
 * Writes a slide with the sentences that carry the article's message and make sense by themselves; null if there are
 * too few such sentences, if the talk is too short, if its last slide already shows them all, or if the language has no
 * parser.
 */
export function writeTakeaways(context: Context, { units, scores, drafts }: JudgedDrafts): Draft | null {
  if (drafts.length < MIN_SLIDES || context.parse === null) return null
  const points = keySentences(context, { units, scores })
  if (points.length < MIN_TAKEAWAYS || points.every((point) => isShownBy(point, drafts.at(-1)))) return null
  return {
    type: 'draft',
    purpose: 'takeaways',
    part: 0,
    title: addedLine(slideLabelsOf(context.article.language).takeaways),
    content: { type: 'takeaways', points },
    noteSentences: [],
  }
}

function isShownBy({ spans }: Line, draft: Draft | undefined): boolean {
  const shown =
    draft === undefined ? [] : [draft.title, ...claimsOf(draft.content)].flatMap((line) => line?.spans ?? [])
  return spans.some(([start, end]) => shown.some((span) => span[0] < end && span[1] > start))
}

/**
 * Returns the whole sentence that sums up the article; null if none does so by itself, if the talk is too short, if
 * its last slide already shows the sentence, or if the language has no parser.
 */
export function messageOf(context: Context, { drafts, ...judged }: JudgedDrafts): Line | null {
  if (drafts.length < MIN_SLIDES_FOR_MESSAGE || context.parse === null) return null
  const [line] = keySentences(context, judged, { maxCount: 1, maxWords: MAX_MESSAGE_WORDS, isWhole: true })
  return line === undefined || isShownBy(line, drafts.at(-1)) ? null : line
}

/** The maximum number of words in the message, which is shown as a title. */
const MAX_MESSAGE_WORDS = 24

interface Judgements {
  readonly units: readonly Unit[]
  readonly scores: readonly Scores[]
}

interface JudgedDrafts extends Judgements {
  readonly drafts: readonly Draft[]
}

function keySentences(
  context: Context,
  { units, scores }: Judgements,
  { maxCount, maxWords, isWhole } = { maxCount: MAX_TAKEAWAYS, maxWords: MAX_TAKEAWAY_WORDS, isWhole: false },
): readonly Line[] {
  const hasConclusion = units.some(({ heading }) => isConclusion(heading?.text ?? ''))
  if (units.length > MAX_UNITS_WITHOUT_CONCLUSION && !hasConclusion) return []
  const ranked = units
    .flatMap((unit, index) => {
      const unitScores = scores[index]
      if (unitScores === undefined || unitScores.filler > 0) return []
      const key = unitScores.key + (isConclusion(unit.heading?.text ?? '') ? CONCLUSION_BONUS : 0)
      return key < MIN_KEY_SCORE ? [] : [{ unit, key }]
    })
    .toSorted((one, other) => other.key - one.key)
  const chosen: Line[] = []
  for (const { unit } of ranked) {
    if (chosen.length === maxCount) break
    if (unit.sentence.kind === 'quotation') continue
    const version = versionsOf(context, unit.sentence).find(
      ({ dependence, words }) => dependence === null && words <= maxWords && words >= 6,
    )
    if (version === undefined || version.line.text.endsWith('?')) continue
    if (isWhole && version.line.text.length < unit.sentence.text.trim().length - 1) continue
    chosen.push(version.line)
  }
  return chosen.toSorted((one, other) => (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0))
}
