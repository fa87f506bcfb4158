// Keeps the references to footnotes in picture captions, although a caption is plain text in mdast.

import type { Image, Nodes } from 'mdast'

/** Adds the references in a caption to the picture to which the caption belongs. */
export function withCaptionReferences(image: Image, identifiers: readonly string[]): Image {
  return identifiers.length === 0
    ? image
    : Object.assign({}, image, { data: { ...image.data, references: identifiers } })
}

/** Lists the identifiers of the footnotes to which the caption of a picture refers. */
export function captionReferencesOf({ data }: Image): readonly string[] {
  return (data as { readonly references?: readonly string[] } | undefined)?.references ?? []
}

/** Lists the identifiers of the footnotes to which a node refers. */
export function referencesIn(node: Nodes): readonly string[] {
  if (node.type === 'footnoteReference') return [node.identifier]
  return 'children' in node ? node.children.flatMap((child: Nodes) => referencesIn(child)) : []
}
