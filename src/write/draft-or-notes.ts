import type { Draft } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'

/** A draft, or sentences that no slide shows, which go to the notes of the previous slide. */
export type DraftOrNotes = Draft | NotesOnly

export interface NotesOnly {
  readonly type: 'notes-only'
  readonly noteSentences: readonly Sentence[]
}

/** Marks sentences as going only to the notes. */
export function notesOnly(noteSentences: readonly Sentence[]): NotesOnly {
  return { type: 'notes-only', noteSentences }
}
