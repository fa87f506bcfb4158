import type { Image, Paragraph, RootContent } from 'mdast'

/** Returns the picture of a paragraph that contains nothing else; null for other paragraphs. */
export function readPicture({ children: [only, ...others] }: Paragraph): Image | null {
  return only?.type === 'image' && others.length === 0 ? only : null
}

export function isPicture(node: RootContent): boolean {
  return node.type === 'paragraph' && readPicture(node) !== null
}
