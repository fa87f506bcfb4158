// Prepares the units of a section for the plan.

import { contentWords } from '../../grammar/content-words.ts'
import { hasQuotation } from '../../grammar/quotation-marks.ts'
import type { Line } from '../../model/draft.ts'
import type { Sentence } from '../../model/outline.ts'
import { shiftSpan } from '../../model/span.ts'
import { changesSubject, contrastsWithTextBefore } from '../connectives.ts'
import { type Context, countSlideWords } from '../context.ts'
import type { Obscurity, PointCase } from '../judge/obscurity.ts'
import { probabilityOf, type Scores } from '../judge/scores.ts'
import type { Unit } from '../judge/units.ts'
import { lineOf } from '../line.ts'
import { referentOf } from '../pronouns.ts'
import { applicableRules, factsOf } from '../rules.ts'
import { clausesOf } from '../sentence-clauses.ts'
import { dependenceOf } from '../sentence-dependence.ts'
import { INITIAL_WEIGHT, type QuotationContext, type Version } from '../sentence-versions.ts'
import { type TitleOption, titlesOf } from '../titles.ts'
import { EASY_POINT_WORDS, LONG_POINT_WORDS } from './objective.ts'

/** A version of a sentence that the plan may show, with its content words. */
export interface ShowableVersion extends Version {
  readonly keywords: readonly string[]
  /** The points that show it: one for each main clause of a long sentence, otherwise just `line`. */
  readonly points: readonly Line[]
  /** The number of words in the longest point. */
  readonly longest: number
}

/** A unit as a candidate for a slide: its scores, how it can be shown, and the titles it offers. */
export interface Candidate {
  readonly unit: Unit
  readonly scores: Scores
  /** The version to use directly after the unit before it, on the same slide; null if it cannot be shown there. */
  readonly followUp: ShowableVersion | null
  /** The version to use anywhere on a slide; null if there is none. */
  readonly standalone: ShowableVersion | null
  /** Whether the whole sentence depends on the text before it. */
  readonly isDependent: boolean
  /** Whether it contains a number in digits. */
  readonly hasFigure: boolean
  readonly isQuestion: boolean
  /** Whether it opens with words that set it against the text before it. */
  readonly contrasts: boolean
  /** Whether it announces another subject. */
  readonly changesSubject: boolean
  /** How hard it is to understand, depending on what its slide has mentioned. */
  readonly obscurity: Obscurity
  /**
   * Whether `followUp` may refer to a sentence earlier than the one before it. "She" and "they" may; "it" and "this"
   * rarely do.
   */
  readonly mayReferFarBack: boolean
  /** The probability that a reader does not understand it without the sentence before it, 0 to 1. */
  readonly unclear: number
  readonly titles: readonly TitleOption[]
}

/** A unit with its scores, its versions, the quotation that it is part of, and what is before and after it. */
export interface CandidateSource {
  readonly unit: Unit
  readonly scores: Scores
  /** The versions of its sentence, from the whole to the shortest. */
  readonly versions: readonly Version[]
  readonly quotation: QuotationContext | undefined
  readonly before: Unit | null
  /** The whole sentence of the next unit; null if there is none, or if it cannot be shown. */
  readonly after: Version | null
  /** Null for a language without a parser. */
  readonly obscurityOf: ((point: Omit<PointCase, 'title'>) => Obscurity) | null
}

/** The obscurity of a point that every reader understands. */
const CLEAR: Obscurity = { base: Number.NEGATIVE_INFINITY, first: 0, followUp: 0, references: [] }

/**
 * The maximum number of words in a sentence that is shown. Longer sentences are rare, but a long sentence that cannot
 * be shortened sometimes says what the article is about.
 */
const MAX_SENTENCE_WORDS = 60

