import type { Element, Nodes } from 'hast'

/**
 * Lists, in order, the words in some markup that a reader both sees and hears. Decoration is left out, because it is
 * hidden from screen readers, and so are words that only screen readers get.
 */
export function visibleWords(nodes: readonly Nodes[]): readonly string[] {
  return nodes.flatMap(textsOf).join('').split(/\s+/).filter(Boolean)
}

/** Elements that are drawn rather than written: strokes of a formula, pictures. */
const DRAWN_TAGS = new Set(['svg', 'img'])

/** Inline elements, which do not end the word before them. */
const INLINE_TAGS = new Set(['a', 'code', 'del', 'em', 'span', 'strong', 'wbr'])

/** Whether an element is not visible: a later step, or the table that screen readers get instead of a chart. */
function isHidden({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && (className.includes('later') || className.includes('unseen'))
}

function textsOf(node: Nodes): readonly string[] {
  if (node.type === 'text') return [node.value]
  if (!('children' in node)) return []
  if (node.type !== 'element') return node.children.flatMap(textsOf)
  if (node.properties.ariaHidden === 'true' || isHidden(node) || DRAWN_TAGS.has(node.tagName)) return []
  const texts = node.children.flatMap(textsOf)
  return INLINE_TAGS.has(node.tagName) ? texts : [' ', ...texts, ' ']
}
