import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { type Piece, unshown } from './piece.ts'
import { saidAndShown } from './shown-lines.ts'

/** The pieces without the slides that show again, word for word, what one before shows: that is only said. */
export function withoutRepeats(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const repeats = repeatsIn(pieces)
  const kept = pieces.filter((piece) => !repeats.has(piece)).flatMap((piece) => headingOf(piece) ?? [])
  const borne = new Set([...kept, ...pieces.flatMap(({ said }) => said)].map(({ span: [start] }) => start))
  return pieces.map((piece) => {
    if (piece.type !== 'draft' || !repeats.has(piece)) return piece
    const heading = headingOf(piece)
    if (heading === null || borne.has(heading.span[0])) return unshown(saidAndShown(piece))
    borne.add(heading.span[0])
    return unshown([{ ...heading, text: text.slice(...heading.span) }, ...saidAndShown(piece)])
  })
}

function repeatsIn(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const seen = new Set<string>()
  return new Set(
    pieces.filter((piece) => {
      if (piece.type !== 'draft' || piece.purpose !== 'body' || piece.content.type === 'image') return false
      const words = wordsOf(piece)
      const isRepeat = seen.has(words)
      seen.add(words)
      return isRepeat
    }),
  )
}

/** What a slide says, as one text. A listing is the same under any title, and so is a list that a lead announces. */
function wordsOf({ title, content }: Draft): string {
  const isUntitled = content.type === 'code' || (content.type === 'points' && content.lead !== null)
  return JSON.stringify(isUntitled ? content : { title: title?.text, content }, (key, value) =>
    OF_PLACE.has(key) ? undefined : value,
  )
}

/** What lines of the same words may differ in. */
const OF_PLACE: ReadonlySet<string> = new Set(['alternatives', 'kind', 'ordinal', 'place', 'spans', 'weight'])

/** The heading that a slide has for its title. */
function headingOf(piece: Piece): Sentence | null {
  if (piece.type !== 'draft' || piece.title?.kind !== 'heading') return null
  const [span] = piece.title.spans
  return span === undefined ? null : { text: piece.title.text, span, kind: 'heading', opens: true }
}
