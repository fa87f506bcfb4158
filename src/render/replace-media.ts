import type { Element, ElementContent } from 'hast'

/** Replaces video and audio players on a slide with their posters, for printing and measuring. */
export function replaceMedia(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (PLAYERS.has(child.tagName)) return []
    // A PDF has no media file next to it.
    return isLinkedMedia(child) ? replaceMedia(child).children : [replaceMedia(child)]
  })
  // Most elements do not change, and copying them all would take a lot of memory.
  const isSame =
    children.length === element.children.length && children.every((child, index) => child === element.children[index])
  return isSame ? element : { ...element, children }
}

function isLinkedMedia({ tagName, properties }: Element): boolean {
  return tagName === 'a' && Array.isArray(properties.className) && properties.className.includes('linked')
}

const PLAYERS: ReadonlySet<string> = new Set(['audio', 'video'])
