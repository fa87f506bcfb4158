// Chooses the slides of a run of prose.

import type { Article, Passage } from '../model/article.ts'
import type { Alternative, Alternatives, Line } from '../model/draft.ts'
import type { BodyContext } from './body.ts'
import { countSlideWords } from './context.ts'
import { probabilityOf, type Scores } from './judge/scores.ts'
import type { Unit } from './judge/units.ts'
import { passageLine } from './line.ts'
import { type Candidate, candidateOf } from './plan/candidates.ts'
import { plan } from './plan/plan.ts'
import type { Heading, UsedTitles } from './plan/slide-titles.ts'
import { type QuotationContext, versionsOf } from './sentence-versions.ts'

/** A run of prose, which a plan divides into slides. */
export interface Run {
  readonly units: readonly { readonly unit: Unit; readonly scores: Scores }[]
  /** Maps the offset of each sentence inside a longer quotation to that quotation. */
  readonly quotations: ReadonlyMap<number, QuotationContext>
  readonly heading: Heading | null
  /** The titles of earlier slides. */
  readonly usedTitles: UsedTitles
}

/** A slide that the plan chose, with its alternatives. `title` is null if neither its text nor a heading offers one. */
export interface ChosenSlide {
  readonly title: Line | null
  readonly points: readonly Line[]
  /** The index of its first unit. */
  readonly from: number
  readonly alternatives: Alternatives
}

/** Chooses the slides of a run of prose. */
export function chooseSlides(
  bodyContext: BodyContext,
  { units, quotations, heading, usedTitles }: Run,
): readonly ChosenSlide[] {
  const { context, objective, ranks, obscurityOf } = bodyContext
  const quotationOf = ({ sentence }: Unit) => quotations.get(sentence.span[0])
  const versions = units.map(({ unit }) => versionsOf(context, unit.sentence, quotationOf(unit)))
  const candidates = units.map(({ unit, scores }, index) =>
    candidateOf(context, {
      unit,
      scores,
      versions: versions[index] ?? [],
      quotation: quotationOf(unit),
      before: units[index - 1]?.unit ?? null,
      after: versions[index + 1]?.[0] ?? null,
      obscurityOf,
    }),
  )
  const titleFrom = (from: number) => headingTitle(context.article, heading, candidates[from]?.unit)
  const fallback = titleFrom(0)
  const slides = plan(candidates, {
    ...{ heading, objective, usedTitles, ranks },
    fallbackWords: fallback === null ? 0 : countSlideWords(context, fallback.text),
  })
  return slides.map(({ title: plannedTitle, points, from }, index) => {
    const title = plannedTitle ?? titleFrom(from)
    const slideCandidates = candidates.slice(index === 0 ? 0 : from, slides[index + 1]?.from)
    return { title, points, from, alternatives: alternativesOf(bodyContext, slideCandidates, { title, points }) }
  })
}

/**
 * Returns the title for a slide whose sentences offer none: the heading above it or the article's title, or else null.
 */
function headingTitle({ title }: Article, heading: Heading | null, unit: Unit | undefined): Line | null {
  const above: Passage | undefined = unit?.heading ?? title
  return heading?.line ?? (above === undefined ? null : passageLine(above, 'heading'))
}

/** The maximum number of alternative titles, and of alternative sentences. */
const MAX_ALTERNATIVES = 5

/** Lists alternatives for a slide: titles taken from its sentences, and the sentences left out of it. */
function alternativesOf(
  { ranks }: BodyContext,
  slideCandidates: readonly Candidate[],
  { title, points }: Pick<ChosenSlide, 'title' | 'points'>,
): Alternatives {
  const shown = new Set(
    [...(title === null ? [] : [title]), ...points].flatMap(({ spans }) => spans.map(([start]) => start)),
  )
  const titles = slideCandidates.flatMap((candidate, offset) =>
    candidate.titles.map(({ line, form }) => ({
      line,
      score: probabilityOf(
        ranks.byItself({
          ...{ text: line.text, form, from: candidate, offset },
          unitsBefore: 0,
          heading: candidate.unit.heading?.text ?? '',
        }),
      ),
    })),
  )
  const unshown = slideCandidates.flatMap(({ unit: { sentence }, standalone, followUp, scores }) => {
    const isShown = [...shown].some((start) => start >= sentence.span[0] && start < sentence.span[1])
    const line = (standalone ?? followUp)?.line
    return isShown || line === undefined ? [] : [{ line, score: probabilityOf(scores.show) }]
  })
  return {
    titles: bestAlternatives(titles.filter(({ line }) => line.text !== title?.text)),
    unshown: bestAlternatives(unshown),
  }
}

function bestAlternatives(all: readonly { readonly line: Line; readonly score: number }[]): readonly Alternative[] {
  return all
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MAX_ALTERNATIVES)
    .map(({ line: { text, spans, added }, score }) => ({ text, spans, added, score }))
}
