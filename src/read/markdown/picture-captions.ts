// Joins pictures with the lines in italics below them, which most authors of Markdown use as captions.

import type { Image, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { toString as wordsIn } from 'mdast-util-to-string'
import { referencesIn, withCaptionReferences } from '../caption-references.ts'

/** Replaces the alternative text of each picture with the caption below it, as is done for figures in web pages. */
export function withPictureCaptions(nodes: readonly RootContent[]): readonly RootContent[] {
  const captioned: RootContent[] = []
  for (const node of nodes) {
    const before = captioned.at(-1)
    const image = before?.type === 'paragraph' ? onlyChild(before) : null
    const caption = node.type === 'paragraph' ? captionIn(node) : null
    if (before?.type === 'paragraph' && image?.type === 'image' && caption !== null)
      captioned[captioned.length - 1] = { ...before, children: [withCaption(image, caption)] }
    else captioned.push(node)
  }
  return captioned
}

function captionIn(paragraph: Paragraph): PhrasingContent | null {
  const only = onlyChild(paragraph)
  return only?.type === 'emphasis' && wordsIn(only).length <= MAX_CAPTION_LENGTH ? only : null
}

/** In UTF-16 code units. */
const MAX_CAPTION_LENGTH = 200

/** Returns the only child of a paragraph, ignoring line breaks; null if there are several. */
function onlyChild({ children }: Paragraph): PhrasingContent | null {
  const [only, ...others] = children.filter(
    (child) => child.type !== 'break' && !(child.type === 'text' && child.value.trim() === ''),
  )
  return only === undefined || others.length > 0 ? null : only
}

function withCaption(image: Image, caption: PhrasingContent): Image {
  const [start, end] = [image.position?.start, caption.position?.end]
  const captioned = { ...image, alt: wordsIn(caption), ...(start && end && { position: { start, end } }) }
  return withCaptionReferences(captioned, referencesIn(caption))
}
