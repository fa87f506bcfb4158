import { isNotesLabel } from '../model/notes-label.ts'
import type { Piece } from './piece.ts'

/**
 * Removes a heading or line such as "Notes" if nothing but footnotes follows it. The footnotes go into the notes of the
 * slides that refer to them, so nothing would be left below the label.
 */
export function withoutNotesLabel(pieces: readonly Piece[]): readonly Piece[] {
  const start = pieces.findLastIndex((piece) => !isFootnote(piece))
  const label = pieces[start]
  const isAbove = label !== undefined && start > 0 && start < pieces.length - 1 && isLabel(label)
  return isAbove ? [...pieces.slice(0, start), ...pieces.slice(start + 1)] : pieces
}

function isFootnote(piece: Piece): boolean {
  return piece.type === 'block' && piece.node.type === 'footnoteDefinition'
}

function isLabel(piece: Piece): boolean {
  if (piece.type === 'heading') return isNotesLabel(piece.words.text)
  const [words, ...others] = piece.type === 'block' && piece.node.type === 'paragraph' ? piece.words : []
  return words !== undefined && others.length === 0 && isNotesLabel(words.text)
}
