// Removes slides that repeat earlier ones.

import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { notesOnly, type Piece } from './piece.ts'
import { saidAndShown } from './shown-lines.ts'

/** Removes slides that repeat an earlier one word for word: their text goes to the notes only. */
export function withoutRepeats(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const repeats = repeatsIn(pieces)
  const kept = pieces.filter((piece) => !repeats.has(piece)).flatMap((piece) => headingOf(piece) ?? [])
  const borne = new Set([...kept, ...pieces.flatMap(({ said }) => said)].map(({ span: [start] }) => start))
  return pieces.map((piece) => {
    if (piece.type !== 'draft' || !repeats.has(piece)) return piece
    const heading = headingOf(piece)
    if (heading === null || borne.has(heading.span[0])) return notesOnly(saidAndShown(piece))
    borne.add(heading.span[0])
    return notesOnly([{ ...heading, text: text.slice(...heading.span) }, ...saidAndShown(piece)])
  })
}

function repeatsIn(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const seen = new Set<string>()
  return new Set(
    pieces.filter((piece) => {
      if (piece.type !== 'draft' || piece.purpose !== 'body' || piece.content.type === 'image') return false
      const words = textOf(piece)
      const isRepeat = seen.has(words)
      seen.add(words)
      return isRepeat
    }),
  )
}

/** Returns the text of a slide. A listing is the same under any title, and so is a list with a lead. */
function textOf({ title, content }: Draft): string {
  const isUntitled = content.type === 'code' || (content.type === 'points' && content.lead !== null)
  return JSON.stringify(isUntitled ? content : { title: title?.text, content }, (key, value) =>
    PLACE_KEYS.has(key) ? undefined : value,
  )
}

/** The properties in which lines with the same words may differ. */
const PLACE_KEYS: ReadonlySet<string> = new Set(['alternatives', 'kind', 'ordinal', 'place', 'spans', 'weight'])

/** Returns the heading that a slide uses as its title. */
function headingOf(piece: Piece): Sentence | null {
  if (piece.type !== 'draft' || piece.title?.kind !== 'heading') return null
  const [span] = piece.title.spans
  return span === undefined ? null : { text: piece.title.text, span, kind: 'heading', opens: true }
}