export function candidateOf(
  context: Context,
  { unit, scores, versions, quotation, before, after, obscurityOf }: CandidateSource,
): Candidate {
  const withWeight = (version: Version | null): ShowableVersion | null => {
    if (version === null) return null
    const weight = probabilityOf(scores.show)
    const line = { ...version.line, weight }
    const clauses =
      version === versions[0] && quotation === undefined ? clauseLines(context, unit.sentence, version) : []
    const points = clauses.length === 0 ? [line] : clauses.map((clause) => ({ ...clause, weight }))
    const longest = Math.max(...points.map(({ text }) => countSlideWords(context, text)))
    return { ...version, line, keywords: contentWords(line.text), points, longest }
  }
  const { text } = unit.sentence
  // Whether a sentence depends on others is decided for each version.
  const facts = { ...factsOf(unit, quotation, context), isDependent: false }
  const forbidden = new Set(applicableRules(facts, context.article.language).map(({ forbids }) => forbids))
  const canBeTitle = quotation === undefined && !forbidden.has('title-and-point')
  const canBePoint = !forbidden.has('title-and-point') && !forbidden.has('point')
  const canStandAlone = canBePoint && !forbidden.has('point-alone')
  // "This" in the next sentence may refer to any part of this one.
  const isReferredTo = after?.dependence === 'pronoun' || after?.dependence === 'demonstrative'
  const bestVersion = (fits: (version: Version) => boolean) => {
    const fitting = versions.filter(
      (version) => version.words >= 3 && version.words <= MAX_SENTENCE_WORDS && fits(version),
    )
    const maxWords = isReferredTo ? LONG_POINT_WORDS : EASY_POINT_WORDS
    return fitting.find(({ words }) => words <= maxWords) ?? fitting.at(-1) ?? null
  }
  // The first sentence of an article has nothing before it to depend on.
  const opensArticle = unit.index === 0
  const independent = canStandAlone ? bestVersion(({ dependence }) => opensArticle || dependence === null) : null
  const best = bestVersion(({ dependence }) => dependence !== 'elsewhere')
  const followUp = canBePoint ? withWeight(followUpOf(best, independent)) : null
  const standalone = canStandAlone ? withWeight(independent ?? withNamedSubject(context, unit, before)) : null
  const shown = standalone ?? followUp
  return {
    unit,
    scores,
    followUp,
    standalone,
    isDependent: forbidden.has('point-alone') || (versions[0]?.dependence !== null && !opensArticle),
    hasFigure: /\p{Nd}/u.test(text),
    isQuestion: /[?？]$/u.test(text),
    contrasts: context.parse !== null && contrastsWithTextBefore(text),
    changesSubject: context.parse !== null && changesSubject(text),
    mayReferFarBack: followUp?.dependence === 'pronoun' && !/\b(?:it|its|itself)\b/i.test(followUp.line.text),
    unclear: probabilityOf(scores.unclear),
    obscurity:
      context.parse === null || obscurityOf === null || shown === null
        ? CLEAR
        : obscurityOf({ tree: context.parse(shown.line.text), dependence: shown.dependence, repeated: unit.repeated }),
    titles: canBeTitle ? titlesOf(context, unit) : [],
  }
}

/** Returns a line for each main clause of a sentence that is too long to be easy to read; none if it is one clause. */
function clauseLines({ parse, article }: Context, { text, span, kind }: Sentence, { words }: Version): readonly Line[] {
  if (parse === null || kind !== 'prose' || words <= EASY_POINT_WORDS) return []
  return clausesOf(parse(text), text).map((clause) =>
    lineOf({ text: article.text, spans: [shiftSpan(clause, span[0])], kind: 'prose', weight: INITIAL_WEIGHT }),
  )
}

/**
 * Returns the version to use directly after another unit: the best one, without its opening connective unless the
 * connective contrasts the two.
 */
function followUpOf(best: Version | null, independent: Version | null): Version | null {
  const isAdditive = best?.dependence === 'connective' && !contrastsWithTextBefore(best.line.text)
  return isAdditive && independent !== null && independent.words >= best.words - MAX_CONNECTIVE_WORDS
    ? independent
    : best
}

/** The maximum number of words in a connective. */
const MAX_CONNECTIVE_WORDS = 5

/** Returns a version of a unit with a name in place of the pronoun that opens it; null if in doubt. */
function withNamedSubject(context: Context, unit: Unit, before: Unit | null): Version | null {
  const { parse, article } = context
  const { text, span, kind } = unit.sentence
  if (parse === null || before === null || kind !== 'prose' || before.sentence.kind !== 'prose') return null
  if (
    unit.words > EASY_POINT_WORDS ||
    unit.section !== before.section ||
    hasQuotation(`${text} ${before.sentence.text}`)
  )
    return null
  const referent = referentOf(parse(text), parse(before.sentence.text))
  if (referent === null) return null
  const spans = [
    shiftSpan(referent.name, before.sentence.span[0]),
    shiftSpan([referent.pronoun[1], text.length], span[0]),
  ]
  const line = lineOf({ text: article.text, spans, kind: 'prose', weight: INITIAL_WEIGHT })
  return dependenceOf(parse(line.text), line.text) === null
    ? { line, words: countSlideWords(context, line.text), dependence: null }
    : null
}
