// Lists the pictures of an outline, part by part.

import type { Image } from 'mdast'
import type { Outline, Paragraph } from '../model/outline.ts'
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
