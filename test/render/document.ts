import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** Parses a page like a browser, without complaints. */
export function documentOf(html: string): Root {
  return fromHtml(html)
}

export function elementsOf(node: Nodes): Element[] {
  const within = 'children' in node ? node.children.flatMap((child) => elementsOf(child)) : []
  return node.type === 'element' ? [node, ...within] : within
}

export function withClass(node: Nodes, name: string): Element[] {
  return elementsOf(node).filter(
    ({ properties }) => Array.isArray(properties.className) && properties.className.includes(name),
  )
}

export function withTag(node: Nodes, ...names: readonly string[]): Element[] {
  return elementsOf(node).filter(({ tagName }) => names.includes(tagName))
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
}
