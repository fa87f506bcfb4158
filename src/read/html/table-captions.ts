// Keeps the caption of an HTML table, which the conversion to mdast would drop.

import type { Element, ElementContent } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { RootContent } from 'mdast'

declare module 'mdast' {
  interface ParagraphData {
    /** Whether the paragraph is the caption of the table below it. */
    isTableCaption?: boolean
  }
}

/** Our own tag for the caption of a table after it has been moved out of the table. */
export const CAPTION_TAG = 'lectern-caption'

/**
 * Moves the captions of a table above it. If copies stayed in the table, a table in a caption would be read twice, a
 * table in the caption of that table four times, and so on.
 */
export function separateCaptions(table: Element): readonly [...captions: Element[], table: Element] {
  const captions = table.children.flatMap((child) => (isCaption(child) ? [{ ...child, tagName: CAPTION_TAG }] : []))
  return [...captions, { ...table, children: table.children.filter((child) => !isCaption(child)) }]
}

function isCaption(child: ElementContent): child is Element {
  return child.type === 'element' && child.tagName === 'caption'
}

/** Converts a caption to paragraphs that are marked as one. */
export function tableCaption(state: State, node: Element): RootContent[] {
  return state
    .toFlow(state.all(node))
    .map((block) => (block.type === 'paragraph' ? { ...block, data: { ...block.data, isTableCaption: true } } : block))
}
