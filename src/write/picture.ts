// Finds the images that deserve a slide.

import type { Image, Link, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Block, BlockPassage } from '../model/article.ts'
import { imageTextOf } from '../model/image-text.ts'

declare module 'mdast' {
  interface ImageData {
    /** Whether the picture cannot be shown, so that only its caption is left. */
    isMissing?: true | undefined
  }
}

/** Whether a block consists only of images, at least one of which deserves a slide. */
export function isPicture(block: Block): boolean {
  return block.passages.every(({ kind }) => kind === 'caption') && picturesIn(block).length > 0
}

/** An image, and its caption or alternative text in the article; null if it has neither. */
export interface CaptionedImage {
  readonly image: Image
  readonly caption: BlockPassage | null
}

/** Lists the images of a block, except badges and those that are missing. */
export function picturesIn({ node, passages }: Block): readonly CaptionedImage[] {
  const images = imagesIn(node)
  const linked = new Set(linksIn(node).flatMap(imagesIn))
  const captions = passages.filter(({ kind }) => kind === 'caption')
  const withText = images.filter((image) => imageTextOf(image) !== '')
  // If a block has only one image, all captions in it belong to that image, and the last of them is shown.
  const captionOf = images.length === 1 ? null : new Map(withText.map((image, index) => [image, captions[index]]))
  return images
    .filter(
      (image) => !isMissing(image) && !isBadge(image, { isLinked: linked.has(image), isAlone: images.length === 1 }),
    )
    .map((image) => ({ image, caption: (captionOf === null ? captions.at(-1) : captionOf.get(image)) ?? null }))
}

/**
 * Whether an image is a badge such as "build passing", which no slide should show. One of several images is a badge if
 * it is a link or comes from the web; a single image must be both.
 */
function isBadge({ url }: Image, { isLinked, isAlone }: { isLinked: boolean; isAlone: boolean }): boolean {
  const isRemote = /^\s*(?:https?:)?\/\//i.test(url)
  return isAlone ? isLinked && isRemote : isLinked || isRemote
}

/** Whether an image has been marked as one that cannot be shown. */
export function isMissing({ data }: Image): boolean {
  return data?.isMissing === true
}

/** Lists all images of a node, in order. */
export function imagesIn(node: Nodes): readonly Image[] {
  const images: Image[] = []
  visit(node, 'image', (image) => void images.push(image))
  return images
}

function linksIn(node: Nodes): Link[] {
  const links: Link[] = []
  visit(node, 'link', (link) => void links.push(link))
  return links
}
