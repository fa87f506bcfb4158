// Puts each sentence of the new article into exactly one note of a merged deck.

import type { MergedToken } from './merge-slide.ts'
import type { NoteToken } from './note-tokens.ts'

/** The notes of a merged deck, and those of the three decks that it is merged from. */
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
  const noteCounts = new Map(countSentences(remaining))
  const added = new Map<number, NoteToken[]>()
  for (const [index, tokens] of theirs.entries()) {
    const mergedIndex = mergedIndexes[index] ?? 0
    for (const token of tokens) {
      const count = noteCounts.get(token.key) ?? 0
      if (count >= (requiredCounts.get(token.key) ?? 0)) continue
      noteCounts.set(token.key, count + 1)
      added.set(mergedIndex, [...(added.get(mergedIndex) ?? []), token])
    }
  }
  return {
    notes: remaining.map((tokens, index) => [
      ...tokens,
      ...(added.get(index) ?? []).map((token): MergedToken => ({ ...token, from: 'theirs' })),
    ]),
    added,
  }
}

function countSentences(notes: readonly (readonly NoteToken[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { key } of notes.flat()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
