// The pieces that readers produce.

import type { Nodes } from 'mdast'
import type { Position } from 'unist'
import type { Anchor, PassageKind } from '../model/article.ts'
import type { Mark } from '../model/mark.ts'

/**
 * Words of the article before their place in its text is known. The offsets of anchors and marks are relative to the
 * start of the words.
 */
export interface Words {
  readonly text: string
  readonly anchors: readonly Anchor[]
  /** As in `MarkedText`; absent if there are none. */
  readonly marks?: readonly Mark[] | undefined
  readonly position?: Position | undefined
}

export interface BlockWords extends Words {
  readonly kind: PassageKind
  readonly depth: number
}

export type HeadPart = 'title' | 'subtitle' | 'byline' | 'date'

/**
 * A heading, a block or a part of the head, in reading order. Parts of the head that come from front matter are first.
 */
export type Piece =
  | { readonly type: HeadPart; readonly words: Words }
  | { readonly type: 'heading'; readonly level: number; readonly words: Words }
  | { readonly type: 'block'; readonly node: Nodes; readonly words: readonly BlockWords[] }
