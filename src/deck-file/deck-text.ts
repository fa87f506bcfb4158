// Types for the text of a deck file and of its slides.

import type { DeckBase } from './merge-base.ts'
import type { SlideOptions } from './slide-options.ts'

/** The components of a deck file, as text. */
export interface DeckText {
  /** YAML, without its fences. */
  readonly frontMatter: string
  readonly slides: readonly SlideText[]
  /** Markdown definitions that slides refer to, one per line. */
  readonly definitions: readonly string[]
  readonly base: DeckBase | null
}

/** The text of a slide in a deck file. */
export interface SlideText {
  readonly options: SlideOptions
  /** The comment with the options, exactly as the author wrote it. If present, it is printed instead of `options`. */
  readonly comment?: string | null | undefined
  /** The slide's content as Markdown. */
  readonly body: string
  /** The slide's note as Markdown. */
  readonly note: string
}
