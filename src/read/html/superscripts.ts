import type { Element, Nodes, Root, Text } from 'hast'
import { type ScriptKind, scriptText } from '../superscripts.ts'
import { attributeOf, textOf } from './tree.ts'

/**
 * Writes the superscripts and subscripts of a page as plain text. One that contains a link, or is in a link to a place
 * on the page, is a footnote mark, and stays as it is.
 */
export function writeSuperscripts(parent: Root | Element): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element' || isLinkOnPage(child)) continue
    const text = isSuperOrSubscript(child.tagName) ? onlyTextIn(child) : undefined
    const before = parent.children[index - 1]
    if (text && isSuperOrSubscript(child.tagName))
      text.value = scriptText(child.tagName, text.value, before === undefined ? '' : textOf(before))
    else writeSuperscripts(child)
  }
}

function isSuperOrSubscript(tagName: string): tagName is ScriptKind {
  return tagName === 'sup' || tagName === 'sub'
}

/** Returns the text in an element if it contains nothing else, except emphasis around the text. */
function onlyTextIn(node: Nodes): Text | undefined {
  if (node.type === 'text') return node
  const [child, ...others] = 'children' in node ? node.children : []
  const isLink = node.type === 'element' && node.tagName === 'a'
  return child === undefined || others.length > 0 || isLink ? undefined : onlyTextIn(child)
}

function isLinkOnPage(element: Element): boolean {
  return element.tagName === 'a' && attributeOf(element, 'href').startsWith('#')
}
