import type { Edit } from '../../edit-source.ts'

/** What a tool adds to Markdown. */
export interface Dialect {
  readonly name: string
  /** A quick test whether a text may contain the dialect; most texts do not. */
  readonly applies: (text: string) => boolean
  /** What to remove from a text, or to rewrite as Markdown; ascending and not overlapping. */
  readonly edits: (text: string) => readonly Edit[]
  /** Pairs of Markdown and the text that is read from it; the tests run them. */
  readonly examples: readonly (readonly [markdown: string, words: string])[]
}
