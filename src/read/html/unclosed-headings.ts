// Ends headings that a page never closes.

import type { Element, ElementContent, Root } from 'hast'
import type { Position } from 'unist'
import { hasLetterOrDigit } from '../../util/letters-and-digits.ts'
import { isBlock, textOf } from './tree.ts'

/**
 * Ends a heading without an end tag before its first block or line break, and moves the rest of its content behind it.
 * The heading is the last child of its parent.
 */
export function endHeading(heading: Element, parent: Root | Element): void {
  const line = firstLineOf(heading.children)
  if (line === undefined || !line.words.some((child) => hasLetterOrDigit(textOf(child)))) return
  parent.children.push(...line.rest)
  heading.children = line.words
  heading.position = positionOf(heading, line.words)
}

interface FirstLine {
  readonly words: ElementContent[]
  /** The content from the first block or line break on. If that is in a link, for example, the link ends before it. */
  readonly rest: readonly ElementContent[]
}

/** Divides content after its first line; undefined if it has only one. */
function firstLineOf(children: readonly ElementContent[]): FirstLine | undefined {
  for (const [index, child] of children.entries()) {
    const before = children.slice(0, index)
    if (endsLine(child)) return { words: before, rest: children.slice(index) }
    const line = child.type === 'element' ? firstLineOf(child.children) : undefined
    if (child.type === 'element' && line !== undefined) {
      const words = { ...child, children: line.words, position: positionOf(child, line.words) }
      return { words: [...before, words], rest: [...line.rest, ...children.slice(index + 1)] }
    }
  }
  return undefined
}

/** Returns the position of an element up to the end of some of its content. */
function positionOf({ position }: Element, children: readonly ElementContent[]): Position | undefined {
  const end = children.findLast((child) => child.position !== undefined)?.position?.end
  return position && end ? { ...position, end } : position
}

function endsLine(child: ElementContent): boolean {
  return isBlock(child) || (child.type === 'element' && child.tagName === 'br')
}
