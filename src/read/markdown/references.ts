// Resolves references in Markdown to links and images.

import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, Root } from 'mdast'

/** The first definition of each identifier. */
export type Definitions = ReadonlyMap<string, Definition>

/** Collects the definitions in a document. */
export function definitionsOf(root: Root): Definitions {
  const definitions = new Map<string, Definition>()
  const stack: Nodes[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (node?.type === 'definition' && !isBefore(definitions.get(node.identifier), node))
      definitions.set(node.identifier, node)
    if (node && 'children' in node) for (const child of node.children) stack.push(child)
  }
  return definitions
}

function isBefore(existing: Definition | undefined, node: Definition): boolean {
  return existing !== undefined && (existing.position?.start.offset ?? 0) < (node.position?.start.offset ?? 0)
}

/** Turns a reference into a link with the address from its definition. If there is no definition, the address is empty. */
export function resolveLink(reference: LinkReference, definitions: Definitions): Link {
  const { url = '', title } = definitions.get(reference.identifier) ?? {}
  return { type: 'link', url, title: title ?? null, children: reference.children, position: reference.position }
}

/** Turns a reference into an image with the address from its definition. If there is no definition, the address is empty. */
export function resolveImage(reference: ImageReference, definitions: Definitions): Image {
  const { url = '', title } = definitions.get(reference.identifier) ?? {}
  return { type: 'image', url, title: title ?? null, alt: reference.alt ?? null, position: reference.position }
}
