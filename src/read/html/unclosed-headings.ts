// Ends headings that a page never closes.

import type { Element, ElementContent, Root } from 'hast'
import { hasLetterOrDigit } from '../../util/letters-and-digits.ts'
import { isBlock, textOf } from './tree.ts'

/**
 * Ends a heading without an end tag before its first block or line break, and moves the rest of its content behind it.
 * The heading is the last child of its parent.
 */
export function endHeading(heading: Element, parent: Root | Element): void {
  const start = heading.children.findIndex(endsLine)
  const words = heading.children.slice(0, start)
  if (start < 0 || !words.some((child) => hasLetterOrDigit(textOf(child)))) return
  parent.children.push(...heading.children.slice(start))
  heading.children = words
  const end = words.findLast(({ position }) => position !== undefined)?.position?.end
  if (heading.position && end) heading.position.end = end
}

function endsLine(child: ElementContent): boolean {
  return isBlock(child) || (child.type === 'element' && child.tagName === 'br')
}
