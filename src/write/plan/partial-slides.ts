// Grows a slide unit by unit, and keeps the best partial slides (beam search).

import type { Line } from '../../model/draft.ts'
import type { Coverage } from '../judge/title-features.ts'
import type { Candidate } from './candidates.ts'
import { mentionedBy, type mentionsIn, obscurityAt } from './mentions.ts'
import { LONG_POINT_WORDS, MAX_POINTS, MAX_WORDS, type Objective } from './objective.ts'
import type { Title, TitleOptions } from './slide-titles.ts'

/** The beginning of a slide: its title, and the points chosen so far. */
export interface PartialSlide {
  readonly value: number
  readonly words: number
  readonly points: readonly Line[]
  /** The units shown as points. */
  readonly units: readonly number[]
  /** The last unit shown. */
  readonly last: number
  /** The paragraph of the last unit shown. */
  readonly lastParagraph: number
  readonly coverage: Coverage
  /** The words of the title that the points contain, one bit each. */
  readonly titleWords: number
}

/** Facts about a run of units that are computed once for all its slides. */
export interface RunFacts {
  /** The index of the first unit that can be shown. */
  readonly first: number
  /**
   * For each unit, the index of the nearest unit before it that makes sense by itself; -1 if there is none. In "Ada
   * came. She saw it. She left.", the last two units have the index of the first.
   */
  readonly anchors: readonly number[]
  readonly mentions: ReturnType<typeof mentionsIn>
}

/**
 * Returns a slide that has a title but no points yet. `value` is what the slide is worth so far, title included.
 */
export function withoutPoints({ words }: Title, value: number): PartialSlide {
  return { value, words, points: [], units: [], last: -2, lastParagraph: -1, coverage: NO_COVERAGE, titleWords: 0 }
}

const NO_COVERAGE: Coverage = {
  points: 0,
  sharingPoints: 0,
  titleFraction: 0,
  nearPoints: 0,
  pointsBefore: 0,
  dependentPoints: 0,
  turningPoints: 0,
}

/** The title of a growing slide, and the options of the plan. */
export interface GrowthContext {
  readonly title: Title
  /** The content words of the title. */
  readonly keywords: ReadonlySet<string>
  readonly options: TitleOptions & RunFacts
}

/** Extends partial slides to unit `index`, with and without that unit as a point, and keeps the best. */
export function growPartials(
  candidates: readonly Candidate[],
  index: number,
  {
    partials,
    title,
    keywords,
    options: { objective, anchors, mentions },
  }: GrowthContext & { readonly partials: readonly PartialSlide[] },
): readonly PartialSlide[] {
  const candidate = candidates[index]
  if (candidate === undefined) return partials
  // One item of a list does not govern the others.
  if (isOtherItem(candidates, title.unit, index)) return partials
  const titleMentions = mentionedBy(candidate.obscurity, keywords)
  const grown = partials.flatMap((partial): readonly PartialSlide[] => {
    // The title already shows this unit; any other unit may be left out.
    if (title.unit === index && (title.isClaim || title.remainder !== null)) {
      const value = partial.value + candidateValue(candidate, objective) + paragraphValue(candidate, partial, objective)
      const withTitle = { ...partial, value, last: index, lastParagraph: candidate.unit.paragraph }
      // "The problem with the lock" says nothing without "Its gates leak".
      return [...(title.isClaim ? [withTitle] : []), ...addRemainder(withTitle, title, objective)]
    }
    const withPoint = addPoint(candidate, index, {
      partial,
      title,
      keywords,
      objective,
      titleCandidate: candidates[title.unit],
      before: candidates[index - 1],
      anchor: anchors[index] ?? index,
      mentions: mentions[index] ?? [],
      titleMentions,
    })
    return withPoint === null ? [partial] : [partial, withPoint]
  })
  return selectBest(grown)
}

