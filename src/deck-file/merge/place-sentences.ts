// Puts each sentence of the new article into exactly one note of a merged deck.

import type { NoteToken } from './note-sentence.ts'
import type { MergedToken } from './slide.ts'

/** The notes of a merged deck, and those of the three decks that it is merged from. */
export interface NotesToPlace {
  readonly notes: readonly (readonly MergedToken[])[]
  /** For each slide of the new deck, the index of the merged slide whose note gets its sentences. */
  readonly homes: readonly number[]
  readonly mine: readonly (readonly NoteToken[])[]
  readonly base: readonly (readonly NoteToken[])[]
  readonly theirs: readonly (readonly NoteToken[])[]
}

/** Notes that together contain every sentence of the article once, except those that the author has removed. */
export interface PlacedNotes {
  readonly notes: readonly (readonly MergedToken[])[]
  /** Sentences that no note had, by the index of the slide whose note got them. */
  readonly added: ReadonlyMap<number, readonly NoteToken[]>
}

/**
 * Makes sure that each sentence of the new article is in exactly one note, unless the author has removed it: where the
 * author has put it, or else where the new deck has it.
 */
export function placeSentences({ notes, homes, mine, base, theirs }: NotesToPlace): PlacedNotes {
  const [own, old, other] = [mine, base, theirs].map(counts)
  const due = new Map<string, number>()
  for (const [key, count] of other ?? []) {
    const taken = Math.max(0, (old?.get(key) ?? 0) - (own?.get(key) ?? 0))
    due.set(key, Math.max(0, count - taken))
  }
  const spare = new Map<string, number>()
  for (const [key, count] of counts(notes)) {
    const most = due.get(key)
    if (most !== undefined && count > most) spare.set(key, count - most)
  }
  let kept: (readonly MergedToken[])[] = [...notes]
  for (const from of ['theirs', 'base'] as const) {
    kept = kept.map((tokens) =>
      tokens.filter((token) => {
        const more = spare.get(token.key) ?? 0
        if (token.from !== from || more === 0) return true
        spare.set(token.key, more - 1)
        return false
      }),
    )
  }
  const said = new Map(counts(kept))
  const added = new Map<number, NoteToken[]>()
  for (const [index, tokens] of theirs.entries()) {
    const home = homes[index] ?? 0
    for (const token of tokens) {
      const have = said.get(token.key) ?? 0
      if (have >= (due.get(token.key) ?? 0)) continue
      said.set(token.key, have + 1)
      added.set(home, [...(added.get(home) ?? []), token])
    }
  }
  return {
    notes: kept.map((tokens, index) => [
      ...tokens,
      ...(added.get(index) ?? []).map((token): MergedToken => ({ ...token, from: 'theirs' })),
    ]),
    added,
  }
}

function counts(notes: readonly (readonly NoteToken[])[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { key } of notes.flat()) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}
