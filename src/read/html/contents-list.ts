import type { Element, Root, RootContent } from 'hast'
import { findElement, findElements, HEADING_TAG, lineOf, replaceElements, textOf } from './tree.ts'

/**
 * Removes tables of contents: two or more lines, each of which is a link with the same words as a heading of the page.
 */
export function withoutContentsList(content: Root): Root {
  const headings = new Set(findElements(content, ({ tagName }) => HEADING_TAG.test(tagName)).map(wordsOf))
  if (headings.size === 0) return content
  const withoutEntries = <T extends RootContent>(children: readonly T[]): T[] => {
    const entries = new Set<RootContent>(children.filter((child) => isEntry(child, headings)))
    return entries.size < MIN_ENTRIES ? [...children] : children.filter((child) => !entries.has(child))
  }
  const remaining = replaceElements(content, (element) => {
    const children = withoutEntries(element.children)
    const isEmptied =
      children.length < element.children.length && children.every((child) => textOf(child).trim() === '')
    return isEmptied ? [] : [{ ...element, children }]
  })
  return { ...remaining, children: withoutEntries(remaining.children) }
}

const MIN_ENTRIES = 2

/** Whether an element consists of a link to a heading, with or without a page number. */
function isEntry(node: RootContent, headings: ReadonlySet<string>): boolean {
  if (node.type !== 'element' || !ENTRY_TAGS.has(node.tagName)) return false
  const link = findElement(node, ({ tagName }) => tagName === 'a')
  if (!link || !String(link.properties.href ?? '').startsWith('#') || wordsOf(link) !== wordsOf(node)) return false
  return headings.has(wordsOf(node)) || headings.has(wordsOf(node).replace(/ ?\d+$/, ''))
}

const ENTRY_TAGS: ReadonlySet<string> = new Set(['div', 'li', 'p'])

function wordsOf(element: Element): string {
  return lineOf(element).toLowerCase()
}
