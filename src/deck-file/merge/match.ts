import type { Original } from '../originals.ts'

/** Maps the index of each slide in the deck before to its index in the new deck; slides without a match are absent. */
export type Matches = ReadonlyMap<number, number>

/**
 * Matches the slides of a new deck to those of the deck before: by equal sentences, lines and ids, then by common
 * words, then by their position between matched slides.
 */
export function match(before: readonly Original[], after: readonly Original[]): Matches {
  const matches = new Map<number, number>()
  const taken = new Set<number>()
  const take = (one: number, other: number) => {
    matches.set(one, other)
    taken.add(other)
  }
  for (const { one, other } of pairsOf(before, after)) if (!matches.has(one) && !taken.has(other)) take(one, other)
  for (const { ones, others } of gapsOf({ matches, before, after })) {
    for (const one of ones) {
      const alike = others
        .filter((other) => !taken.has(other))
        .map((other) => ({ other, share: similarity(before[one], after[other]) }))
      const [best] = alike.sort((a, b) => b.share - a.share || a.other - b.other)
      if (best !== undefined && best.share >= MIN_SIMILARITY) take(one, best.other)
    }
  }
  for (const { ones, others } of gapsOf({ matches, before, after })) {
    const [one, other] = [ones[0], others[0]]
    const isOnly = ones.length === 1 && others.length === 1 && one !== undefined && other !== undefined
    if (isOnly && layoutOf(before[one]) === layoutOf(after[other])) take(one, other)
  }
  return matches
}

interface SlidePair {
  readonly one: number
  readonly other: number
  readonly score: number
}

/**
 * Returns the features by which a slide is recognised, with their weights: its id, its lines, the sentences in its
 * note, and a layout that is used once.
 */
function cluesOf({ slide, sentences, lines }: Original): ReadonlyMap<string, number> {
  const frame = slide.layout ?? ''
  return new Map([
    [`id ${slide.id}`, 1],
    ...lines.map(({ key }) => [`line ${key}`, 2] as const),
    ...sentences.map(({ key }) => [`sentence ${key}`, 3] as const),
    ...(FRAMES.has(frame) ? [[`frame ${frame}`, 2] as const] : []),
  ])
}

const FRAMES: ReadonlySet<string> = new Set(['agenda', 'takeaways', 'closing'])

/**
 * Lists pairs of slides with common features, the most certain first; equally certain ones by the distance they moved.
 */
function pairsOf(before: readonly Original[], after: readonly Original[]): readonly SlidePair[] {
  const byClue = new Map<string, number[]>()
  for (const [index, original] of after.entries()) {
    for (const clue of cluesOf(original).keys()) {
      const known = byClue.get(clue)
      if (known === undefined) byClue.set(clue, [index])
      else known.push(index)
    }
  }
  const pairs = before.flatMap((original, one) => {
    const scores = new Map<number, number>(one === 0 && after.length > 0 ? [[0, FIRST_SLIDE_BONUS]] : [])
    for (const [clue, weight] of cluesOf(original)) {
      const others = byClue.get(clue) ?? []
      // A feature that many slides share identifies none.
      for (const other of others.length > MAX_SHARING ? [] : others)
        scores.set(other, (scores.get(other) ?? 0) + weight)
    }
    return [...scores].map(([other, score]): SlidePair => ({ one, other, score }))
  })
  return pairs
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => b.score - a.score || Math.abs(a.one - a.other) - Math.abs(b.one - b.other) || a.one - b.one)
}

/** The bonus for the pair of first slides, which nearly always match. */
const FIRST_SLIDE_BONUS = 4
const MAX_SHARING = 20

/**
 * The minimum score of a match. An id alone identifies nothing: it is made of a title, and titles such as "Results"
 * recur.
 */
const MIN_SCORE = 2

interface MatchedSides {
  readonly matches: Matches
  readonly before: readonly Original[]
  readonly after: readonly Original[]
}

interface UnmatchedGap {
  readonly ones: readonly number[]
  readonly others: readonly number[]
}

/** Lists the slides of both decks between matched ones, as far as they are not matched yet. */
function gapsOf({ matches, before, after }: MatchedSides): readonly UnmatchedGap[] {
  const taken = new Set(matches.values())
  const gaps: UnmatchedGap[] = []
  let ones: number[] = []
  let from = 0
  const close = (to: number) => {
    const others = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter(
      (other) => !taken.has(other),
    )
    if (ones.length > 0 && others.length > 0) gaps.push({ ones, others })
    ones = []
  }
  for (const index of before.keys()) {
    const other = matches.get(index)
    if (other === undefined) ones.push(index)
    else {
      close(other)
      from = other + 1
    }
  }
  close(after.length)
  return gaps
}

function layoutOf(original: Original | undefined): string | undefined {
  return original?.slide.layout
}

/** Returns the share of words that two slides have in common, from 0 to 1. */
function similarity(one: Original | undefined, other: Original | undefined): number {
  const [some, others] = [one, other].map((each) => new Set(wordsOf(each)))
  if (some === undefined || others === undefined || some.size === 0 || others.size === 0) return 0
  const shared = [...some].filter((word) => others.has(word)).length
  return shared / Math.max(some.size, others.size)
}

function wordsOf(original: Original | undefined): readonly string[] {
  const texts = [...(original?.sentences ?? []), ...(original?.lines ?? [])].map(({ key }) => key)
  return (
    texts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu) ?? []
  )
}

const MIN_SIMILARITY = 0.4