/** Adds the rest of the title's sentence as the first point. */
function addRemainder(partial: PartialSlide, { remainder }: Title, objective: Objective): readonly PartialSlide[] {
  if (remainder === null || partial.points.length > 0 || partial.words + remainder.words > MAX_WORDS) return []
  const { coverage } = partial
  return [
    {
      ...partial,
      value: partial.value + objective.remainder,
      words: partial.words + remainder.words,
      points: [remainder.line],
      coverage: { ...coverage, points: coverage.points + 1, nearPoints: coverage.nearPoints + 1 },
    },
  ]
}

/** Returns the value of a slide that ends here, including how well its title fits its points. */
export function finishedValue(
  partial: PartialSlide,
  { title, keywords, options: { objective, ranks } }: GrowthContext,
): number {
  // One long sentence by itself is a paragraph set as a headline.
  if (partial.points.length === 1 && partial.words - title.words > objective.maxLonePoint)
    return Number.NEGATIVE_INFINITY
  const value = partial.value + (objective.points[Math.min(partial.points.length, MAX_POINTS) - 1] ?? 0)
  if (title.line === null) return value
  const titleFraction = fractionOf(partial.titleWords, keywords.size)
  return value + objective.titleRank * ranks.byCoverage(title.form, { ...partial.coverage, titleFraction })
}

function paragraphValue({ unit }: Candidate, { lastParagraph }: PartialSlide, objective: Objective): number {
  return unit.paragraph === lastParagraph ? 0 : objective.newParagraph
}

function candidateValue({ unit, scores }: Candidate, objective: Objective): number {
  const isLead = unit.index === 0 && scores.show > 0
  return (
    clampLogOdds(scores.show) +
    (isLead ? objective.lead : 0) +
    objective.point +
    objective.key * Math.max(0, scores.key + 1.4) -
    objective.filler * Math.max(0, scores.filler - objective.fillerThreshold)
  )
}

/** Limits log-odds, so that no single score is decisive. */
export function clampLogOdds(value: number): number {
  return Math.max(-3, Math.min(3, value))
}

interface PointContext {
  readonly partial: PartialSlide
  readonly title: Title
  readonly keywords: ReadonlySet<string>
  readonly objective: Objective
  /** The unit that the title is taken from; undefined for a heading. */
  readonly titleCandidate: Candidate | undefined
  /** The unit before the one being added; undefined if that is the first. */
  readonly before: Candidate | undefined
  /** The unit that the one being added refers to, directly or through the units between them. */
  readonly anchor: number
  /** For each earlier unit, the nearest first: the references of the added unit that it mentions, one bit each. */
  readonly mentions: readonly number[]
  /** The references of the added unit that the title mentions, one bit each. */
  readonly titleMentions: number
}

/** Adds a unit as a slide's next point; null if it cannot be there. */
function addPoint(candidate: Candidate, index: number, pointContext: PointContext): PartialSlide | null {
  const { partial, title, keywords, objective, anchor, mentions, titleMentions, titleCandidate } = pointContext
  // A title that contrasts with these points does not govern them.
  if (index < title.unit && titleCandidate?.contrasts === true) return null
  const isFollowUp = partial.last === index - 1
  const version = isFollowUp ? candidate.followUp : candidate.standalone
  // "This" and "it" refer to the sentence directly before; "she" may refer to an earlier one.
  const isDistant = version === null && candidate.mayReferFarBack && partial.last >= anchor
  const shown = isDistant ? candidate.followUp : version
  if (shown === null || shown.line.text === title.line?.text) return null
  if (partial.points.length + shown.points.length > MAX_POINTS) return null
  const words = partial.words + shown.words
  if (words > MAX_WORDS) return null
  const pointWords = shown.keywords
  const repeated =
    pointWords.length === 0 ? 0 : pointWords.filter((word) => keywords.has(word)).length / pointWords.length
  // This avoids "The gates" above "The gates were shut".
  const isEcho = title.unit >= 0 && keywords.size > 0 && [...keywords].every((word) => pointWords.includes(word))
  const known = partial.units.reduce((all, unit) => all | (mentions[index - unit - 1] ?? 0), titleMentions)
  const value =
    partial.value +
    candidateValue(candidate, objective) +
    paragraphValue(candidate, partial, objective) -
    (isDistant ? objective.distance : 0) +
    adjacencyValue(candidate, index, pointContext) -
    (isFollowUp ? 0 : objective.unclear * candidate.unclear) -
    objective.longPoint * Math.max(0, shown.longest - LONG_POINT_WORDS) -
    objective.unknown * obscurityAt(candidate.obscurity, { known, isFirst: partial.points.length === 0, isFollowUp }) -
    (repeated > MAX_REPEATED_FRACTION || isEcho ? objective.repetition : 0)
  return {
    value,
    words,
    points: [...partial.points, ...shown.points],
    units: [...partial.units, index],
    last: index,
    lastParagraph: candidate.unit.paragraph,
    ...coverageWith(candidate, index, pointContext),
  }
}

