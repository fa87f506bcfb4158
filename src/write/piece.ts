import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'

/** A draft, or sentences that no slide shows and that go to the notes of the slide before. */
export type Piece = Draft | Unshown

export interface Unshown {
  readonly type: 'unshown'
  readonly said: readonly Sentence[]
  /** The same sentences if they conclude the talk or a part of it; otherwise empty. */
  readonly concluding: readonly Sentence[]
}

/** Makes a piece of sentences for the notes only, which conclude nothing. */
export function notesOnly(said: readonly Sentence[]): Unshown {
  return { type: 'unshown', said, concluding: [] }
}
