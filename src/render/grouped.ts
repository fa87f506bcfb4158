import type { Element, ElementContent } from 'hast'

/**
 * The same boxes with figures as groups. A PDF tags a `figure` as a figure that needs alternative text of its own; what says
 * it is the picture inside.
 */
export function grouped(element: Element): Element {
  const children = element.children.map((child): ElementContent => (child.type === 'element' ? grouped(child) : child))
  const isFigure = element.tagName === 'figure' && element.properties.role === undefined
  return { ...element, ...(isFigure && { properties: { ...element.properties, role: 'group' } }), children }
}
