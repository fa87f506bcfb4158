import type { Element, Nodes } from 'hast'

/** The words that a reader of some markup gets, in order: its text without furniture, which is hidden from readers. */
export function wordsOf(nodes: readonly Nodes[]): readonly string[] {
  return nodes.flatMap(textsOf).join('').split(/\s+/).filter(Boolean)
}

/** Drawn, not written, where it is a formula's stroke or a picture. */
const WORDLESS = new Set(['svg', 'img'])

/** Elements within a line; others end the word before them. */
const INLINE = new Set(['a', 'code', 'del', 'em', 'span', 'strong', 'wbr'])

/** What a later step shows is not there yet; what is unseen says again what a chart shows, and is not printed. */
function isAbsent({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && (className.includes('later') || className.includes('unseen'))
}

function textsOf(node: Nodes): readonly string[] {
  if (node.type === 'text') return [node.value]
  if (!('children' in node)) return []
  if (node.type !== 'element') return node.children.flatMap(textsOf)
  if (node.properties.ariaHidden === 'true' || isAbsent(node) || WORDLESS.has(node.tagName)) return []
  const texts = node.children.flatMap(textsOf)
  return INLINE.has(node.tagName) ? texts : [' ', ...texts, ' ']
}
