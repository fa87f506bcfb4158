// Adds other versions of each line as alternatives.

import type { Alternative, Draft, Line } from '../../model/draft.ts'
import type { Sentence } from '../../model/outline.ts'
import type { BodyContext } from '../body.ts'
import { probabilityOf } from '../judge/scores.ts'
import { mapLines } from '../map-lines.ts'
import { EASY_POINT_WORDS } from '../plan/objective.ts'
import { versionsOf } from '../sentence-versions.ts'

/**
 * Adds to each line the other versions of its sentence, the best first. Their score is the probability that an editor
 * shows the sentence, slightly reduced for each word beyond what is easy to read. Titles are left out, because they
 * have their own alternatives.
 */
export function withOtherVersions(
  bodyContext: Pick<BodyContext, 'context' | 'judged'>,
  drafts: readonly Draft[],
): readonly Draft[] {
  const sentences = [...bodyContext.judged.values()].map(({ unit }) => unit.sentence)
  return drafts.map((draft) => {
    const shown = draft.purpose === 'takeaways' ? sentences : draft.noteSentences
    const { content } = mapLines(draft, (line) => {
      if (line === null || (line.kind !== 'prose' && line.kind !== 'item')) return line
      const alternatives = otherVersions(bodyContext, line, shown)
      return alternatives.length === 0 ? line : { ...line, alternatives }
    })
    return { ...draft, content }
  })
}

function otherVersions(
  { context, judged }: Pick<BodyContext, 'context' | 'judged'>,
  line: Line,
  sentences: readonly Sentence[],
): readonly Alternative[] {
  const offset = line.spans[0]?.[0]
  const sentence = sentences.find(({ span: [start, end] }) => offset !== undefined && start <= offset && offset < end)
  const show = judged.get(sentence?.span[0] ?? -1)?.scores.show
  if (sentence === undefined || show === undefined) return []
  const versions = versionsOf(context, sentence)
  const shown = versions.find((version) => version.line.text === line.text)
  if (shown === undefined) return []
  // A version that depends on the line before it can only replace a line that already does.
  return versions
    .filter(({ words, dependence }) => words >= MIN_WORDS && (dependence === null || dependence === shown.dependence))
    .filter((version) => version !== shown)
    .map(({ line: { text, spans, added }, words }) => ({
      text,
      spans,
      added,
      score: probabilityOf(show - EXTRA_WORD_COST * Math.max(0, words - EASY_POINT_WORDS)),
    }))
    .toSorted((one, other) => other.score - one.score)
}

/** The cost of each word beyond the length that is easy to read, in log-odds. */
const EXTRA_WORD_COST = 0.03
/** A line with fewer words would be uninformative. */
const MIN_WORDS = 3
