// Recognises and converts figures: pictures with a caption.

import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { Image, Paragraph, RootContent } from 'mdast'
import { withCaptionReferences } from '../caption-references.ts'
import { FOOTNOTE_REFERENCE_TAG, identifierOf } from './footnotes.ts'
import { attributeOf, findElement, findElements, lineOf, namesOf } from './tree.ts'

/**
 * Converts a figure to images if it contains pictures and one caption, but no listing or table. The last image gets the
 * caption as its alternative text. Any other figure is replaced with its content.
 */
export function figure(state: State, node: Element): Paragraph | RootContent[] {
  const images = findElements(node, ({ tagName }) => tagName === 'img')
  const captions = findElements(node, ({ tagName }) => tagName === 'figcaption')
  const hasOtherContent = findElement(node, ({ tagName }) => tagName === 'pre' || tagName === 'table')
  const [caption] = captions
  const words = caption && lineOf(caption)
  if (images.length === 0 || !words || captions.length > 1 || hasOtherContent) return state.toFlow(state.all(node))
  const references = findElements(caption, ({ tagName }) => tagName === FOOTNOTE_REFERENCE_TAG).map(identifierOf)
  const children = images.map((image, index): Image => {
    const url = addressOf(image) || attributeOf(image, 'src')
    if (index < images.length - 1) return { type: 'image', url, title: null, alt: '', position: image.position }
    return withCaptionReferences(
      { type: 'image', url, title: null, alt: words, position: caption.position },
      references,
    )
  })
  return { type: 'paragraph', children, position: node.position }
}

/** Returns the address of a picture, even if a script would set it only when the picture scrolls into view. */
export function addressOf(node: Element): string {
  const src = attributeOf(node, 'src')
  if (src !== '' && !PLACEHOLDER.test(src)) return src
  const lazyAddresses = ['dataSrc', 'dataOriginal', 'srcSet', 'dataSrcSet'].map(
    (name) => attributeOf(node, name).split(/[\s,]/, 1)[0] ?? '',
  )
  return lazyAddresses.find((address) => address !== '') ?? ''
}

/** Addresses of placeholders for pictures that load later: `ajax-loader.gif`, `1x1.png`. */
const PLACEHOLDER =
  /^data:image\/gif|(?:^|[/._-])(?:blank|lazy(?:load)?|loader|loading|pixel|placeholder|spacer|spinner|transparent|1x1)(?:[._-][\w-]*)?\.(?:gif|png|svg|webp)(?:$|[?#])/i

/**
 * Whether an element is the caption of the picture before it, judged by its class or by a number, as in "Figure 1:
 * Gates".
 */
export function isCaption(element: Element): boolean {
  if (!CAPTION_TAGS.has(element.tagName)) return false
  if (!CAPTION_CLASS.test(namesOf(element)) && !isNumberedCaption(element)) return false
  return lineOf(element) !== '' && !findElement(element, ({ tagName }) => tagName === 'img')
}

const CAPTION_TAGS: ReadonlySet<string> = new Set(['dd', 'div', 'em', 'p', 'small', 'span'])
const CAPTION_CLASS = /(?:^|[\s_-])caption(?:$|[\s_-])|Caption(?:$|[\s_-])/

function isNumberedCaption(element: Element): boolean {
  const line = lineOf(element)
  return element.tagName === 'p' && line.length <= LONGEST_CAPTION && NUMBERED_CAPTION.test(line)
}

/** In characters. */
const LONGEST_CAPTION = 200
const NUMBERED_CAPTION = /^(?:fig(?:\.|ure|ura)?|abb(?:\.|ildung)?)\s?\d+(?:\.\d+)*(?:[.:]|\s[–—-])\s*\S/iu

/** Whether a `div` contains a picture, its caption and nothing else. */
export function isFigureLike(element: Element): boolean {
  const { position } = element
  const length = (position?.end.offset ?? 0) - (position?.start.offset ?? 0)
  if (element.tagName !== 'div' || length > LONGEST_FIGURE || findElements(element, isImage).length !== 1) return false
  const captions = findElements(element, isCaption)
  return captions.length === 1 && captions[0] !== element && captions.map(lineOf).join(' ') === lineOf(element)
}

/** In characters. */
const LONGEST_FIGURE = 1000

export function isImage({ tagName }: Element): boolean {
  return tagName === 'img'
}
