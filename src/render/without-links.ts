import type { Element, ElementContent } from 'hast'
import { still } from './without-media.ts'

/** The same boxes without headings and links, for a slide that is shown again as a picture. */
export function pictured(given: Element): Element {
  const element = still(given)
  const children = element.children.map((child): ElementContent => (child.type === 'element' ? pictured(child) : child))
  const tagName = PLAIN[element.tagName] ?? element.tagName
  const { href: _href, target: _target, rel: _rel, ...properties } = element.properties
  return { ...element, tagName, properties, children }
}

const PLAIN: Readonly<Record<string, string>> = { h1: 'div', h2: 'div', h3: 'div', a: 'span' }
