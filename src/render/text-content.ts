import type { Nodes } from 'hast'

/** The text content of some markup. */
export function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      return 'children' in node ? textOf(node.children) : ''
    })
    .join('')
}
