import type { Nodes } from 'mdast'
import type { Node, Point, Position } from 'unist'
import type { Mark } from './mark.ts'
import type { Span } from './span.ts'

/** What a passage is made of. Prose, items, quotations and footnotes have sentences; rows, code and captions do not. */
export type PassageKind = 'heading' | 'prose' | 'item' | 'quotation' | 'footnote' | 'row' | 'code' | 'math' | 'caption'

/** One unbroken run of the article's text: `text` always equals `article.text.slice(...span)`. */
export interface Passage {
  readonly text: string
  readonly span: Span
  /** Where it stands in the file, 1-based; absent where nothing in the file can be pointed at. */
  readonly position?: Position | undefined
}

/** A passage inside a block, with its kind and how deep it is nested in lists (0 = not in a list, 1 = a top item). */
export interface BlockPassage extends Passage {
  readonly kind: PassageKind
  readonly depth: number
}

/** One block of the article: real mdast, beside where its words stand in the text, in reading order. */
export interface Block extends Node {
  readonly type: 'block'
  readonly node: Nodes
  readonly passages: readonly BlockPassage[]
}

/** A heading and all under it. The root section has depth 0 and no heading. */
export interface Section extends Node {
  readonly type: 'section'
  readonly depth: number
  readonly heading?: Passage | undefined
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

/** What front matter can hold. Every scalar is text as it is written there, so that `1.10` stays `1.10`. */
export type FrontMatterValue = string | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue }

/** Where a key of front matter and its value stand in the file. */
export interface FrontMatterPlace {
  /** Keys and indexes from the top: `['author', 1]`. */
  readonly path: readonly (string | number)[]
  /** Absent for an entry of a list. */
  readonly key?: Position | undefined
  readonly value: Position
}

/** What a file says of itself before its text, as parsed and not yet checked. */
export interface FrontMatter {
  readonly format: 'yaml' | 'toml'
  /** Its source, without the fences. */
  readonly source: string
  /** The line of the file on which `source` begins, 1-based. */
  readonly line: number
  readonly values: Readonly<Record<string, FrontMatterValue>>
  /** One for each value, in the order of the file. */
  readonly places: readonly FrontMatterPlace[]
}

/** A place in `text` that begins at `point` of the file; from one anchor to the next, columns run along. */
export interface Anchor {
  readonly offset: number
  readonly point: Point
}

/** Where a saved page says that it stands on the web. */
export interface WebSource {
  /** What the site is called, such as "The Harbour Post". */
  readonly site?: string | undefined
  /** Its own address, http or https. */
  readonly address?: string | undefined
}

/** The source text, read: its words without marks, its sections, and where each came from. */
export interface Article extends Node {
  readonly type: 'article'
  /** Relative to the working folder, with `/`. */
  readonly path: string
  /** All the words in reading order, without marks and front matter; `\n` stands only between blocks, code lines and rows. */
  readonly text: string
  readonly title?: Passage | undefined
  readonly subtitle?: Passage | undefined
  readonly byline?: Passage | undefined
  readonly date?: Passage | undefined
  /** BCP 47, such as `en`; `und` where it could not be told. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly root: Section
  readonly frontMatter?: FrontMatter | undefined
  /** Absent for what is no web page. */
  readonly source?: WebSource | undefined
  /** Ascending by where they begin, the outer before the inner. */
  readonly marks: readonly Mark[]
  /** Ascending by offset. */
  readonly anchors: readonly Anchor[]
  /** Where in `text` the words begin that the author typed in a deck file, behind those of the article; left out where there are none. */
  readonly authoredFrom?: number | undefined
}
