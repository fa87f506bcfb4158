// Lists the titles that a slide can have: its sentences, the heading above it, or none.

import { contentWords } from '../../grammar/content-words.ts'
import type { Line } from '../../model/draft.ts'
import type { TitleRanks } from '../judge/judge.ts'
import { kindOf } from '../judge/title-features.ts'
import type { Candidate } from './candidates.ts'
import type { Objective } from './objective.ts'

/** The heading that can be the title of a run of prose, besides its own sentences. */
export interface Heading {
  readonly line: Line
  readonly words: number
  /** Whether no slide shows it yet. */
  readonly isNew: boolean
  /**
   * Set if the run has no heading of its own: whose heading this is. The title slide or the part's opening slide
   * already shows it.
   */
  readonly above?: 'article' | 'part' | undefined
}

/** The titles of earlier slides, by key. */
export type Used = Pick<ReadonlySet<string>, 'has'>

/** What the choice of a title depends on. */
export interface TitleOptions {
  readonly heading: Heading | null
  readonly objective: Objective
  /** The number of words in the title that a slide gets if it has none of its own. */
  readonly standIn?: number
  readonly used: Used
  /** How well a title fits its slide. */
  readonly ranks: TitleRanks
}

/** A title that a slide can have; `line` is null for none. */
export interface Title {
  readonly line: Line | null
  readonly words: number
  readonly value: number
  /** The unit that the title is made of, or -1. If the title is its whole claim, the unit is not also a point. */
  readonly unit: number
  readonly isClaim: boolean
  readonly form: string
  readonly matter: readonly string[]
}

/** A title is made of one of the first units of its slide. */
const TITLE_REACH = 4
/** A unit with lower log-odds of being shown offers no title. */
const TITLE_SHOW = -0.5
/** More units between a heading and its slide make no difference. */
const LONGEST_SINCE = 40
/** At most this many titles are tried for each slide. */
const MOST_TITLES = 10

/** Lists the titles that a slide from unit `from` can have. `first` is the first unit that can be shown. */
export function titlesFor(
  candidates: readonly Candidate[],
  from: number,
  { heading, objective, used, ranks, first, standIn = 0 }: TitleOptions & { readonly first: number },
): readonly Title[] {
  const reach = candidates.slice(from, from + TITLE_REACH + 2)
  const isBare = heading === null || heading.above !== undefined
  const over = isBare ? '' : heading.line.text
  const worthOf = (line: Line, form: string, at: number) => {
    const own = candidates[at]
    const case_ = {
      text: line.text,
      form,
      from: own ?? null,
      offset: at - from,
      unitsBefore: candidates[from]?.unit.place ?? 0,
      heading: over,
    }
    const bare = isBare && own !== undefined ? objective.bare : 0
    return objective.title + bare + objective.titleRank * ranks.own(case_)
  }
  const titles = reach.slice(0, TITLE_REACH).flatMap((candidate, offset) =>
    (candidate.scores.show > TITLE_SHOW && candidate.scores.filler < 0 ? candidate.titles : [])
      .filter((option) => !used.has(keyFor(option)))
      .map(
        ({ line, words, form, matter }): Title => ({
          matter,
          line,
          words,
          value: worthOf(line, form, from + offset),
          unit: from + offset,
          isClaim: kindOf(form) === 'claim',
          form,
        }),
      ),
  )
  const best = titles.toSorted((one, other) => other.value - one.value).slice(0, MOST_TITLES)
  if (heading !== null) {
    const isFirst = from <= first
    const isNew = heading.isNew && isFirst
    const form = heading.above !== undefined ? 'heading-above' : isNew ? 'heading' : 'heading-again'
    const since = objective.since * Math.min(candidates[from]?.unit.place ?? 0, LONGEST_SINCE)
    const cost = since + (heading.above !== undefined ? objective.above[heading.above] : isNew ? 0 : objective.again)
    const value = worthOf(heading.line, form, -1) + cost
    best.push({
      line: heading.line,
      words: heading.words,
      value,
      unit: -1,
      isClaim: false,
      form,
      matter: contentWords(heading.line.text),
    })
  }
  best.push({ line: null, words: standIn, value: objective.untitled, unit: -1, isClaim: false, form: '', matter: [] })
  return best
}

/** Returns a key that is the same for titles that look the same to a reader. */
export function keyOf(line: Line): string {
  return keyFor({ line, matter: contentWords(line.text) })
}

function keyFor({ line, matter }: { readonly line: Line; readonly matter: readonly string[] }): string {
  return matter.join(' ') || line.text
}
