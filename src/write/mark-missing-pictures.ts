// Marks the pictures that cannot be shown, so that the writer plans no slides for them.

import type { Image, Nodes } from 'mdast'
import type { Outline, OutlineSection, Paragraph } from '../model/outline.ts'

/** Returns an outline in which these pictures are marked as missing. Their captions are kept for the notes. */
export function markMissingPictures(outline: Outline, missing: ReadonlySet<Readonly<Image>>): Outline {
  if (missing.size === 0) return outline
  const paragraphsOf = (paragraphs: readonly Paragraph[]) =>
    paragraphs.map((paragraph): Paragraph => {
      const { block } = paragraph
      const node = markMissing(block.node, missing)
      return node === block.node ? paragraph : { ...paragraph, block: { ...block, node } }
    })
  const sectionOf = (section: OutlineSection): OutlineSection => ({
    ...section,
    paragraphs: paragraphsOf(section.paragraphs),
    sections: section.sections.map(sectionOf),
  })
  return { ...outline, opening: paragraphsOf(outline.opening), parts: outline.parts.map(sectionOf) }
}

function markMissing<T extends Nodes>(node: T, missing: ReadonlySet<Readonly<Image>>): T {
  if (node.type === 'image') return missing.has(node) ? { ...node, data: { ...node.data, isMissing: true } } : node
  if (!('children' in node)) return node
  const children = node.children.map((child: Nodes) => markMissing(child, missing))
  return children.every((child, index) => child === node.children[index]) ? node : { ...node, children }
}
