import type { Element, ElementContent } from 'hast'

/** A slide without video and sound: on paper and while measuring, their posters show. */
export function still(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    return PLAYERS.has(child.tagName) ? [] : [still(child)]
  })
  return { ...element, children }
}

const PLAYERS: ReadonlySet<string> = new Set(['audio', 'video'])
