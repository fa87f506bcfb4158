// Finds quotations and boxes in Markdown that are marked by HTML tags: `<blockquote>`, `<aside>` or `<details>` around
// blank lines.

import type { BlockContent, DefinitionContent, RootContent } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'
import { isAttribution } from '../../grammar/quotation-marks.ts'
import { asBox, BOX_START, belowBoxTitle } from './boxes.ts'

/**
 * Returns the index of the node that closes the quotation or box opened by the HTML at `index`; null if there is none.
 */
export function closingIndex(nodes: readonly RootContent[], index: number): number | null {
  const node = nodes[index]
  const [, tag = ''] = (node?.type === 'html' && OPENING.exec(node.value)) || []
  if (tag === '') return null
  let depth = 0
  for (const [offset, each] of nodes.slice(index, index + MAX_NODES).entries()) {
    if (each.type !== 'html') continue
    for (const [, slash] of each.value.matchAll(new RegExp(String.raw`<(/?)${tag}\b`, 'gi')))
      depth += slash === '' ? 1 : -1
    if (depth === 0) return offset === 0 ? null : index + offset
    if (depth < 0) return null
  }
  return null
}

const OPENING = /^\s*<(aside|blockquote|details)\b/i

/** The maximum number of nodes in a quotation or box. */
const MAX_NODES = 40

/**
 * Returns the blocks between an opening tag, `html`, and its closing tag as a block quotation or a box. An `<aside>` is
 * a quotation only if it ends with the name of its speaker. The blocks of a titled box are marked (see `Box`), and so
 * are those below the summary of `<details>`.
 */
export function quotationOrBoxOf(
  html: string,
  blocks: readonly (BlockContent | DefinitionContent)[],
): readonly (BlockContent | DefinitionContent)[] {
  if (/^\s*<details\b/i.test(html)) return belowBoxTitle(blocks)
  const isQuotation = /^\s*<blockquote\b/i.test(html) || isAttribution(wordsOf(blocks.at(-1)).trim())
  const [start, end] = [blocks[0]?.position?.start, blocks.at(-1)?.position?.end]
  if (!isQuotation) return html.trim() === BOX_START ? asBox(blocks) : blocks
  if (blocks.length === 0) return blocks
  return [{ type: 'blockquote', children: [...blocks], ...(start && end && { position: { start, end } }) }]
}
