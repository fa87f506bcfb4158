import { toString as wordsOf } from 'mdast-util-to-string'
import type { Block } from '../model/article.ts'

/** The numbers of an ordered list's own items, by where each begins in the article's text; none for a list that does not count. */
export function ordinalsIn(block: Block | null): ReadonlyMap<number, number> {
  const node = block?.node
  if (block === null || node?.type !== 'list' || node.ordered !== true || node.children.length < LEAST_STEPS)
    return new Map()
  const first = node.start ?? 1
  const ordinals = new Map<number, number>()
  let next = 0
  for (const { text, span, depth } of block.passages) {
    const item = node.children[next]
    if (depth !== 1 || item === undefined || !lettersIn(wordsOf(item)).startsWith(lettersIn(text))) continue
    // "Step 3: …" counts itself.
    if (!COUNTED.test(text)) ordinals.set(span[0], first + next)
    next++
  }
  return next === node.children.length ? ordinals : new Map()
}

/** One item alone is not counted. */
const LEAST_STEPS = 2

const COUNTED = /^(?:step )?\d+[.:)]/i

/** Letters and digits alone: marks, spaces and entities may stand otherwise in the article's text. */
function lettersIn(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
