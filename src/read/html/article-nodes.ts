import type { Element, ElementContent } from 'hast'
import { wordSet } from '../../util/word-set.ts'
import { isHidden } from './hidden.ts'
import { lineOf } from './tree.ts'

/** Leaves out what is hidden, excluded or no part of an article, such as buttons. */
export function articleNodes(
  nodes: readonly ElementContent[],
  isExcluded: (element: Element) => boolean,
): ElementContent[] {
  return nodes.flatMap((node): readonly ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (SKIPPED_TAGS.has(node.tagName) || isHidden(node) || isExcluded(node)) return []
    // Pictures for readers without scripts repeat those that a script shows.
    if (node.tagName === 'noscript' && lineOf(node) === '') return []
    return [{ ...node, children: articleNodes(node.children, isExcluded) }]
  })
}

const SKIPPED_TAGS: ReadonlySet<string> = wordSet('aside button footer nav script select style textarea')
