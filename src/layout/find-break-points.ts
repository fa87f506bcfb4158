// Finds the best places to divide the content of a slide.

/** A sequence of items on a slide, and the cost of dividing it. */
export interface DivisibleItems {
  /** The space that each item takes, in any unit. */
  readonly weights: readonly number[]
  /** The cost of dividing before the item with this index: 0 for a good break point, Infinity if dividing there is not allowed. */
  readonly costOf?: (breakPoint: number) => number
  /** The weight of the content that is repeated above the items from this index on. */
  readonly repeatedWeight?: (breakPoint: number) => number
}

/** How many pieces are wanted, and how large each may be. */
export interface PieceLimits {
  readonly count: number
  /**
   * The largest fraction of the weight that a piece may have, from 0 to 1. If necessary, a few more pieces are made.
   */
  readonly maxFraction: number
}

/** At most this many additional pieces are made. */
const MAX_EXTRA_PIECES = 8

/**
 * Divides items into pieces of roughly equal weight, and returns the index at which each piece except the first begins;
 * null if nothing can be divided. There are as many pieces as wanted, up to eight more if a piece would weigh too much,
 * or fewer if there are too few break points. A piece with a single item is avoided, above all at the end.
 */
export function findBreakPoints(items: DivisibleItems, { count, maxFraction }: PieceLimits): readonly number[] | null {
  const { weights } = items
  const maxWeight = maxFraction * weights.reduce((sum, weight) => sum + weight, 0) + ROUNDING
  for (let pieces = count; pieces <= Math.min(count + MAX_EXTRA_PIECES, weights.length); pieces++) {
    const breakPoints = cheapestBreakPoints(items, pieces)
    if (breakPoints !== null && heaviestPiece(items, breakPoints) <= maxWeight) return breakPoints
  }
  for (let pieces = Math.min(count, weights.length); pieces > 1; pieces--) {
    const breakPoints = cheapestBreakPoints(items, pieces)
    if (breakPoints !== null) return breakPoints
  }
  return null
}

function heaviestPiece({ weights, repeatedWeight }: DivisibleItems, breakPoints: readonly number[]): number {
  return [0, ...breakPoints].reduce((max, from, index) => {
    const weight = weights.slice(from, breakPoints[index]).reduce((sum, weight) => sum + weight, 0)
    return Math.max(max, weight + (from === 0 ? 0 : (repeatedWeight?.(from) ?? 0)))
  }, 0)
}

/** Splits a sequence before each of these indexes, of which there is at least one. */
export function splitAtBreakPoints<Item>(
  items: readonly Item[],
  breakPoints: readonly number[],
): readonly [readonly Item[], readonly Item[], ...(readonly Item[])[]] {
  const [first = items.length, ...rest] = breakPoints
  const [second = items.length] = rest
  return [
    items.slice(0, first),
    items.slice(first, second),
    ...rest.map((breakPoint, index) => items.slice(breakPoint, rest[index + 1] ?? items.length)),
  ]
}

/** The cost of a piece with a single item: as high as the cost of a piece about 70 % too heavy or too light. */
const SINGLE_COST = 0.5

/**
 * The cost of a last piece with a single item, which looks left over. Of three items, one is alone in any case, and
 * 2 + 1 reads better than 1 + 2.
 */
const LAST_SINGLE_COST = 0.6

/** How far from an even division a break point may be, as a multiple of the average weight of a piece. */
const REACH = 1.2

/**
 * At least this many break points on each side of an even division are considered, because one heavy item could put all
 * others out of reach.
 */
const MIN_REACH = 4

interface CheapestDivision {
  readonly cost: number
  readonly from: number
}

/**
 * Finds the division with the lowest cost: the squared deviations from the average weight, plus the costs of break
 * points and of pieces with a single item. On a tie, later break points win. Null if no division is allowed.
 */
function cheapestBreakPoints(
  { weights, costOf, repeatedWeight }: DivisibleItems,
  count: number,
): readonly number[] | null {
  const weightsBefore = [0]
  for (const weight of weights) weightsBefore.push((weightsBefore.at(-1) ?? 0) + weight)
  const length = weights.length
  const averageWeight = (weightsBefore[length] ?? 0) / count || 1
  const pieceCost = (from: number, to: number) => {
    const ownWeight = (weightsBefore[to] ?? 0) - (weightsBefore[from] ?? 0)
    const weight = ownWeight + (from === 0 ? 0 : (repeatedWeight?.(from) ?? 0))
    const singleCost = to - from > 1 ? 0 : to === length && length > 3 ? LAST_SINGLE_COST : SINGLE_COST
    return (weight / averageWeight - 1) ** 2 + singleCost + (from === 0 ? 0 : (costOf?.(from) ?? 0))
  }
  let divisions: ReadonlyMap<number, CheapestDivision> = new Map([[0, { cost: 0, from: 0 }]])
  const divisionsByPiece: ReadonlyMap<number, CheapestDivision>[] = []
  let last = 0
  for (let piece = 1; piece <= count; piece++) {
    const nextDivisions = new Map<number, CheapestDivision>()
    const [nearFirst, nearLast] =
      piece === count ? [length, length] : nearbyBreakPoints(weightsBefore, piece * averageWeight, averageWeight)
    // Every piece must get an item, including the later ones.
    last = Math.min(Math.max(nearLast, last + 1), length - count + piece)
    for (let to = Math.min(nearFirst, last); to <= last; to++) {
      let best: CheapestDivision | null = null
      for (const [from, division] of divisions) {
        const cost = from < to ? division.cost + pieceCost(from, to) : Number.POSITIVE_INFINITY
        if (cost < Number.POSITIVE_INFINITY && (best === null || cost <= best.cost + ROUNDING)) best = { cost, from }
      }
      if (best !== null) nextDivisions.set(to, best)
    }
    divisionsByPiece.push(nextDivisions)
    divisions = nextDivisions
  }
  if (!divisions.has(length)) return null
  const breakPoints: number[] = []
  for (let piece = count, to = length; piece > 1; piece--) {
    to = divisionsByPiece[piece - 1]?.get(to)?.from ?? 0
    breakPoints.unshift(to)
  }
  return breakPoints
}

/** A tolerance for sums of fractions that should be equal. */
const ROUNDING = 1e-9

/**
 * Finds the first and last break point with about `weight` before it, by bisection because there can be thousands of
 * items.
 */
function nearbyBreakPoints(
  weightsBefore: readonly number[],
  weight: number,
  averageWeight: number,
): readonly [first: number, last: number] {
  const end = weightsBefore.length - 2
  const middle = Math.min(end, lowerBound(weightsBefore, weight))
  const first = Math.min(middle - MIN_REACH, lowerBound(weightsBefore, weight - REACH * averageWeight))
  const last = Math.max(middle + MIN_REACH, lowerBound(weightsBefore, weight + REACH * averageWeight) - 1)
  return [Math.max(1, first), Math.min(end, last)]
}

/**
 * Returns the index of the first of these ascending numbers that is not below a value; their count if there is none.
 */
function lowerBound(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? value) < value) low = middle + 1
    else high = middle
  }
  return low
}
