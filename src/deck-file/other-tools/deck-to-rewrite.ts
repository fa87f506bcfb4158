import type { FrontMatterValue } from '../../model/article.ts'
import type { UnreadFeature } from './unread-features.ts'

/** A deck from another tool to rewrite. */
export interface DeckToRewrite {
  /** The text, with its front matter blanked out. */
  readonly text: string
  /** The values in its front matter. */
  readonly values: Readonly<Record<string, FrontMatterValue>>
  /** The text of its front matter. */
  readonly frontMatterText: string
  /** The offset after the front matter, where its slides begin. */
  readonly start: number
  /** Reports that a feature is not read; the same message appears only once. */
  report(feature: UnreadFeature): void
}
