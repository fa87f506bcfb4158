import type { Element, ElementContent } from 'hast'
import { withoutMedia } from './without-media.ts'

/** Removes headings and links from a slide that is shown again as a picture. */
export function withoutLinks(given: Element): Element {
  const element = withoutMedia(given)
  const children = element.children.map(
    (child): ElementContent => (child.type === 'element' ? withoutLinks(child) : child),
  )
  const tagName = PLAIN_TAGS[element.tagName] ?? element.tagName
  const { href: _href, target: _target, rel: _rel, ...properties } = element.properties
  return { ...element, tagName, properties, children }
}

const PLAIN_TAGS: Readonly<Record<string, string>> = { h1: 'div', h2: 'div', h3: 'div', a: 'span' }
