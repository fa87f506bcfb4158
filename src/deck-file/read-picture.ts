import type { Image, Paragraph } from 'mdast'
import type { ParsedSlide } from './parse-slides.ts'
import { resolveReferences } from './phrasing-words.ts'

/** Returns the first picture of a paragraph that contains nothing but pictures; null for other paragraphs. */
export function readPicture(node: Paragraph, parsed: ParsedSlide): Image | null {
  const children = resolveReferences(node.children, parsed)
  const [image] = children.filter(({ type }) => type === 'image')
  const hasOnlyPictures = children.every(
    (child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''),
  )
  return hasOnlyPictures && image?.type === 'image' ? image : null
}
