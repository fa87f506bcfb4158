// Plans the slides of a section by searching for the best total worth.

import type { Line } from '../../model/draft.ts'
import type { Cover } from '../judge/title-features.ts'
import type { Candidate } from './candidates.ts'
import { mentionedBy, mentionsIn, unknownAt } from './mentions.ts'
import { MAX_POINTS, MAX_WORDS, type Objective } from './objective.ts'
import { type Title, type TitleOptions, titlesFor } from './slide-titles.ts'

/** A slide of prose. Its notes cover units `from` to `to` (exclusive); the slide shows some of them. */
export interface PlannedSlide {
  readonly title: Line | null
  readonly points: readonly Line[]
  readonly from: number
  readonly to: number
  readonly value: number
}

/** Facts about a run of units that are computed once for all its slides. */
interface RunFacts {
  /** The index of the first unit that can be shown. */
  readonly first: number
  /**
   * For each unit, the nearest unit before it that does not lean: in "Ada came. She saw it. She left.", the first
   * sentence.
   */
  readonly anchors: readonly number[]
  readonly mentions: ReturnType<typeof mentionsIn>
}

function anchorsOf(candidates: readonly Candidate[]): readonly number[] {
  const anchors: number[] = []
  for (const at of candidates.keys())
    anchors.push(candidates[at - 1]?.leans === true ? (anchors[at - 1] ?? at) : at - 1)
  return anchors
}

/** The maximum number of units in the notes of a slide, including those that it does not show. */
const REACH = 14
/** The number of partial slides with the same number of points that are kept while a slide grows (beam search). */
const BEAM = 6

/** Finds the slides of a run of prose with the greatest total worth. Takes time linear in the number of units. */
export function plan(candidates: readonly Candidate[], titleOptions: TitleOptions): readonly PlannedSlide[] {
  // The first unit that can be shown comes right after the heading.
  const at = candidates.findIndex(({ standalone, followUp }) => standalone !== null || followUp !== null)
  const options = {
    ...titleOptions,
    first: at < 0 ? candidates.length : at,
    anchors: anchorsOf(candidates),
    mentions: mentionsIn(candidates, REACH),
  }
  const count = candidates.length
  const best: { value: number; slide: PlannedSlide | null; next: number }[] = []
  best[count] = { value: 0, slide: null, next: count }
  for (let from = count - 1; from >= 0; from--) {
    const after = best[from + 1]
    let choice = { value: after?.value ?? 0, slide: null as PlannedSlide | null, next: from + 1 }
    if (from === 0 || candidates[from]?.standalone !== null || (candidates[from]?.titles.length ?? 0) > 0)
      for (const slide of slidesFrom(candidates, from, options)) {
        const value = slide.value + (best[slide.to]?.value ?? 0)
        if (value > choice.value) choice = { value, slide, next: slide.to }
      }
    best[from] = choice
  }
  const slides: PlannedSlide[] = []
  for (let at = 0; at < count; ) {
    const { slide, next } = best[at] ?? { slide: null, next: count }
    if (slide !== null) slides.push(slide)
    at = next
  }
  return slides
}

/** A partial slide. */
interface State {
  readonly value: number
  readonly words: number
  readonly points: readonly Line[]
  /** The units shown as points. */
  readonly units: readonly number[]
  /** The last unit shown. */
  readonly last: number
  readonly paragraphs: number
  readonly cover: Cover
  /** The words of the title that the points contain, one bit each. */
  readonly titleWords: number
}

const UNCOVERED: Cover = {
  points: 0,
  sharingPoints: 0,
  titleShare: 0,
  nearPoints: 0,
  pointsBefore: 0,
  leaningPoints: 0,
  turningPoints: 0,
}

