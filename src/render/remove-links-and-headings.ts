import type { Element, ElementContent } from 'hast'
import { replaceMedia } from './replace-media.ts'

/**
 * Turns headings and links into plain elements, and removes video and audio players, for copies of a slide that are
 * only looked at: thumbnails in the handout, and repeated steps in a PDF.
 */
export function removeLinksAndHeadings(slide: Element): Element {
  const element = replaceMedia(slide)
  const children = element.children.map(
    (child): ElementContent => (child.type === 'element' ? removeLinksAndHeadings(child) : child),
  )
  const tagName = PLAIN_TAGS[element.tagName] ?? element.tagName
  const { href: _href, target: _target, rel: _rel, ...properties } = element.properties
  return { ...element, tagName, properties, children }
}

const PLAIN_TAGS: Readonly<Record<string, string>> = { h1: 'div', h2: 'div', h3: 'div', a: 'span' }
