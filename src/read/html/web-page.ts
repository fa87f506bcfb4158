import type { Element, Root, Text } from 'hast'
import type { Source } from '../source.ts'

/** A web page as a tree, with the text to which its positions refer. */
export interface WebPage {
  readonly root: Root
  /**
   * The text of the page in reading order. In positions, offsets refer to this text, but lines and columns refer to the
   * file.
   */
  readonly source: Source
  /** All elements, in file order. */
  readonly elements: readonly Element[]
  /** All text nodes, in file order. */
  readonly texts: readonly Text[]
}
