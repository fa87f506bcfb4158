import type { FrontMatterValue } from '../../model/article.ts'
import type { UnreadFeature } from './unread-features.ts'

/** A deck from another tool, to be rewritten as a deck file. */
export interface DeckToRewrite {
  /** The text, with its front matter blanked out. */
  readonly text: string
  /** The values in its front matter. */
  readonly values: Readonly<Record<string, FrontMatterValue>>
  /** The text of its front matter. */
  readonly frontMatterText: string
  /** The offset after the front matter, where its slides begin. */
  readonly start: number
  /** Reports that a feature at an offset is not read; only the first place of each feature is named. */
  report(feature: UnreadFeature, offset: number): void
}
