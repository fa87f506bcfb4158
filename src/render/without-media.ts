import type { Element, ElementContent } from 'hast'

/** A slide without video and sound: on paper and while measuring, their posters show. */
export function still(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (PLAYERS.has(child.tagName)) return []
    // Beside a PDF there is no such file.
    return isLinkedMedia(child) ? still(child).children : [still(child)]
  })
  return { ...element, children }
}

function isLinkedMedia({ tagName, properties }: Element): boolean {
  return tagName === 'a' && Array.isArray(properties.className) && properties.className.includes('linked')
}

const PLAYERS: ReadonlySet<string> = new Set(['audio', 'video'])