/** Whether two units are in different items of a list, or only the first is in a list. */
function isOtherItem(candidates: readonly Candidate[], first: number, second: number): boolean {
  if (candidates[first]?.unit.sentence.item === undefined) return false
  const [start, end] = [Math.min(first, second), Math.max(first, second)]
  return candidates.slice(start + 1, end + 1).some(({ unit }) => unit.sentence.startsBlock)
}

/** Returns what a point gains or loses by its distance from the unit shown before it. */
function adjacencyValue(candidate: Candidate, index: number, { partial, before, objective }: PointContext): number {
  if (partial.lastParagraph !== candidate.unit.paragraph) return 0
  if (partial.last !== index - 1) return objective.gap
  return (
    objective.adjacent +
    (candidate.hasFigure && before?.hasFigure === true ? objective.adjacentFigures : 0) +
    (before?.isQuestion === true ? objective.adjacentAnswer : 0)
  )
}

/** A point repeats its title if more than this fraction of its content words is in the title. */
const MAX_REPEATED_FRACTION = 0.6

/** Adds another point to the title's coverage. */
function coverageWith(
  candidate: Candidate,
  index: number,
  { partial: { coverage, titleWords }, title, keywords, titleCandidate }: PointContext,
): Pick<PartialSlide, 'coverage' | 'titleWords'> {
  if (title.unit === index) return { coverage, titleWords }
  const bits = [...keywords].reduce((all, word, bit) => (candidate.unit.keywords.has(word) ? all | (1 << bit) : all), 0)
  return {
    titleWords: titleWords | bits,
    coverage: {
      points: coverage.points + 1,
      sharingPoints: coverage.sharingPoints + (bits === 0 ? 0 : 1),
      titleFraction: 0,
      nearPoints: coverage.nearPoints + (titleCandidate?.unit.paragraph === candidate.unit.paragraph ? 1 : 0),
      pointsBefore: coverage.pointsBefore + (index < title.unit ? 1 : 0),
      dependentPoints: coverage.dependentPoints + (candidate.isDependent ? 1 : 0),
      turningPoints: coverage.turningPoints + (candidate.changesSubject && index > title.unit ? 1 : 0),
    },
  }
}

/** Returns the fraction of the first `size` bits that are set. */
function fractionOf(bits: number, size: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return size === 0 ? 0 : count / size
}

/** The number of partial slides with the same number of points that are kept while a slide grows. */
const BEAM_WIDTH = 6

/**
 * Selects the partial slides worth keeping: the best for each number of points and last unit, and of these at most
 * `BEAM_WIDTH` for each number of points.
 */
function selectBest(partials: readonly PartialSlide[]): readonly PartialSlide[] {
  const bestByKey = new Map<string, PartialSlide>()
  for (const partial of partials) {
    const key = `${partial.points.length} ${partial.last}`
    const best = bestByKey.get(key)
    if (best === undefined || partial.value > best.value) bestByKey.set(key, partial)
  }
  const byCount = new Map<number, PartialSlide[]>()
  for (const partial of bestByKey.values()) {
    const group = byCount.get(partial.points.length) ?? []
    group.push(partial)
    byCount.set(partial.points.length, group)
  }
  return [...byCount.values()].flatMap((group) =>
    group.toSorted((one, other) => other.value - one.value).slice(0, BEAM_WIDTH),
  )
}
