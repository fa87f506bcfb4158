import type { Passage } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import { claimsOf } from './claims.ts'
import { hasRoom } from './continued.ts'
import type { Ledger } from './ledger.ts'
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
    if (heading === null || !couldBear(piece, heading)) return piece
    const titled: Draft = { ...piece, title: passageLine(heading, 'heading') }
    return hasRoom(ledger, titled) ? titled : piece
  })
}

function headingOver({ content, said }: Draft, headings: readonly Passage[]): Passage | null {
  const start = said.find(({ kind }) => kind !== 'heading')?.span[0] ?? claimsOf(content)[0]?.spans[0]?.[0]
  return start === undefined ? null : (headings.findLast(({ span }) => span[0] <= start) ?? null)
}

function couldBear({ content }: Draft, { text }: Passage): boolean {
  return content.type === 'points' && (content.points.length <= 1 || text.length <= LONGEST)
}

/** In characters: a longer heading, again over several points, would be more than they say. */
const LONGEST = 55
