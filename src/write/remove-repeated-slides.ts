// Removes slides that repeat earlier ones.

import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { sentencesAndDisplayLines } from './display-lines.ts'
import { type DraftOrNotes, notesOnly } from './draft-or-notes.ts'

/** Removes body slides, except images, that repeat an earlier one word for word. Their text goes to the notes. */
export function removeRepeatedSlides(text: string, pieces: readonly DraftOrNotes[]): readonly DraftOrNotes[] {
  const repeats = repeatsIn(pieces)
  const keptHeadings = pieces.filter((piece) => !repeats.has(piece)).flatMap((piece) => headingOf(piece) ?? [])
  const inNotes = new Set(
    [...keptHeadings, ...pieces.flatMap(({ noteSentences }) => noteSentences)].map(({ span: [start] }) => start),
  )
  return pieces.map((piece) => {
    if (piece.type !== 'draft' || !repeats.has(piece)) return piece
    const heading = headingOf(piece)
    if (heading === null || inNotes.has(heading.span[0])) return notesOnly(sentencesAndDisplayLines(piece))
    inNotes.add(heading.span[0])
    return notesOnly([{ ...heading, text: text.slice(...heading.span) }, ...sentencesAndDisplayLines(piece)])
  })
}

function repeatsIn(pieces: readonly DraftOrNotes[]): ReadonlySet<DraftOrNotes> {
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

/** Returns a slide's content for comparison, with its title, except for a listing or a list with a lead. */
function textOf({ title, content }: Draft): string {
  const isUntitled = content.type === 'code' || (content.type === 'points' && content.lead !== null)
  return JSON.stringify(isUntitled ? content : { title: title?.text, content }, (key, value) =>
    IGNORED_KEYS.has(key) ? undefined : value,
  )
}

/** The properties that are ignored in a comparison, because they do not affect the words. */
const IGNORED_KEYS: ReadonlySet<string> = new Set(['alternatives', 'kind', 'ordinal', 'place', 'spans', 'weight'])

/** Returns the heading that a slide uses as its title; null if it uses none. */
function headingOf(piece: DraftOrNotes): Sentence | null {
  if (piece.type !== 'draft' || piece.title?.kind !== 'heading') return null
  const [span] = piece.title.spans
  return span === undefined ? null : { text: piece.title.text, span, kind: 'heading', startsBlock: true }
}
