import type { Element } from 'hast'
import { lettersAndDigits } from '../../util/letters-and-digits.ts'
import { attributeOf, findElement, HEADING_TAG, lineOf } from './tree.ts'

/**
 * Whether an element's id was made from the heading inside it, as is done by site generators: `<section
 * id="related-work">`.
 */
export function hasIdFromHeading(element: Element): boolean {
  const id = attributeOf(element, 'id')
  if (id === '') return false
  const heading = findElement(element, ({ tagName }) => HEADING_TAG.test(tagName))
  return heading !== undefined && lettersAndDigits(lineOf(heading)) === lettersAndDigits(id)
}
