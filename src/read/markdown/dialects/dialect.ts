import type { Edit } from '../../edit.ts'

/** What a tool adds to Markdown. */
export interface Dialect {
  readonly name: string
  /** Whether anything of it may stand in a text; asked first, as most texts have none. */
  readonly applies: (text: string) => boolean
  /** What to take out of a text, or to write as Markdown does; ascending, none over another. */
  readonly edits: (text: string) => readonly Edit[]
  /** Markdown and the words that are read of it; the tests go through them. */
  readonly examples: readonly (readonly [markdown: string, words: string])[]
}
