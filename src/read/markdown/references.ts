// Resolves Markdown references.

import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, Root } from 'mdast'

/** The first definition of each identifier. */
export type Definitions = ReadonlyMap<string, Definition>

/** Collects all definitions of a document. */
export function definitionsOf(root: Root): Definitions {
  const definitions = new Map<string, Definition>()
  const open: Nodes[] = [root]
  while (open.length > 0) {
    const node = open.pop()
    if (node?.type === 'definition' && !isBefore(definitions.get(node.identifier), node))
      definitions.set(node.identifier, node)
    if (node && 'children' in node) for (const child of node.children) open.push(child)
  }
  return definitions
}

function isBefore(known: Definition | undefined, node: Definition): boolean {
  return known !== undefined && (known.position?.start.offset ?? 0) < (node.position?.start.offset ?? 0)
}

/** Makes a link with the address from its definition; empty if there is none. */
export function resolveLink(reference: LinkReference, definitions: Definitions): Link {
  const { url = '', title } = definitions.get(reference.identifier) ?? {}
  return { type: 'link', url, title: title ?? null, children: reference.children, position: reference.position }
}

/** Makes an image with the address from its definition; empty if there is none. */
export function resolveImage(reference: ImageReference, definitions: Definitions): Image {
  const { url = '', title } = definitions.get(reference.identifier) ?? {}
  return { type: 'image', url, title: title ?? null, alt: reference.alt ?? null, position: reference.position }
}
