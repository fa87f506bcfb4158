// Lists the titles that a slide can have: its sentences, the heading above it, or none.

import { contentWords } from '../../grammar/content-words.ts'
import type { Line } from '../../model/draft.ts'
import type { TitleRanks } from '../judge/judge.ts'
import { titleKindOf } from '../judge/title-features.ts'
import type { Candidate } from './candidates.ts'
import type { Objective } from './objective.ts'

/** The heading that can be the title of a run of prose if no sentence offers a better one. */
export interface Heading {
  readonly line: Line
  readonly words: number
  /** Whether no slide shows it yet. */
  readonly isNew: boolean
  /**
   * What the heading belongs to if the run has no heading of its own; absent otherwise. The title slide or the part's
   * opening slide already shows such a heading.
   */
  readonly above?: 'article' | 'part' | undefined
}

/** The keys of the titles of earlier slides (see `keyOf`). */
export type UsedTitles = Pick<ReadonlySet<string>, 'has'>

/** What determines the choice of a title: the heading, the titles already used, and how titles are valued. */
export interface TitleOptions {
  readonly heading: Heading | null
  readonly objective: Objective
  /** The number of words in the title that a slide gets if the plan gives it none; 0 if absent. */
  readonly fallbackWords?: number
  readonly usedTitles: UsedTitles
  /** How well a title fits its slide. */
  readonly ranks: TitleRanks
}

/** A title that a slide can have. `line` is null if the slide has no title. */
export interface Title {
  readonly line: Line | null
  readonly words: number
  readonly value: number
  /**
   * The index of the unit that the title is taken from, or -1. If `isClaim` is true or there is a `remainder`, that unit
   * is not also a point.
   */
  readonly unit: number
  readonly isClaim: boolean
  readonly form: string
  readonly keywords: readonly string[]
  /** The rest of the title's sentence, if it can be the first point under the title; null otherwise. */
  readonly remainder: { readonly line: Line; readonly words: number } | null
}

/** The number of units at the start of a slide that its title can be taken from. */
const TITLE_REACH = 4
/** A unit with lower log-odds of being shown offers no title. */
const MIN_TITLE_SHOW = -0.5
/** At most this many units between a heading and its slide are counted. */
const MAX_HEADING_AGE = 40
/** The maximum number of titles from units that are tried for each slide. */
const MAX_TITLES = 10

/** Lists the titles that a slide from unit `from` can have. `first` is the first unit that can be shown. */
export function titlesFor(
  candidates: readonly Candidate[],
  from: number,
  { heading, objective, usedTitles, ranks, first, fallbackWords = 0 }: TitleOptions & { readonly first: number },
): readonly Title[] {
  const isWithoutHeading = heading === null || heading.above !== undefined
  const ownHeading = isWithoutHeading ? '' : heading.line.text
  const titleValue = (line: Line, form: string, index: number) => {
    const source = candidates[index]
    const candidate = {
      text: line.text,
      form,
      from: source ?? null,
      offset: index - from,
      unitsBefore: candidates[from]?.unit.indexInSection ?? 0,
      heading: ownHeading,
    }
    const opensArticle = heading?.above === 'article' && form === 'whole' && index === first && from <= first
    const bonus =
      (isWithoutHeading && source !== undefined ? objective.noHeading : 0) +
      (opensArticle ? objective.firstSentence : 0)
    return objective.title + bonus + objective.titleRank * ranks.byItself(candidate)
  }
  const titles = candidates.slice(from, from + TITLE_REACH).flatMap((candidate, offset) =>
    (candidate.scores.show > MIN_TITLE_SHOW && candidate.scores.filler < 0 ? candidate.titles : [])
      .filter((option) => !usedTitles.has(keyFor(option)))
      .map(
        ({ line, words, form, keywords, remainder }): Title => ({
          keywords,
          remainder,
          line,
          words,
          value: titleValue(line, form, from + offset),
          unit: from + offset,
          isClaim: titleKindOf(form) === 'claim',
          form,
        }),
      ),
  )
  const best = titles.toSorted((one, other) => other.value - one.value).slice(0, MAX_TITLES)
  const untitled: Title = {
    ...{ line: null, words: fallbackWords, value: objective.untitled },
    ...{ unit: -1, isClaim: false, form: '', keywords: [], remainder: null },
  }
  if (heading === null) return [...best, untitled]
  const isNew = heading.isNew && from <= first
  const form = heading.above !== undefined ? 'heading-above' : isNew ? 'heading' : 'heading-again'
  const value =
    titleValue(heading.line, form, -1) +
    headingBonus(heading, objective, { isNew, age: candidates[from]?.unit.indexInSection ?? 0 })
  const { line, words } = heading
  const keywords = contentWords(line.text)
  return [...best, { line, words, value, unit: -1, isClaim: false, form, keywords, remainder: null }, untitled]
}

/**
 * Returns the amount added to the value of a heading as a title: less than 0 if the heading is old, inherited or
 * repeated.
 */
function headingBonus(
  { above }: Heading,
  objective: Objective,
  { isNew, age }: { readonly isNew: boolean; readonly age: number },
): number {
  const ageCost = objective.headingAge * Math.min(age, MAX_HEADING_AGE)
  return ageCost + (above !== undefined ? objective.inheritedHeading[above] : isNew ? 0 : objective.repeatedHeading)
}

/** Returns a key that is the same for titles that look the same to a reader. */
export function keyOf(line: Line): string {
  return keyFor({ line, keywords: contentWords(line.text) })
}

function keyFor({ line, keywords }: { readonly line: Line; readonly keywords: readonly string[] }): string {
  return keywords.join(' ') || line.text
}
