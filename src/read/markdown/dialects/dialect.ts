// The interface of a Markdown dialect.

import type { Edit } from '../../edit-source.ts'

/** The syntax that a tool adds to Markdown. */
export interface Dialect {
  readonly name: string
  /** A quick test of whether text may contain the dialect. Most texts do not. */
  readonly applies: (text: string) => boolean
  /** Returns the edits that remove the syntax or rewrite it as Markdown, in ascending order and without overlaps. */
  readonly edits: (text: string) => readonly Edit[]
  /**
   * Pairs of Markdown and the words that are read from it, which are run as tests. `\n` in the words begins a new
   * block.
   */
  readonly examples: readonly (readonly [markdown: string, words: string])[]
}
