// Embeds the pictures of a Word file.

import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { formatSize } from '../../util/format-size.ts'
import { attributeOf, findElements, lineOf, replaceElements } from '../html/tree.ts'
import { LIMITS } from '../limits.ts'
import { PICTURE_SCHEME } from './convert-to-html.ts'
import type { WordPackage } from './word-package.ts'

/**
 * Embeds the pictures of a Word file as data URLs. Damaged pictures, and those that exceed the limit on the total size,
 * are left out, and a message says how many. A picture alone in its paragraph becomes a figure, with its alternative
 * text as the caption.
 */
export function embedPictures(content: Root, { unpackPart }: WordPackage, file: VFile): Root {
  const pictures = new Map<string, WordPicture | undefined>()
  let bytesLeft: number = LIMITS.pictureBytes
  let failures = 0
  const pictureAt = (name: string): WordPicture | undefined => {
    if (!pictures.has(name) && failures < MAX_FAILURES) {
      const bytes = unpackPart(name)
      pictures.set(name, bytes && bytes.length <= bytesLeft ? pictureOf(name, bytes) : undefined)
    }
    return pictures.get(name)
  }
  const embedded = replaceElements(content, (element) => {
    if (element.tagName !== 'img') return [toFigure(element)]
    const picture = pictureAt(attributeOf(element, 'src').slice(PICTURE_SCHEME.length))
    if (!picture || picture.size > bytesLeft) {
      failures += 1
      return []
    }
    bytesLeft -= picture.size
    return [{ ...element, properties: { ...element.properties, src: picture.address, alt: altOf(element) } }]
  })
  if (failures > 0) reportFailures(failures, file)
  return embedded
}

interface WordPicture {
  readonly address: string
  /** In bytes. A picture that appears twice counts twice towards the limit. */
  readonly size: number
}

/** After this many failures, no more pictures are unpacked, because each may be a zip bomb. */
const MAX_FAILURES = 20

function pictureOf(name: string, bytes: Buffer): WordPicture {
  return { address: `data:${typeOf(name)};base64,${bytes.toString('base64')}`, size: bytes.length }
}

function reportFailures(count: number, file: VFile): void {
  const fact =
    count === 1
      ? 'A picture in this Word file is damaged or too large and was'
      : `${count} pictures in this Word file are damaged or too large and were`
  const reason = `${fact} left out. Use pictures of at most ${formatSize(LIMITS.pictureBytes)} in total.`
  file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'picture' })
}

function typeOf(name: string): string {
  return TYPES[/\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
}

/** Returns the alternative text of a picture; undefined if there is none, or if Word generated it. */
function altOf(element: Element): string | undefined {
  const alt = attributeOf(element, 'alt')
  return alt === '' || FILE_NAME.test(alt) || GENERATED_ALT.test(alt) ? undefined : alt
}

const FILE_NAME = /^[^\n]{1,100}\.(?:png|jpe?g|gif|bmp|webp|svg|tiff?|wmf|emf|pict)$/i

/** The note that Word adds to the alternative text it generates, in English, German or French. */
const GENERATED_ALT =
  /description (?:automatically )?generated|automatisch generierte beschreibung|générée? automatiquement/i

/**
 * Turns a paragraph that contains only a picture with alternative text into a figure; returns any other element
 * unchanged.
 */
function toFigure(element: Element): Element {
  if (element.tagName !== 'p' || lineOf(element) !== '') return element
  const [image, ...others] = findElements(element, ({ tagName }) => tagName === 'img')
  const alt = image && attributeOf(image, 'alt')
  if (!alt || others.length > 0) return element
  const caption: Element = {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: [{ type: 'text', value: alt }],
  }
  return { ...element, tagName: 'figure', children: [image, caption] }
}
