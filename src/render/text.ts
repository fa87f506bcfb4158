import type { Nodes } from 'hast'

/** The text of some markup, as it stands in the document. */
export function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      return 'children' in node ? textOf(node.children) : ''
    })
    .join('')
}
