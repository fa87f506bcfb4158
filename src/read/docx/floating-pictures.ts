// Takes floating pictures of Word files out of the paragraphs in which they are anchored.

import type { Element, ElementContent, Root } from 'hast'
import { lineOf, replaceElements } from '../html/tree.ts'

/** A private-use character that precedes a floating picture in the text of a document. */
const MARK = '\ue002'

/**
 * Marks the floating pictures in a part of a Word file, so that they can be moved. A picture with text flowing around
 * it does not belong to a particular place in the text.
 */
export function markFloatingPictures(xml: string): string {
  return xml.replaceAll(MARK, '').replace(/<w:drawing>\s*<wp:anchor\b/g, `<w:t>${MARK}</w:t>$&`)
}

/**
 * Moves each marked picture into a separate paragraph, below the paragraph or heading that contains it, and removes the
 * marks.
 */
export function liftFloatingPictures(root: Root): Root {
  return replaceElements(root, (element) => {
    if (!element.children.some(isMarked)) return [element]
    const rest = element.children.filter((_, index, all) => !isFloating(all, index)).map(withoutMark)
    const pictures = element.children.filter((_, index, all) => isFloating(all, index))
    const lifted = pictures.map(
      (picture): Element => ({ ...element, tagName: 'p', properties: {}, children: [picture] }),
    )
    const isText = /^(?:p|h[1-6])$/.test(element.tagName)
    if (!isText || lifted.length === 0) return [{ ...element, children: element.children.map(withoutMark) }]
    return lineOf({ ...element, children: rest }) === '' ? lifted : [{ ...element, children: rest }, ...lifted]
  })
}

function isMarked(node: ElementContent): boolean {
  return node.type === 'text' && node.value.includes(MARK)
}

function isFloating(nodes: readonly ElementContent[], index: number): boolean {
  const [before, node] = [nodes[index - 1], nodes[index]]
  return node?.type === 'element' && node.tagName === 'img' && before?.type === 'text' && before.value.endsWith(MARK)
}

function withoutMark(node: ElementContent): ElementContent {
  return node.type === 'text' ? { ...node, value: node.value.replaceAll(MARK, '') } : node
}
