import type { Element } from 'hast'
import { attributeOf, findElement, HEADING, lineOf } from './tree.ts'

/**
 * Whether an element's id comes from the heading inside it, as site generators make it: `<section id="related-work">`.
 */
export function hasIdFromHeading(element: Element): boolean {
  const id = attributeOf(element, 'id')
  if (id === '') return false
  const heading = findElement(element, ({ tagName }) => HEADING.test(tagName))
  return heading !== undefined && slugOf(lineOf(heading)) === slugOf(id)
}

function slugOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
