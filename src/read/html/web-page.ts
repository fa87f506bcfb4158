import type { Element, Root, Text } from 'hast'
import type { Source } from '../source.ts'

/** A web page as a tree, with the text that its positions refer to. */
export interface WebPage {
  readonly root: Root
  /**
   * The text of the page in reading order. Offsets of all positions refer to it; lines and columns refer to the file.
   */
  readonly source: Source
  /** Every element in file order. */
  readonly elements: readonly Element[]
  /** Every text in file order. */
  readonly texts: readonly Text[]
}
