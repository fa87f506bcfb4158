// Matches the slides of the previous deck to those of the new one.

import type { OriginalSlide } from '../original-slides.ts'
import { wordSimilarity } from './word-similarity.ts'

/**
 * Maps the index of each slide in the previous deck to its index in the new deck; slides without a match are absent.
 */
export type Matches = ReadonlyMap<number, number>

/**
 * Matches the slides of the previous deck to those of the new one: by equal sentences, lines and ids, then by shared
 * words, then by their position between matched slides.
 */
export function matchSlides(before: readonly OriginalSlide[], after: readonly OriginalSlide[]): Matches {
  const matches = new Map<number, number>()
  const matchedAfter = new Set<number>()
  const addMatch = (beforeIndex: number, afterIndex: number) => {
    matches.set(beforeIndex, afterIndex)
    matchedAfter.add(afterIndex)
  }
  for (const { beforeIndex, afterIndex } of pairsOf(before, after))
    if (!matches.has(beforeIndex) && !matchedAfter.has(afterIndex)) addMatch(beforeIndex, afterIndex)
  for (const { beforeIndexes, afterIndexes } of gapsOf({ matches, before, after })) {
    for (const beforeIndex of beforeIndexes) {
      const candidates = afterIndexes
        .filter((afterIndex) => !matchedAfter.has(afterIndex))
        .map((afterIndex) => ({ afterIndex, score: similarity(before[beforeIndex], after[afterIndex]) }))
      const [best] = candidates.sort((a, b) => b.score - a.score || a.afterIndex - b.afterIndex)
      if (best !== undefined && best.score >= MIN_SIMILARITY) addMatch(beforeIndex, best.afterIndex)
    }
  }
  for (const { beforeIndexes, afterIndexes } of gapsOf({ matches, before, after })) {
    const [beforeIndex, afterIndex] = [beforeIndexes[0], afterIndexes[0]]
    const isOnlyPair =
      beforeIndexes.length === 1 && afterIndexes.length === 1 && beforeIndex !== undefined && afterIndex !== undefined
    if (isOnlyPair && haveSamePlace(before[beforeIndex], after[afterIndex])) addMatch(beforeIndex, afterIndex)
  }
  return matches
}

interface SlidePair {
  readonly beforeIndex: number
  readonly afterIndex: number
  readonly score: number
}

/**
 * Returns the features by which a slide is recognised, with their weights: its id, its lines, the sentences in its
 * note, and a layout that a deck uses only once.
 */
function featuresOf({ slide, sentences, lines }: OriginalSlide): ReadonlyMap<string, number> {
  const layout = slide.layout ?? ''
  return new Map([
    [`id ${slide.id}`, 1],
    ...lines.map(({ key }) => [`line ${key}`, 2] as const),
    ...sentences.map(({ key }) => [`sentence ${key}`, 3] as const),
    ...(FRAME_LAYOUTS.has(layout) ? [[`layout ${layout}`, 2] as const] : []),
  ])
}

const FRAME_LAYOUTS: ReadonlySet<string> = new Set(['agenda', 'takeaways', 'closing'])

/**
 * Lists pairs of slides that share features, the most certain pair first. Equally certain pairs are sorted by how far
 * the slide has moved.
 */
function pairsOf(before: readonly OriginalSlide[], after: readonly OriginalSlide[]): readonly SlidePair[] {
  const slidesByFeature = new Map<string, number[]>()
  for (const [index, original] of after.entries()) {
    for (const feature of featuresOf(original).keys()) {
      const slides = slidesByFeature.get(feature)
      if (slides === undefined) slidesByFeature.set(feature, [index])
      else slides.push(index)
    }
  }
  const pairs = before.flatMap((original, beforeIndex) => {
    const scores = new Map<number, number>(beforeIndex === 0 && after.length > 0 ? [[0, FIRST_SLIDE_BONUS]] : [])
    for (const [feature, weight] of featuresOf(original)) {
      const afterIndexes = slidesByFeature.get(feature) ?? []
      // A feature that many slides share does not identify any of them.
      for (const afterIndex of afterIndexes.length > MAX_SLIDES_PER_FEATURE ? [] : afterIndexes)
        scores.set(afterIndex, (scores.get(afterIndex) ?? 0) + weight)
    }
    return [...scores].map(([afterIndex, score]): SlidePair => ({ beforeIndex, afterIndex, score }))
  })
  return pairs
    .filter(({ score }) => score >= MIN_SCORE)
    .sort(
      (a, b) =>
        b.score - a.score ||
        Math.abs(a.beforeIndex - a.afterIndex) - Math.abs(b.beforeIndex - b.afterIndex) ||
        a.beforeIndex - b.beforeIndex,
    )
}

/** The bonus for the pair of first slides, which nearly always match. */
const FIRST_SLIDE_BONUS = 4
const MAX_SLIDES_PER_FEATURE = 20

/**
 * The minimum score of a match. An id alone identifies nothing: it is made from a title, and titles such as "Results"
 * recur.
 */
const MIN_SCORE = 2

interface MatchedDecks {
  readonly matches: Matches
  readonly before: readonly OriginalSlide[]
  readonly after: readonly OriginalSlide[]
}

interface UnmatchedGap {
  readonly beforeIndexes: readonly number[]
  readonly afterIndexes: readonly number[]
}

/** Lists the gaps between matched slides, each with the slides of both decks that are not yet matched. */
function gapsOf({ matches, before, after }: MatchedDecks): readonly UnmatchedGap[] {
  const matchedAfter = new Set(matches.values())
  const gaps: UnmatchedGap[] = []
  let beforeIndexes: number[] = []
  let from = 0
  const closeGap = (to: number) => {
    const afterIndexes = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter(
      (afterIndex) => !matchedAfter.has(afterIndex),
    )
    if (beforeIndexes.length > 0 && afterIndexes.length > 0) gaps.push({ beforeIndexes, afterIndexes })
    beforeIndexes = []
  }
  for (const index of before.keys()) {
    const afterIndex = matches.get(index)
    if (afterIndex === undefined) beforeIndexes.push(index)
    else {
      closeGap(afterIndex)
      from = afterIndex + 1
    }
  }
  closeGap(after.length)
  return gaps
}

/** Whether two slides have the same layout, and both or neither open a part of this name. */
function haveSamePlace(one: OriginalSlide | undefined, other: OriginalSlide | undefined): boolean {
  return one?.slide.layout === other?.slide.layout && one?.slide.part === other?.slide.part
}

/** Returns the fraction of words that two slides have in common, from 0 to 1. */
function similarity(before: OriginalSlide | undefined, after: OriginalSlide | undefined): number {
  return wordSimilarity(textOf(before), textOf(after))
}

function textOf(original: OriginalSlide | undefined): string {
  return [...(original?.sentences ?? []), ...(original?.lines ?? [])].map(({ key }) => key).join(' ')
}

const MIN_SIMILARITY = 0.4
