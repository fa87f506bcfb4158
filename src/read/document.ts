// The output of a reader.

import type { WebSource } from '../model/article.ts'
import type { Piece } from './piece.ts'

/** The content of a file, with its own metadata. Missing metadata is inferred from the words. */
export interface Document {
  readonly pieces: readonly Piece[]
  /** BCP 47. */
  readonly language?: string | undefined
  readonly direction?: 'ltr' | 'rtl' | undefined
  readonly source?: WebSource | undefined
}
