// The article as it was read: text without markup, its structure, and its positions in the file.

import type { Nodes } from 'mdast'
import type { Node, Point, Position } from 'unist'
import type { Mark } from './mark.ts'
import type { Span } from './span.ts'

/**
 * The kinds of passage. Prose, items, quotations and footnotes consist of sentences; the other kinds are never divided.
 */
export type PassageKind = 'heading' | 'prose' | 'item' | 'quotation' | 'footnote' | 'row' | 'code' | 'math' | 'caption'

/** A contiguous part of the article's text: `text` always equals `article.text.slice(...span)`. */
export interface Passage {
  readonly text: string
  readonly span: Span
  /** Its position in the file, with 1-based lines and columns; absent if it has none. */
  readonly position?: Position | undefined
}

/** What stands before an item: its number or a bullet; null before a further paragraph of the item. */
export type ItemMarker = number | 'bullet' | null

/** A passage inside a block, with its kind and its nesting depth in lists (0 = not in a list, 1 = a top-level item). */
export interface BlockPassage extends Passage {
  readonly kind: PassageKind
  readonly depth: number
  /** Absent outside lists. */
  readonly marker?: ItemMarker | undefined
}

/** A block of the article: its mdast node, and the passages of its text in reading order. */
export interface Block extends Node {
  readonly type: 'block'
  readonly node: Nodes
  readonly passages: readonly BlockPassage[]
  /** Where the text first refers to this footnote; absent if it never does, and for other blocks. */
  readonly referredAt?: number | undefined
}

/** A heading and everything under it. The root section has depth 0 and no heading. */
export interface Section extends Node {
  readonly type: 'section'
  readonly depth: number
  readonly heading?: Passage | undefined
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

/** A value in front matter. Every scalar is a string as written, so that `1.10` stays `1.10`. */
export type FrontMatterValue = string | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue }

/** The positions of a front matter key and its value in the file. */
export interface FrontMatterPlace {
  /** Keys and indexes from the top: `['author', 1]`. */
  readonly path: readonly (string | number)[]
  /** Absent for an item of a list. */
  readonly key?: Position | undefined
  readonly value: Position
}

/** The front matter of a file, parsed but not yet checked. */
export interface FrontMatter {
  /** The source between the fences. */
  readonly source: string
  /** The line of the file on which `source` begins, 1-based. */
  readonly line: number
  readonly values: Readonly<Record<string, FrontMatterValue>>
  /** One for each value, in file order. */
  readonly places: readonly FrontMatterPlace[]
}

/** Maps an offset in the text to a point in the file. Up to the next anchor, columns advance with the text. */
export interface Anchor {
  readonly offset: number
  readonly point: Point
}

/** The origin of a web page, according to the page itself. */
export interface WebSource {
  /** The name of the site, such as "The Harbour Post". */
  readonly site?: string | undefined
  /** The page's own address, http or https. */
  readonly address?: string | undefined
}

/** An article: its text without markup, its sections, and the positions of both in the file. */
export interface Article extends Node {
  readonly type: 'article'
  /** Relative to the working folder, with `/`. */
  readonly path: string
  /**
   * All words in reading order, without markup or front matter; `\n` occurs only between blocks, code lines and rows.
   */
  readonly text: string
  readonly title?: Passage | undefined
  readonly subtitle?: Passage | undefined
  readonly byline?: Passage | undefined
  readonly date?: Passage | undefined
  /** BCP 47, such as `en`; `und` if it could not be determined. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly root: Section
  readonly frontMatter?: FrontMatter | undefined
  /** Absent unless the article is a web page. */
  readonly source?: WebSource | undefined
  /** Ascending by start, outer before inner. */
  readonly marks: readonly Mark[]
  /** Ascending by offset. */
  readonly anchors: readonly Anchor[]
  /** The offset in `text` where the words typed in a deck file begin; absent if there are none. */
  readonly authoredFrom?: number | undefined
}
