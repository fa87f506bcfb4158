// The pieces of an article that readers produce: headings, blocks and the parts of its head.

import type { Nodes } from 'mdast'
import type { Position } from 'unist'
import type { Anchor, ItemMarker, PassageKind } from '../model/article.ts'
import type { Mark } from '../model/mark.ts'

/** A reference to the footnote with this identifier, and its offset from the start of the words. */
export interface FootnoteReference {
  readonly identifier: string
  readonly offset: number
}

/**
 * Words of the article whose offset in the article's text is not known yet. The offsets of anchors and marks are
 * relative to the start of the words.
 */
export interface Words {
  readonly text: string
  readonly anchors: readonly Anchor[]
  /** As in `MarkedText`; absent if there are none. */
  readonly marks?: readonly Mark[] | undefined
  /** The references to footnotes in the words; absent if there are none. */
  readonly references?: readonly FootnoteReference[] | undefined
  readonly position?: Position | undefined
}

export interface BlockWords extends Words {
  readonly kind: PassageKind
  readonly depth: number
  /** Absent outside lists. */
  readonly marker?: ItemMarker | undefined
}

/** The parts of an article's head, in the order in which they are shown. */
export const HEAD_PARTS = ['title', 'subtitle', 'byline', 'date'] as const

export type HeadPart = (typeof HEAD_PARTS)[number]

/** The known parts of an article's head. */
export type ArticleHead = Partial<Readonly<Record<HeadPart, Words>>>

/**
 * A heading, a block or a part of the head. Readers list pieces in reading order, front matter first.
 */
export type Piece =
  | { readonly type: HeadPart; readonly words: Words }
  | { readonly type: 'heading'; readonly level: number; readonly words: Words }
  | { readonly type: 'block'; readonly node: Nodes; readonly words: readonly BlockWords[] }
