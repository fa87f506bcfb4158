// Recognises wrapper elements that Readability would remove together with their content.

import type { Element } from 'hast'
import { isImage } from './figures.ts'
import { attributeOf, findElement, findElements, HEADING_TAG, textOf } from './tree.ts'

type Test = (element: Element) => boolean

/**
 * Whether an element is a `div` that contains, directly or inside further `div`s, nothing but headings or nothing but
 * figures. Elements for which `isExcluded` is true are ignored.
 */
export function isWrapper(element: Element, isExcluded: Test): boolean {
  if (element.tagName !== 'div') return false
  return [isPlainHeading, isFigure].some((isMatch) => containsOnly(element, isMatch, isExcluded))
}

function containsOnly({ children }: Element, isMatch: Test, isExcluded: Test): boolean {
  const content = children.filter((child) =>
    child.type === 'element' ? !isExcluded(child) : textOf(child).trim() !== '',
  )
  return (
    content.length > 0 &&
    content.every(
      (child) =>
        child.type === 'element' &&
        (isMatch(child) || (child.tagName === 'div' && containsOnly(child, isMatch, isExcluded))),
    )
  )
}

/** Whether an element is a heading without a link to another page. */
function isPlainHeading(element: Element): boolean {
  return HEADING_TAG.test(element.tagName) && !hasLinkToPage(element)
}

function isFigure(element: Element): boolean {
  return element.tagName === 'figure' && findElement(element, isImage) !== undefined && !hasLinkToPage(element)
}

/** Whether an element contains a link to another page, other than to a picture. */
export function hasLinkToPage(element: Element): boolean {
  const links = findElements(element, ({ tagName }) => tagName === 'a')
  return links.some((link) => !/^#|^$|\.(?:avif|gif|jpe?g|png|svg|webp)(?:$|[?#])/i.test(attributeOf(link, 'href')))
}
