// Lists the pictures of an outline, and marks those that cannot be shown, so that the writer plans no slides for them.

import type { Image, Nodes } from 'mdast'
import type { Outline, OutlineSection, Paragraph } from '../model/outline.ts'
import { allParagraphs } from './all-paragraphs.ts'
import { imagesIn, picturesIn } from './picture.ts'
import { type Segment, segmentsIn, segmentsOf } from './section-segments.ts'

/** The pictures of one part, or of the opening, and whether the part has nothing else. */
export interface PictureGroup {
  readonly images: readonly Readonly<Image>[]
  readonly isWholePart: boolean
}

/**
 * Lists the pictures that the writer would show, in order: a group for the opening, then one for each part. Pictures in
 * columns are not listed, because a column without its picture would be empty.
 */
export function pictureGroupsOf(outline: Outline): readonly PictureGroup[] {
  const { opening, parts } = outline
  const inColumns = new Set(allParagraphs(outline).flatMap(imagesInColumns))
  return [segmentsOf(opening, null), ...parts.map(segmentsIn)].map((segments, part) => ({
    images: segments.flatMap(imagesOf).filter((image) => !inColumns.has(image)),
    isWholePart: part > 0 && segments.every(({ form }) => form === 'image'),
  }))
}

function imagesInColumns({ block: { node } }: Paragraph): readonly Image[] {
  return node.type === 'list' && node.data?.columns === true ? imagesIn(node) : []
}

function imagesOf({ form, block }: Segment): readonly Image[] {
  return form === 'image' && block !== null ? picturesIn(block).map(({ image }) => image) : []
}

/** Returns an outline in which these pictures are marked as missing. Their captions are kept for the notes. */
export function withoutPictures(outline: Outline, missing: ReadonlySet<Readonly<Image>>): Outline {
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
