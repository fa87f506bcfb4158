import type { Element, ElementContent } from 'hast'

/** A slide without what plays: on paper, and where it is measured, the posters under it are seen. */
export function still(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    return PLAYERS.has(child.tagName) ? [] : [still(child)]
  })
  return { ...element, children }
}

const PLAYERS: ReadonlySet<string> = new Set(['audio', 'video'])
