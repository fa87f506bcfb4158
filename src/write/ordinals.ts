// Finds the numbers of list items.

import { toString as wordsOf } from 'mdast-util-to-string'
import type { Block } from '../model/article.ts'
import { itemCountOf } from './split-lists.ts'

/**
 * Returns the offsets in the article's text where a list's top-level items begin, in order; null if they cannot be
 * determined.
 */
export function itemStarts(block: Block | null): readonly number[] | null {
  if (block?.node.type !== 'list') return null
  const items = block.node.children
  const starts: number[] = []
  for (const { text, span, depth, kind } of block.passages) {
    const item = items[starts.length]
    if (depth !== 1 || kind !== 'item' || item === undefined) continue
    if (lettersIn(wordsOf(item, WITHOUT_IMAGES)).startsWith(lettersIn(text))) starts.push(span[0])
  }
  return starts.length === items.length ? starts : null
}

/**
 * Maps the offset where each of an ordered list's top-level items begins (see `itemStarts`) to the item's number; empty
 * for other lists.
 */
export function ordinalsIn(block: Block | null, starts: readonly number[] | null): ReadonlyMap<number, number> {
  const node = block?.node
  if (block === null || node?.type !== 'list' || node.ordered !== true || itemCountOf(node) < MIN_ITEMS)
    return new Map()
  const first = node.start ?? 1
  const texts = new Map(block.passages.map(({ text, span }) => [span[0], text]))
  return new Map(
    (starts ?? []).flatMap((start, index) =>
      // "Step 3: …" already has its number.
      NUMBERED_ITEM.test(texts.get(start) ?? '') ? [] : [[start, first + index] as const],
    ),
  )
}

/** Maps the offset where each item of a numbered list inside a list begins to its number. */
export function subOrdinalsIn(block: Block | null): ReadonlyMap<number, number> {
  const items = (block?.passages ?? []).filter(({ kind, marker }) => kind === 'item' && (marker ?? null) !== null)
  return new Map(
    items.flatMap(({ text, span, depth, marker }, index) => {
      if (typeof marker !== 'number' || depth < 2 || NUMBERED_ITEM.test(text)) return []
      const next = items.slice(index + 1).find((item) => item.depth <= depth)
      // The only item of its list needs no number.
      return marker > 1 || next?.depth === depth ? [[span[0], marker] as const] : []
    }),
  )
}

const WITHOUT_IMAGES = { includeImageAlt: false }

/** The minimum number of items in a list whose items are numbered. */
const MIN_ITEMS = 2

const NUMBERED_ITEM = /^(?:step )?\d+[.:)]/i

/** Reduces a string to its letters and digits, because markup and spaces may differ in the strings to compare. */
function lettersIn(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
