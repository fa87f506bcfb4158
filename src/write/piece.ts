import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'

/** A draft, or sentences that no slide shows and the slide before says. */
export type Piece = Draft | Unshown

export interface Unshown {
  readonly type: 'unshown'
  readonly said: readonly Sentence[]
  /** The same sentences where they conclude the talk or a part of it; empty otherwise. */
  readonly concluding: readonly Sentence[]
}

/** Sentences that are only said, and conclude nothing. */
export function unshown(said: readonly Sentence[]): Unshown {
  return { type: 'unshown', said, concluding: [] }
}
