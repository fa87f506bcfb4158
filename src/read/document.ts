import type { WebSource } from '../model/article.ts'
import type { Piece } from './piece.ts'

/** The content of a file, with what the file says about itself; anything missing is inferred from the words. */
export interface Document {
  readonly pieces: readonly Piece[]
  /** BCP 47. */
  readonly language?: string | undefined
  readonly direction?: 'ltr' | 'rtl' | undefined
  readonly source?: WebSource | undefined
}
