import type { Element, Root, Text } from 'hast'
import type { Source } from '../source.ts'

/** A web page as a tree, with the text that its positions refer to. */
export interface WebPage {
  readonly root: Root
  /**
   * The text of the page in reading order. The offsets in positions refer to it, their lines and columns to the file.
   */
  readonly source: Source
  /** Every element in file order. */
  readonly elements: readonly Element[]
  /** Every text in file order. */
  readonly texts: readonly Text[]
}
