import type { Edit } from '../../read/edit-source.ts'

/**
 * Sorts edits by position, with insertions before changes at the same position. Of two edits that overlap, only the one
 * that begins first or, if they begin together, the longer one is kept.
 */
export function sortEdits(edits: readonly Edit[]): readonly Edit[] {
  let end = 0
  const insertionRank = ({ span: [start, end] }: Edit) => (start === end ? 0 : 1)
  return edits
    .toSorted(
      (one, other) =>
        one.span[0] - other.span[0] || insertionRank(one) - insertionRank(other) || other.span[1] - one.span[1],
    )
    .filter(({ span }) => {
      const isAfterPrevious = span[0] >= end
      if (isAfterPrevious) end = Math.max(end, span[1])
      return isAfterPrevious
    })
}
