import type { Element, Root, Text } from 'hast'
import type { Source } from '../source.ts'

/** A web page as a tree, beside the words that its positions point into. */
export interface Page {
  readonly root: Root
  /** The words of the page in reading order. The offsets of all positions count in it; lines and columns are those of the file. */
  readonly source: Source
  /** Every element in the order of the file. */
  readonly elements: readonly Element[]
  /** Every text in the order of the file. */
  readonly texts: readonly Text[]
}
