import type { Passage } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import { claimsOf } from './claims.ts'
import { type Ledger, MOST_WORDS, wordsIn } from './ledger.ts'
import { passageLine } from './line.ts'
import type { Piece } from './piece.ts'

/**
 * The same with a title on every slide of points that has none and room for one: the heading that it stands under, of these, which
 * come in the article's order. A room that looks up sees what the talk is at.
 */
export function underHeadings(ledger: Ledger, pieces: readonly Piece[], headings: readonly Passage[]): Piece[] {
  return pieces.map((piece) => {
    if (piece.type !== 'draft' || piece.purpose !== 'body' || piece.title !== null) return piece
    const heading = headingOver(piece, headings)
    return heading === null || !hasRoom(ledger, piece, heading)
      ? piece
      : { ...piece, title: passageLine(heading, 'heading') }
  })
}

function headingOver({ content, said }: Draft, headings: readonly Passage[]): Passage | null {
  const start = said.find(({ kind }) => kind !== 'heading')?.span[0] ?? claimsOf(content)[0]?.spans[0]?.[0]
  return start === undefined ? null : (headings.findLast(({ span }) => span[0] <= start) ?? null)
}

/** Whether the heading has room, and the number that it may get, which counts as a word. */
function hasRoom(ledger: Ledger, { content }: Draft, heading: Passage): boolean {
  if (content.type !== 'points' || (content.points.length > 1 && heading.text.length > LONGEST)) return false
  return wordsIn(ledger, [passageLine(heading, 'heading'), content.lead, ...claimsOf(content)]) < MOST_WORDS
}

/** In characters: a longer heading, again over several points, would be more than they say. */
const LONGEST = 55