/** Finds the best slide from `from` to each unit at which it may end. */
function slidesFrom(
  candidates: readonly Candidate[],
  from: number,
  options: TitleOptions & RunFacts,
): readonly PlannedSlide[] {
  const { objective, ranks, anchors, mentions } = options
  const ends = new Map<number, PlannedSlide>()
  const startValue = objective.start * clamp(candidates[from]?.scores.starts ?? 0)
  for (const title of titlesFor(candidates, from, options)) {
    const keywords = new Set(title.keywords)
    const value = title.value - objective.slide + startValue
    let states: State[] = [
      { value, words: title.words, points: [], units: [], last: -2, paragraphs: -1, cover: UNCOVERED, titleWords: 0 },
    ]
    const rankOver = (state: State) =>
      title.line === null
        ? 0
        : objective.titleRank *
          ranks.overPoints(title.form, { ...state.cover, titleShare: shareOf(state.titleWords, keywords.size) })
    for (let at = from; at < Math.min(candidates.length, from + REACH); at++) {
      const candidate = candidates[at]
      if (candidate === undefined) break
      const titleMentions = mentionedBy(candidate.obscurity, keywords)
      const grown: State[] = []
      for (const state of states) {
        // The title already shows this unit; any other unit may be left out.
        if (title.unit === at && title.isClaim) {
          const paragraphValue = candidate.unit.paragraph === state.paragraphs ? 0 : objective.newParagraph
          grown.push({
            ...state,
            value: state.value + worthOf(candidate, objective) + paragraphValue,
            last: at,
            paragraphs: candidate.unit.paragraph,
          })
          continue
        }
        grown.push(state)
        const point = pointIn(candidate, at, {
          state,
          title,
          keywords,
          objective,
          titleCandidate: candidates[title.unit],
          anchor: anchors[at] ?? at,
          mentions: mentions[at] ?? [],
          titleMentions,
        })
        if (point !== null) grown.push(point)
      }
      states = selectBest(grown)
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

function worthOf({ unit, scores }: Candidate, objective: Objective): number {
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

interface PointContext {
  readonly state: State
  readonly title: Title
  readonly keywords: ReadonlySet<string>
  readonly objective: Objective
  /** The unit that the title is made of; undefined for a heading. */
  readonly titleCandidate: Candidate | undefined
  /** The unit that the next one refers to, directly or through the units between. */
  readonly anchor: number
  /** The sets of the next unit's references that each of the units before it mentions, the nearest unit first. */
  readonly mentions: readonly number[]
  /** The next unit's references that the title mentions. */
  readonly titleMentions: number
}

/** Adds a unit as a slide's next point; null if it cannot be there. */
function pointIn(candidate: Candidate, at: number, pointContext: PointContext): State | null {
  const { state, title, keywords, objective, anchor, mentions, titleMentions } = pointContext
  if (state.points.length >= MAX_POINTS) return null
  const isFollowUp = state.last === at - 1
  const length = isFollowUp ? candidate.followUp : candidate.standalone
  // "This" and "that" refer to the sentence directly before; "she" may refer to an earlier one.
  const isDistant = length === null && candidate.followUp?.lean === 'pronoun' && state.last >= anchor
  const distant = isDistant ? candidate.followUp : null
  const shown = length ?? distant
  if (shown === null || shown.line.text === title.line?.text) return null
  const words = state.words + shown.words
  if (words > MAX_WORDS) return null
  const paragraphValue = candidate.unit.paragraph === state.paragraphs ? 0 : objective.newParagraph
  const own = shown.keywords
  const repeated = own.length === 0 ? 0 : own.filter((word) => keywords.has(word)).length / own.length
  // This avoids "The gates" above "The gates were shut".
  const isEcho = title.unit >= 0 && keywords.size > 0 && [...keywords].every((word) => own.includes(word))
  const known = state.units.reduce((all, unit) => all | (mentions[at - unit - 1] ?? 0), titleMentions)
  const value =
    state.value +
    worthOf(candidate, objective) +
    paragraphValue -
    (length === null ? objective.distance : 0) -
    (isFollowUp ? 0 : objective.unclear * candidate.unclear) -
    objective.unknown * unknownAt(candidate.obscurity, { known, isFirst: state.points.length === 0, isFollowUp }) -
    (repeated > 0.6 || isEcho ? objective.repetition : 0)
  const points = [...state.points, shown.line]
  const units = [...state.units, at]
  return {
    value,
    words,
    points,
    units,
    last: at,
    paragraphs: candidate.unit.paragraph,
    ...coverWith(candidate, at, pointContext),
  }
}

/** Adds another point to the cover. */
function coverWith(
  candidate: Candidate,
  at: number,
  { state: { cover, titleWords }, title, keywords, titleCandidate }: PointContext,
): Pick<State, 'cover' | 'titleWords'> {
  if (title.unit === at) return { cover, titleWords }
  const bits = [...keywords].reduce((all, word, bit) => (candidate.unit.keywords.has(word) ? all | (1 << bit) : all), 0)
  return {
    titleWords: titleWords | bits,
    cover: {
      points: cover.points + 1,
      sharingPoints: cover.sharingPoints + (bits === 0 ? 0 : 1),
      titleShare: 0,
      nearPoints: cover.nearPoints + (titleCandidate?.unit.paragraph === candidate.unit.paragraph ? 1 : 0),
      pointsBefore: cover.pointsBefore + (at < title.unit ? 1 : 0),
      leaningPoints: cover.leaningPoints + (candidate.leans ? 1 : 0),
      turningPoints: cover.turningPoints + (candidate.changesSubject && at > title.unit ? 1 : 0),
    },
  }
}

/** Returns the share of the first `size` bits that are set. */
function shareOf(bits: number, size: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return size === 0 ? 0 : count / size
}

/**
 * Selects the states worth keeping: the best for each number of points and last unit, and of these at most `BEAM` for
 * each number of points.
 */
function selectBest(states: readonly State[]): State[] {
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
