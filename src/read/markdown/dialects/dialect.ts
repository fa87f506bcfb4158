// The interface of a Markdown dialect.

import type { Edit } from '../../edit-source.ts'

/** The syntax that a tool adds to Markdown. */
export interface Dialect {
  readonly name: string
  /** A quick test whether a text may contain the dialect; most texts do not. */
  readonly applies: (text: string) => boolean
  /** Finds the stretches to remove from a text, or to rewrite as Markdown; ascending and not overlapping. */
  readonly edits: (text: string) => readonly Edit[]
  /** Pairs of Markdown and the text that is read from it, which are run as tests. */
  readonly examples: readonly (readonly [markdown: string, words: string])[]
}
