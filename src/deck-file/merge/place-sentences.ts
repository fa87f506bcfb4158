// Puts each sentence of the new article into exactly one note of a merged deck.

import type { MergedToken } from './merge-slide.ts'
import type { NoteToken } from './note-tokens.ts'

/** The notes of a merged deck, and the notes of the three decks that it is merged from. */
export interface NotesToPlace {
  readonly notes: readonly (readonly MergedToken[])[]
  /** For each slide of the new deck, the index of the merged slide whose note gets its sentences. */
  readonly mergedIndexes: readonly number[]
  readonly mine: readonly (readonly NoteToken[])[]
  readonly base: readonly (readonly NoteToken[])[]
  readonly theirs: readonly (readonly NoteToken[])[]
}

/** Notes that together contain every sentence of the article once, except those that the author has removed. */
export interface PlacedNotes {
  readonly notes: readonly (readonly MergedToken[])[]
  /** Sentences that were in no note, keyed by the index of the slide to whose note they were added. */
  readonly added: ReadonlyMap<number, readonly NoteToken[]>
}

/**
 * Puts each sentence of the new article, unless the author has removed it, into exactly one note: where the author has
 * put it, or else where the new deck has it.
 */
export function placeSentences({ notes, mergedIndexes, mine, base, theirs }: NotesToPlace): PlacedNotes {
  const [myCounts, baseCounts, theirCounts] = [mine, base, theirs].map(countSentences)
  const requiredCounts = new Map<string, number>()
  for (const [key, count] of theirCounts ?? []) {
    const removedCount = Math.max(0, (baseCounts?.get(key) ?? 0) - (myCounts?.get(key) ?? 0))
    requiredCounts.set(key, Math.max(0, count - removedCount))
  }
  const surplus = new Map<string, number>()
  for (const [key, count] of countSentences(notes)) {
    const required = requiredCounts.get(key)
    if (required !== undefined && count > required) surplus.set(key, count - required)
  }
  let remaining: (readonly MergedToken[])[] = [...notes]
  for (const from of ['theirs', 'base'] as const) {
    remaining = remaining.map((tokens) =>
      tokens.filter((token) => {
        const excess = surplus.get(token.key) ?? 0
        if (token.from !== from || excess === 0) return true
        surplus.set(token.key, excess - 1)
        return false
      }),
    )
  }
  return addMissing({ notes: remaining, mergedIndexes, theirs, requiredCounts })
}

interface MissingSentences extends Pick<NotesToPlace, 'notes' | 'mergedIndexes' | 'theirs'> {
  /** How often each sentence of the new article must be in the notes. */
  readonly requiredCounts: ReadonlyMap<string, number>
}

/** Adds each sentence that is in no note next to its neighbour in the new deck. */
function addMissing({ notes, mergedIndexes, theirs, requiredCounts }: MissingSentences): PlacedNotes {
  const placed = notes.map((tokens) => [...tokens])
  const noteCounts = new Map(countSentences(notes))
  const added = new Map<number, NoteToken[]>()
  for (const [slide, tokens] of theirs.entries()) {
    for (const [position, token] of tokens.entries()) {
      const count = noteCounts.get(token.key) ?? 0
      if (count >= (requiredCounts.get(token.key) ?? 0)) continue
      noteCounts.set(token.key, count + 1)
      const end = { note: mergedIndexes[slide] ?? 0, position: placed[mergedIndexes[slide] ?? 0]?.length ?? 0 }
      const place = placeBeside(tokens, position, placed) ?? end
      placed[place.note]?.splice(place.position, 0, { ...token, from: 'theirs' })
      added.set(place.note, [...(added.get(place.note) ?? []), token])
    }
  }
  return { notes: placed, added }
}

/** A position in a note. */
interface NotePlace {
  readonly note: number
  readonly position: number
}

/**
 * Finds the place of a sentence in the notes: after the closest earlier sentence of its slide that is in a note, or
 * else before the closest later one.
 */
function placeBeside(
  tokens: readonly NoteToken[],
  position: number,
  notes: readonly (readonly NoteToken[])[],
): NotePlace | null {
  const placeOf = ({ key }: NoteToken, shift: number): NotePlace[] =>
    notes.flatMap((note, index) => {
      const tokenIndex = note.findIndex((token) => token.key === key)
      return tokenIndex < 0 ? [] : [{ note: index, position: tokenIndex + shift }]
    })
  const earlier = tokens.slice(0, position).toReversed()
  const later = tokens.slice(position + 1)
  const places = [...earlier.map((token) => placeOf(token, 1)), ...later.map((token) => placeOf(token, 0))]
  return places.flat()[0] ?? null
}

function countSentences(notes: readonly (readonly NoteToken[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { key } of notes.flat()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
