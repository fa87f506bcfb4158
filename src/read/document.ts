// The output of a reader.

import type { WebSource } from '../model/article.ts'
import type { Piece } from './piece.ts'

/** The content of a file and its metadata. `read` infers the language and direction if they are missing. */
export interface Document {
  readonly pieces: readonly Piece[]
  /** The language, as a BCP 47 tag. */
  readonly language?: string | undefined
  readonly direction?: 'ltr' | 'rtl' | undefined
  readonly source?: WebSource | undefined
}
