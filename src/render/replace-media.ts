import type { Element, ElementContent } from 'hast'

/** Replaces the video and sound of a slide with their posters, for paper and for measuring. */
export function replaceMedia(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (PLAYERS.has(child.tagName)) return []
    // A PDF has no media file next to it.
    return isLinkedMedia(child) ? replaceMedia(child).children : [replaceMedia(child)]
  })
  return { ...element, children }
}

function isLinkedMedia({ tagName, properties }: Element): boolean {
  return tagName === 'a' && Array.isArray(properties.className) && properties.className.includes('linked')
}

const PLAYERS: ReadonlySet<string> = new Set(['audio', 'video'])
