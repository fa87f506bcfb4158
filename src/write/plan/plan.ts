// Plans the slides of a section by searching for the best total worth.

import { contentWords } from '../../grammar/content-words.ts'
import type { Line } from '../../model/draft.ts'
import type { TitleRanks } from '../judge/judge.ts'
import { type Cover, kindOf } from '../judge/title-features.ts'
import type { Candidate } from './candidates.ts'
import { MAX_POINTS, MAX_WORDS, type Objective } from './objective.ts'

/** A slide of prose. Its notes cover units `from` to `to` (exclusive); the slide shows some of them. */
export interface PlannedSlide {
  readonly title: Line | null
  readonly points: readonly Line[]
  readonly from: number
  readonly to: number
  readonly value: number
}

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

interface Options {
  readonly heading: Heading | null
  readonly objective: Objective
  /** The words of the title that a slide gets if it has none of its own. */
  readonly standIn?: number
  readonly used: Used
  /** How well a title fits its slide. */
  readonly ranks: TitleRanks
}

/** What is known about a run of units before its slides are made. */
interface Known {
  /** The first unit that can be shown. */
  readonly first: number
  /** For each unit, the nearest unit before it that does not lean: in "Ada came. She saw it. She left.", the first sentence. */
  readonly anchors: readonly number[]
}

function anchorsOf(candidates: readonly Candidate[]): readonly number[] {
  const anchors: number[] = []
  for (const at of candidates.keys())
    anchors.push(candidates[at - 1]?.leans === true ? (anchors[at - 1] ?? at) : at - 1)
  return anchors
}

/** A slide covers at most this many units, including those that it does not show. */
const REACH = 14
/** How many partial slides are kept while a slide grows (beam search). */
const BEAM = 6

/** Finds the slides of a run of prose with the greatest total worth. Takes time linear in the number of units. */
export function plan(candidates: readonly Candidate[], given: Options): readonly PlannedSlide[] {
  // The first unit that can be shown comes right after the heading.
  const at = candidates.findIndex(({ alone, behind }) => alone !== null || behind !== null)
  const options = { ...given, first: at < 0 ? candidates.length : at, anchors: anchorsOf(candidates) }
  const count = candidates.length
  const best: { value: number; slide: PlannedSlide | null; next: number }[] = []
  best[count] = { value: 0, slide: null, next: count }
  for (let from = count - 1; from >= 0; from--) {
    const after = best[from + 1]
    let top = { value: after?.value ?? 0, slide: null as PlannedSlide | null, next: from + 1 }
    if (from === 0 || candidates[from]?.alone !== null || (candidates[from]?.titles.length ?? 0) > 0)
      for (const slide of slidesFrom(candidates, from, options)) {
        const value = slide.value + (best[slide.to]?.value ?? 0)
        if (value > top.value) top = { value, slide, next: slide.to }
      }
    best[from] = top
  }
  const slides: PlannedSlide[] = []
  for (let at = 0; at < count; ) {
    const { slide, next } = best[at] ?? { slide: null, next: count }
    if (slide !== null) slides.push(slide)
    at = next
  }
  return slides
}

interface Title {
  readonly line: Line | null
  readonly words: number
  readonly value: number
  /** The unit that the title is made of, or -1. If the title is its whole claim, the unit is not also a point. */
  readonly unit: number
  readonly isClaim: boolean
  readonly form: string
  readonly matter: readonly string[]
}

interface State {
  readonly value: number
  readonly words: number
  readonly points: readonly Line[]
  /** The last unit shown. */
  readonly last: number
  readonly paragraphs: number
  readonly cover: Cover
  /** Which words of the title the points contain, one bit each. */
  readonly said: number
}

const UNCOVERED: Cover = { points: 0, sharing: 0, said: 0, near: 0, before: 0, leaning: 0, turning: 0 }

/** Finds the best slide from `from` to each place where it may end. */
function slidesFrom(candidates: readonly Candidate[], from: number, options: Options & Known): readonly PlannedSlide[] {
  const { objective, ranks, anchors } = options
  const ends = new Map<number, PlannedSlide>()
  const opens = objective.opens * clamp(candidates[from]?.scores.starts ?? 0)
  for (const title of titlesFor(candidates, from, options)) {
    const matter = new Set(title.matter)
    const value = title.value - objective.slide + opens
    let states: State[] = [
      { value, words: title.words, points: [], last: -2, paragraphs: -1, cover: UNCOVERED, said: 0 },
    ]
    const rankOver = (state: State) =>
      title.line === null
        ? 0
        : objective.titleRank * ranks.over(title.form, { ...state.cover, said: shareOf(state.said, matter.size) })
    for (let at = from; at < Math.min(candidates.length, from + REACH); at++) {
      const candidate = candidates[at]
      if (candidate === undefined) break
      const grown: State[] = []
      for (const state of states) {
        // The title already shows this unit; any other unit may be left out.
        if (title.unit === at && title.isClaim) {
          const covers = candidate.unit.paragraph === state.paragraphs ? 0 : objective.covers
          grown.push({
            ...state,
            value: state.value + worth(candidate, objective) + covers,
            last: at,
            paragraphs: candidate.unit.paragraph,
          })
          continue
        }
        grown.push(state)
        const point = pointIn(candidate, at, {
          state,
          title,
          matter,
          objective,
          home: candidates[title.unit],
          anchor: anchors[at] ?? at,
        })
        if (point !== null) grown.push(point)
      }
      states = fittest(grown)
      const isPast = at >= title.unit
      for (const state of states) {
        if (state.points.length === 0 || !isPast) continue
        const value = state.value + (objective.points[Math.min(state.points.length, 4) - 1] ?? 0) + rankOver(state)
        const known = ends.get(at + 1)
        if (known === undefined || value > known.value)
          ends.set(at + 1, { title: title.line, points: state.points, from, to: at + 1, value })
      }
    }
  }
  return [...ends.values()]
}

