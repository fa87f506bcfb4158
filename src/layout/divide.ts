/**
 * Where to divide `pieces` so that both halves weigh about the same: the number of pieces in the first half, or null
 * where there is but one. A half of one piece is avoided where another joint exists.
 */
export function middleOf<Piece>(pieces: readonly Piece[], weigh: (piece: Piece) => number): number | null {
  if (pieces.length < 2) return null
  const [fewest, most] = pieces.length < 4 ? [1, pieces.length - 1] : [2, pieces.length - 2]
  const total = pieces.reduce((sum, piece) => sum + weigh(piece), 0)
  let best = { joint: fewest, imbalance: Number.POSITIVE_INFINITY }
  let before = 0
  for (const [index, piece] of pieces.entries()) {
    const imbalance = Math.abs(total - 2 * before)
    // Of two equal joints the later counts: 2 + 1 reads better than 1 + 2.
    if (index >= fewest && index <= most && imbalance <= best.imbalance) best = { joint: index, imbalance }
    before += weigh(piece)
  }
  return best.joint
}

/** Both sides of a joint. */
export function partedAt<Piece>(
  pieces: readonly Piece[],
  joint: number,
): readonly [readonly Piece[], readonly Piece[]] {
  return [pieces.slice(0, joint), pieces.slice(joint)]
}
