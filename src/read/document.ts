// The output of a reader.

import type { FrontMatter, WebSource } from '../model/article.ts'
import type { Piece } from './piece.ts'

/** The content of a file and its metadata. `read` infers the language and direction if they are missing. */
export interface Document {
  readonly pieces: readonly Piece[]
  /** The language, as a BCP 47 tag. */
  readonly language?: string | undefined
  readonly direction?: 'ltr' | 'rtl' | undefined
  readonly source?: WebSource | undefined
  readonly frontMatter?: FrontMatter | undefined
  /** Whether the date is metadata, which need not be shown as it is written. */
  readonly isDateMetadata?: boolean | undefined
}