function worth({ unit, scores }: Candidate, objective: Objective): number {
  const isLead = unit.index === 0 && scores.show > 0
  return (
    clamp(scores.show) +
    (isLead ? objective.lead : 0) +
    objective.point +
    objective.key * Math.max(0, scores.key + 1.4) -
    objective.filler * Math.max(0, scores.filler - objective.fillerFrom)
  )
}

function clamp(value: number): number {
  return Math.max(-3, Math.min(3, value))
}

interface Growing {
  readonly state: State
  readonly title: Title
  readonly matter: ReadonlySet<string>
  readonly objective: Objective
  /** The unit that the title is made of. */
  readonly home: Candidate | undefined
  /** The unit that the next one refers to, directly or through the units between. */
  readonly anchor: number
}

/** Adds a unit as a slide's next point; null if it cannot be there. */
function pointIn(candidate: Candidate, at: number, growing: Growing): State | null {
  const { state, title, matter, objective, anchor } = growing
  if (state.points.length >= MAX_POINTS) return null
  const isBehind = state.last === at - 1
  const length = isBehind ? candidate.behind : candidate.alone
  // "This" and "that" refer to the sentence directly before; "she" may refer to an earlier one.
  const isFar = length === null && candidate.behind?.lean === 'pronoun' && state.last >= anchor
  const far = isFar ? candidate.behind : null
  const shown = length ?? far
  if (shown === null || shown.line.text === title.line?.text) return null
  const words = state.words + shown.words
  if (words > MAX_WORDS) return null
  const covers = candidate.unit.paragraph === state.paragraphs ? 0 : objective.covers
  const own = shown.matter
  const repeated = own.length === 0 ? 0 : own.filter((word) => matter.has(word)).length / own.length
  // This avoids "The gates" above "The gates were shut".
  const isEcho = title.unit >= 0 && matter.size > 0 && [...matter].every((word) => own.includes(word))
  const value =
    state.value +
    worth(candidate, objective) +
    covers -
    (length === null ? objective.far : 0) -
    (isBehind ? 0 : objective.unclear * candidate.unclear) -
    (repeated > 0.6 || isEcho ? objective.repeats : 0)
  const points = [...state.points, shown.line]
  return { value, words, points, last: at, paragraphs: candidate.unit.paragraph, ...coverWith(candidate, at, growing) }
}

/** Adds another point to the cover (the relations of the points to the title). */
function coverWith(
  candidate: Candidate,
  at: number,
  { state: { cover, said }, title, matter, home }: Growing,
): Pick<State, 'cover' | 'said'> {
  if (title.unit === at) return { cover, said }
  const bits = [...matter].reduce((all, word, bit) => (candidate.unit.matter.has(word) ? all | (1 << bit) : all), 0)
  return {
    said: said | bits,
    cover: {
      points: cover.points + 1,
      sharing: cover.sharing + (bits === 0 ? 0 : 1),
      said: 0,
      near: cover.near + (home?.unit.paragraph === candidate.unit.paragraph ? 1 : 0),
      before: cover.before + (at < title.unit ? 1 : 0),
      leaning: cover.leaning + (candidate.leans ? 1 : 0),
      turning: cover.turning + (candidate.turns && at > title.unit ? 1 : 0),
    },
  }
}

/** The share of the bits that are set. */
function shareOf(bits: number, size: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return size === 0 ? 0 : count / size
}

/** Selects the states worth keeping: the best for each number of points and each last unit. */
function fittest(states: readonly State[]): State[] {
  const kept = new Map<string, State>()
  for (const state of states) {
    const key = `${state.points.length} ${state.last}`
    const known = kept.get(key)
    if (known === undefined || state.value > known.value) kept.set(key, state)
  }
  const byCount = new Map<number, State[]>()
  for (const state of kept.values()) {
    const own = byCount.get(state.points.length) ?? []
    own.push(state)
    byCount.set(state.points.length, own)
  }
  return [...byCount.values()].flatMap((own) => own.toSorted((one, other) => other.value - one.value).slice(0, BEAM))
}

/** A title is made of one of the first units of its slide. */
const TITLE_REACH = 4
/** A unit with lower log-odds of being shown offers no title. */
const TITLE_SHOW = -0.5
/** At most this many titles are tried for each slide. */
const MOST_TITLES = 10

function titlesFor(
  candidates: readonly Candidate[],
  from: number,
  { heading, objective, used, ranks, first, standIn = 0 }: Options & Known,
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
      offset: own === undefined ? (candidates[from]?.unit.place ?? 0) : at - from,
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
    const cost = heading.above !== undefined ? objective.above[heading.above] : isNew ? 0 : objective.again
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
