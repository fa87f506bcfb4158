import type { Point } from '../model/draft.ts'
import { furnitureOf } from './furniture.ts'
import { type Ledger, MOST_POINTS, wordsIn } from './ledger.ts'
import { addedLine } from './line.ts'

/**
 * What stands for a list of bare names that is too long to show: the first few, and how many more there are, which the notes
 * hold. Null for a list that says something with each item, and for one that takes no more slides than can be shown.
 */
export function sampleOf(ledger: Ledger, points: readonly Point[], pages: number): readonly Point[] | null {
  const lengths = points.map(({ line }) => wordsIn(ledger, [line])).toSorted((one, other) => one - other)
  const isBare = (lengths[Math.floor(lengths.length / 2)] ?? 0) <= BARE && (lengths.at(-1) ?? 0) <= LONGEST
  const own = points.filter(({ depth }) => depth === 0)
  const isCrowd = own.length >= MANY || points.length >= CROWD
  if (!isBare || pages <= MOST_PAGES || !isCrowd) return null
  const all = own.length >= MANY ? own : points
  const shown = all.slice(0, MOST_POINTS - 1)
  const rest = addedLine(furnitureOf(ledger.article.language).more.replace('%', String(all.length - shown.length)))
  return [...shown, { line: rest, depth: 0 }]
}

/** So many slides of names are the most that anybody reads. */
const MOST_PAGES = 2

/** Fewer names are shown, on however many slides; of names under names this many more. */
const MANY = 12
const CROWD = 3 * MANY

/** Half of the items of a bare list have no more words than this, and none has more than the longest. */
const BARE = 4
const LONGEST = 12
