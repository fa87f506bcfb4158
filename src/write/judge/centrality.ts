// Measures how central each sentence is to its article.

import type { Unit } from './units.ts'

/** After this many rounds, the ranks hardly change. */
const ROUNDS = 12
/** The fraction of a rank that comes from similar units. */
const DAMPING = 0.85
/** A word links a unit only to the first units that contain the word, at most this many. */
const MAX_UNITS = 60

/**
 * Computes how central each unit is to its article, from 0 to 1 for the most central one. Units are ranked as web pages
 * are, with shared words as the links (LexRank, Erkan and Radev 2004). `frequency` is the number of units that contain
 * each word.
 */
export function centralityOf(units: readonly Unit[], frequency: ReadonlyMap<string, number>): readonly number[] {
  const words = wordsOf(units, frequency)
  const scales = inverseLengths(words)
  const sumsBy = (partOf: (index: number) => number, isCounted: (each: Word) => boolean) => {
    const sums = new Float64Array(frequency.size)
    for (const [index, unitWords] of words.entries())
      for (const word of unitWords) if (isCounted(word)) sums[word.id] = (sums[word.id] ?? 0) + partOf(index)
    return sums
  }
  const scaleOf = (index: number) => scales[index] ?? 0
  const targets = sumsBy(scaleOf, ({ isLinked }) => isLinked)
  // A unit's links to itself do not count.
  const totals = words.map((unitWords, index) => {
    const all = unitWords.reduce(
      (sum, { id, weight, isLinked }) => sum + weight * ((targets[id] ?? 0) - (isLinked ? scaleOf(index) : 0)),
      0,
    )
    return all * scaleOf(index) || 1
  })
  let ranks = units.map(() => 1)
  for (let round = 0; round < ROUNDS; round++) {
    const passedRanks = ranks.map((rank, index) => (rank * scaleOf(index)) / (totals[index] ?? 1))
    const sums = sumsBy(
      (index) => passedRanks[index] ?? 0,
      () => true,
    )
    ranks = words.map((unitWords, index) => {
      const received = unitWords.reduce(
        (sum, { id, weight, isLinked }) =>
          isLinked ? sum + weight * ((sums[id] ?? 0) - (passedRanks[index] ?? 0)) : sum,
        0,
      )
      return 1 - DAMPING + DAMPING * received * scaleOf(index)
    })
  }
  const greatest = ranks.reduce((one, other) => Math.max(one, other), 1e-9)
  return ranks.map((rank) => rank / greatest)
}

/** A word of a unit. */
interface Word {
  readonly id: number
  readonly weight: number
  /** Whether other units with the word link to this one. */
  readonly isLinked: boolean
}

function wordsOf(units: readonly Unit[], frequency: ReadonlyMap<string, number>): readonly (readonly Word[])[] {
  const ids = new Map([...frequency.keys()].map((word, id): [string, number] => [word, id]))
  const weights = [...frequency.values()].map((count) => Math.log((units.length + 1) / count) ** 2)
  const seen = weights.map(() => 0)
  return units.map(({ keywords }) =>
    [...keywords].map((word): Word => {
      const id = ids.get(word) ?? 0
      const before = seen[id] ?? 0
      seen[id] = before + 1
      return { id, weight: weights[id] ?? 0, isLinked: before < MAX_UNITS }
    }),
  )
}

/** Returns, for each unit, one divided by the length of its vector of words. */
function inverseLengths(words: readonly (readonly Word[])[]): readonly number[] {
  return words.map((unitWords) => 1 / (Math.sqrt(unitWords.reduce((sum, { weight }) => sum + weight, 0)) || 1))
}

/** Counts, for each unit, how many others in its section are more central. */
export function sectionRanksOf(
  sections: Iterable<readonly Unit[]>,
  ranks: readonly number[],
): ReadonlyMap<Unit, number> {
  const sectionRanks = new Map<Unit, number>()
  for (const section of sections) {
    const inOrder = section.toSorted((one, other) => (ranks[other.index] ?? 0) - (ranks[one.index] ?? 0))
    for (const [rank, unit] of inOrder.entries()) sectionRanks.set(unit, rank)
  }
  return sectionRanks
}
