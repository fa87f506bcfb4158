import type { Element, Root, Text } from 'hast'
import type { Source } from '../source.ts'

/** A web page as a tree, with the text that its positions refer to. */
export interface WebPage {
  readonly root: Root
  /**
   * The text of the page in reading order. In positions, offsets refer to this text, lines and columns to the file.
   */
  readonly source: Source
  /** All elements, in file order. */
  readonly elements: readonly Element[]
  /** All text nodes, in file order. */
  readonly texts: readonly Text[]
}
