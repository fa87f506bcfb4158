// Explains why each sentence is shown or not.

import type { Draft, Reason } from '../../model/draft.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from '../context.ts'
import { probabilityOf, type Scores } from '../judge/scores.ts'
import { coveredFractions, type Unit } from '../judge/units.ts'
import { mapLines } from '../map-lines.ts'
import { applicableRules, factsOf } from '../rules.ts'
import { dependenceOfText, quotationsIn } from '../sentence-versions.ts'

interface JudgedArticle {
  readonly context: Context
  readonly units: readonly Unit[]
  readonly scores: readonly Scores[]
}

/** Adds to each draft the reasons why its sentences are shown or not. */
export function withReasons(drafts: readonly Draft[], { context, units, scores }: JudgedArticle): Draft[] {
  const shown: Span[] = []
  for (const draft of drafts)
    mapLines({ ...draft, alternatives: undefined }, (line) => {
      if (line !== null) shown.push(...line.spans)
      return line
    })
  const inOrder = shown.toSorted(([one], [other]) => one - other)
  const fractions = coveredFractions(units, inOrder)
  const starts = new Map(units.map(({ sentence }, index) => [sentence.span[0], index]))
  const quoted = quotationsIn(units.map(({ sentence }) => sentence))
  const reasonOf = (index: number): Reason | null => {
    const unit = units[index]
    const unitScores = scores[index]
    if (unit === undefined || unitScores === undefined) return null
    const { text, span } = unit.sentence
    const isShown = (fractions[index] ?? 0) > 0
    const score = probabilityOf(unitScores.show)
    if (isShown) return { text, span, isShown, rule: null, why: 'it is shown', score }
    const facts = {
      ...factsOf(unit, quoted.get(span[0]), context),
      isDependent: dependenceOfText(context, text) !== null,
    }
    const rules = applicableRules(facts, context.article.language)
    // A sentence that cannot stand alone may still be shown if it is the first of the article, or if the previous
    // sentence is shown.
    const mayBeShown = index === 0 || (fractions[index - 1] ?? 0) > 0
    const rule = rules.find(({ forbids }) => forbids !== 'point-alone' || !mayBeShown)
    if (rule !== undefined) return { text, span, isShown, rule: rule.id, why: rule.why, score }
    return unitScores.filler > 0 || unitScores.show < 0
      ? { text, span, isShown, rule: 'score', why: 'an editor would be unlikely to show it', score }
      : { text, span, isShown, rule: 'room', why: 'other sentences in its section scored higher', score }
  }
  return drafts.map((draft) => {
    const reasons = draft.noteSentences.flatMap(({ span }) => {
      const index = starts.get(span[0])
      return index === undefined ? [] : (reasonOf(index) ?? [])
    })
    return reasons.length === 0 ? draft : { ...draft, reasons }
  })
}
