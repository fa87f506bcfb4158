// Leaves gaps for missing periods of a time series on a category axis, which programs divide evenly.

import type { Chart } from '../../model/draft.ts'

/** The maximum number of intervals; more would leave no room for their labels. */
const MAX_INTERVALS = 24

/** How far a label may be from its position on an even axis, as a fraction of an interval: months differ in length. */
const MAX_DEVIATION = 0.15

/**
 * Lists the rows of a chart's table: each is the index of a label, or null for a period between two labels that the
 * article leaves out. Periods go from left to right, as on our slides, whatever their order in the article.
 */
export function chartRows({ kind, labels, positions }: Chart): readonly (number | null)[] {
  const all = labels.map((_, index) => index)
  if (kind !== 'line' || all.length < 2) return all
  const positionOf = (index: number) => positions[index] ?? index
  const ordered = all.toSorted((one, other) => positionOf(one) - positionOf(other))
  const first = positionOf(ordered[0] ?? 0)
  const span = positionOf(ordered.at(-1) ?? 0) - first
  for (let intervals = all.length - 1; intervals <= MAX_INTERVALS; intervals++) {
    const exactRows = ordered.map((index) => ((positionOf(index) - first) / span) * intervals)
    const rows = exactRows.map(Math.round)
    const isEven = exactRows.every((row, index) => Math.abs(row - (rows[index] ?? 0)) <= MAX_DEVIATION)
    if (isEven && new Set(rows).size === rows.length)
      return Array.from({ length: intervals + 1 }, (_, row) => ordered[rows.indexOf(row)] ?? null)
  }
  return ordered
}
