// Prepares the units of a section for the plan.

import { contentWords } from '../../grammar/content-words.ts'
import { hasQuotation } from '../../grammar/quotation-marks.ts'
import { type Context, wordsOf } from '../context.ts'
import type { Clarity, PointCase } from '../judge/clarity.ts'
import { chanceOf, type Scores } from '../judge/scores.ts'
import type { Unit } from '../judge/units.ts'
import { addsMatter, leanOf } from '../leaning.ts'
import { lineOf } from '../line.ts'
import { referentOf } from '../pronouns.ts'
import { rulesOn } from '../rules.ts'
import { type TitleOption, titlesOf } from '../titles.ts'
import { type Quoted, shiftSpan, type Version, versionsOf } from '../versions.ts'

/** A version that the plan may show, with its content words. */
export interface Showable extends Version {
  readonly matter: readonly string[]
}

/** A unit as a candidate for a slide: its worth, how it can be shown, and the titles it offers. */
export interface Candidate {
  readonly unit: Unit
  readonly scores: Scores
  /** The version to use directly after the unit before it, on the same slide; null if it cannot be shown there. */
  readonly behind: Showable | null
  /** The version to use anywhere on a slide; null if there is none. */
  readonly alone: Showable | null
  /** Whether the whole sentence leans on what comes before it. */
  readonly leans: boolean
  /** Whether it announces another matter. */
  readonly turns: boolean
  /** Whether a reader understands it, depending on what its slide has mentioned. */
  readonly clarity: Clarity
  /** The probability that a reader does not understand it without the sentence before it, 0 to 1. */
  readonly unclear: number
  readonly titles: readonly TitleOption[]
}

/** A unit with its scores, the quotation it is part of, and the unit before it. */
export interface Judgement {
  readonly unit: Unit
  readonly scores: Scores
  readonly quoted: Quoted | undefined
  readonly before: Unit | null
  /** Null for a language without a parser. */
  readonly clarityOf: ((point: Omit<PointCase, 'title'>) => Clarity) | null
}

/** A point that nobody misunderstands. */
const CLEAR: Clarity = { own: Number.NEGATIVE_INFINITY, first: 0, behind: 0, references: [] }

/** A point with more words is long. */
export const EASY_POINT = 26
/**
 * The maximum number of words in a point; more where sentences cannot be shortened, because in news every paragraph has
 * some of that length.
 */
const LONGEST_POINT = { parsed: 42, whole: 60 }

export function candidateOf(context: Context, { unit, scores, quoted, before, clarityOf }: Judgement): Candidate {
  const versions = versionsOf(context, unit.sentence, quoted)
  const weighed = (version: Version | null): Showable | null =>
    version === null
      ? null
      : {
          ...version,
          line: { ...version.line, weight: chanceOf(scores.show) },
          matter: contentWords(version.line.text),
        }
  const { text, kind } = unit.sentence
  const isQuoted = quoted !== undefined && quoted.opened !== null
  const rules = rulesOn(
    { text, words: unit.words, kind, after: unit.after, linked: unit.linked, isQuoted, tree: null },
    context.article.language,
  )
  const isShown = !rules.some(({ forbids }) => forbids === 'never')
  // The tree is left out, so only speech is forbidden alone here; the versions say whether the unit leans.
  const isSpeech = rules.some(({ forbids }) => forbids === 'alone')
  const longest = context.parse === null ? LONGEST_POINT.whole : LONGEST_POINT.parsed
  const fullest = (fits: (version: Version) => boolean) => {
    const fitting = versions.filter((version) => version.words >= 3 && version.words <= longest && fits(version))
    return fitting.find(({ words }) => words <= EASY_POINT) ?? fitting.at(-1) ?? null
  }
  const bare = isSpeech ? null : fullest(({ lean }) => lean === null)
  const whole = fullest(() => true)
  const behind = isShown ? weighed(behindOf(whole, bare)) : null
  const alone = isShown && !isSpeech ? weighed(bare ?? named(context, unit, before)) : null
  const shown = alone ?? behind
  return {
    unit,
    scores,
    behind,
    alone,
    leans: isSpeech || versions[0]?.lean !== null,
    turns: context.parse !== null && addsMatter(text),
    unclear: chanceOf(scores.unclear),
    clarity:
      context.parse === null || clarityOf === null || shown === null
        ? CLEAR
        : clarityOf({ tree: context.parse(shown.line.text), lean: shown.lean, repeated: unit.repeated }),
    titles:
      quoted === undefined && !rules.some(({ id }) => id === 'link' || id === 'attribution')
        ? titlesOf(context, unit)
        : [],
  }
}

/**
 * Returns the version to use after another unit: whole, but without a connective that only joins the two; one that
 * contrasts them stays.
 */
function behindOf(whole: Version | null, bare: Version | null): Version | null {
  const isJoint =
    whole?.lean === 'connective' &&
    !/^(?:but|however|yet|nevertheless|nonetheless|instead|still|conversely|otherwise)\b/i.test(whole.line.text)
  return isJoint && bare !== null && bare.words >= whole.words - MOST_JOINT ? bare : whole
}

/** A connective has at most this many words. */
const MOST_JOINT = 5

/**
 * Returns a version of a unit in which the pronoun that opens it is replaced by what it refers to; null if in doubt.
 */
function named(context: Context, unit: Unit, before: Unit | null): Version | null {
  const { parse, article } = context
  const { text, span, kind } = unit.sentence
  if (parse === null || before === null || kind !== 'prose' || before.sentence.kind !== 'prose') return null
  if (unit.words > EASY_POINT || unit.section !== before.section || hasQuotation(`${text} ${before.sentence.text}`))
    return null
  const found = referentOf(parse(text), parse(before.sentence.text))
  if (found === null) return null
  const spans = [shiftSpan(found.name, before.sentence.span[0]), shiftSpan([found.pronoun[1], text.length], span[0])]
  const line = lineOf({ text: article.text, spans, kind: 'prose', weight: 0.5 })
  return leanOf(parse(line.text), line.text) === null ? { line, words: wordsOf(context, line.text), lean: null } : null
}
