import type { WebSource } from '../model/article.ts'
import type { Piece } from './piece.ts'

/** What a file holds besides its words as it says itself; what it leaves out is told from the words. */
export interface Document {
  readonly pieces: readonly Piece[]
  /** BCP 47. */
  readonly language?: string | undefined
  readonly direction?: 'ltr' | 'rtl' | undefined
  readonly source?: WebSource | undefined
}
