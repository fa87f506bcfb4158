import type { Nodes } from 'hast'

/** Returns the text of some markup, as `textContent` would. */
export function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      return 'children' in node ? textOf(node.children) : ''
    })
    .join('')
}
