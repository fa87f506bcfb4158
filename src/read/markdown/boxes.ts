// Marks the blocks that belong to a box with a title.

import type { BlockContent, DefinitionContent, RootContent } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'
import { type Box, boxOf } from '../../model/box.ts'

/** The tags that dialects write around a box with a title. */
export const BOX_START = '<aside data-box>'
export const BOX_END = '</aside>'

/**
 * Marks the blocks of a box whose title is its first block. If that is not a paragraph, there is no title and no box.
 */
export function asBox<Node extends RootContent>(blocks: readonly Node[]): readonly Node[] {
  const [title] = blocks
  if (title?.type !== 'paragraph') return blocks
  return inBox(blocks, boxOf(title) ?? { title: wordsOf(title).trim() })
}

/**
 * Marks the blocks below the title of a box, if the first block is such a title. Blocks of an inner box stay in the
 * inner box.
 */
export function belowBoxTitle(
  blocks: readonly (BlockContent | DefinitionContent)[],
): readonly (BlockContent | DefinitionContent)[] {
  const box = blocks[0] && boxOf(blocks[0])
  return box === undefined ? blocks : inBox(blocks, box)
}

function inBox<Node extends RootContent>(blocks: readonly Node[], box: Box): readonly Node[] {
  return blocks.map((block) => Object.assign({}, block, { data: { ...block.data, box: boxOf(block) ?? box } }))
}
