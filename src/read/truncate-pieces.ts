import type { VFile } from 'vfile'
import { LIMITS } from './limits.ts'
import type { Piece } from './piece.ts'

/**
 * Returns as many of an article's pieces as the limits allow, but at least one. A message reports where the rest
 * begins.
 */
export function truncatePieces(pieces: readonly Piece[], file: VFile): readonly Piece[] {
  let characters = 0
  const end = pieces.findIndex((piece, index) => {
    characters += lengthOf(piece)
    return index >= LIMITS.blocks || characters > LIMITS.characters
  })
  const firstOmitted = pieces[end]
  if (firstOmitted === undefined) return pieces
  const reason =
    end >= LIMITS.blocks
      ? `The article has more than ${LIMITS.blocks} paragraphs and headings and is read only up to here. Split it.`
      : `The article has more than ${LIMITS.characters} characters and is read only up to here. Split it.`
  const place = (firstOmitted.type === 'block' ? firstOmitted.node.position : firstOmitted.words.position)?.start ?? {
    line: 1,
    column: 1,
  }
  file.message(reason, { place, source: 'lectern', ruleId: 'too-long' })
  return pieces.slice(0, Math.max(end, 1))
}

function lengthOf(piece: Piece): number {
  if (piece.type !== 'block') return piece.words.text.length
  return piece.words.reduce((sum, { text }) => sum + text.length, 0)
}
