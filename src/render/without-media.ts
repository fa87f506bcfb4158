import type { Element, ElementContent } from 'hast'

/** Replaces video and sound on a slide by their posters, for paper and for measuring. */
export function still(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (PLAYERS.has(child.tagName)) return []
    // A PDF has no such file beside it.
    return isLinkedMedia(child) ? still(child).children : [still(child)]
  })
  return { ...element, children }
}

function isLinkedMedia({ tagName, properties }: Element): boolean {
  return tagName === 'a' && Array.isArray(properties.className) && properties.className.includes('linked')
}

const PLAYERS: ReadonlySet<string> = new Set(['audio', 'video'])
