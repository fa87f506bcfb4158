import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'

/** A draft, or sentences that no slide shows, which go to the notes of the slide before. */
export type Piece = Draft | Unshown

export interface Unshown {
  readonly type: 'unshown'
  readonly noteSentences: readonly Sentence[]
}

/** Makes a piece of sentences that go only to the notes. */
export function notesOnly(noteSentences: readonly Sentence[]): Unshown {
  return { type: 'unshown', noteSentences }
}
