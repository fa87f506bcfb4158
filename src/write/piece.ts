import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'

/** A draft, or sentences that no slide shows and that go to the notes of the slide before. */
export type Piece = Draft | Unshown

export interface Unshown {
  readonly type: 'unshown'
  readonly said: readonly Sentence[]
  /** The same sentences if they conclude the talk or one of its parts; otherwise empty. */
  readonly concluding: readonly Sentence[]
}

/** Makes a piece of sentences that go only to the notes and do not conclude anything. */
export function notesOnly(said: readonly Sentence[]): Unshown {
  return { type: 'unshown', said, concluding: [] }
}
