// Removes the numbers of the lines of listings.

import type { Element, Root, RootContent } from 'hast'
import { findElement, lineOf, namePattern, namesOf, textOf } from './tree.ts'

/** Removes each number of a line in a listing, or in a table whose cells contain the lines of one. */
export function withoutLineNumbers(root: Root): Root {
  return { ...root, children: withoutNumbers(root.children, false) }
}

function withoutNumbers<T extends RootContent>(nodes: readonly T[], isInListing: boolean): T[] {
  return nodes.flatMap((node): readonly T[] => {
    if (node.type !== 'element') return [node]
    if (isInListing && node.tagName !== 'code' && isLineNumber(node)) return []
    return [{ ...node, children: withoutNumbers(node.children, isInListing || isListing(node)) }]
  })
}

/** Whether an element is a listing, or a table that is not about anything else. */
function isListing(element: Element): boolean {
  if (LISTING_TAGS.has(element.tagName)) return true
  return (
    element.tagName === 'table' &&
    findElement(element, isCodeCell) !== undefined &&
    !element.children.some((child) => findElement(child, ({ tagName }) => OTHER_TABLE_TAGS.has(tagName)))
  )
}

const LISTING_TAGS: ReadonlySet<string> = new Set(['pre', 'code'])

function isCodeCell(element: Element): boolean {
  if (element.tagName !== 'td') return false
  const listing = findElement(element, ({ tagName }) => LISTING_TAGS.has(tagName))
  return listing !== undefined && lineOf(listing) === lineOf(element)
}

/** A table of data has headers, and a table for layout may contain one. */
const OTHER_TABLE_TAGS: ReadonlySet<string> = new Set(['table', 'th'])

function isLineNumber(element: Element): boolean {
  return LINE_NUMBER_NAME.test(namesOf(element)) && /^\s*\d+\s*$/.test(textOf(element))
}

/** Whether a cell beside a listing contains only the numbers of its lines. */
export function isGutter(cell: Element): boolean {
  return LINE_NUMBER_NAME.test(namesOf(cell)) && /^[\d\s]*$/.test(textOf(cell))
}

const LINE_NUMBER_NAME = namePattern('(?<!\\bno[_-])gutter|linenos?|line-numbers?|lnt?|blob-num')
