// Embeds the pictures of documents that are read with Pandoc.

import { createHash } from 'node:crypto'
import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { formatSize } from '../../util/format-size.ts'
import { entriesOf, unpack } from '../../util/zip.ts'
import { attributeOf, replaceElements } from '../html/tree.ts'
import { LIMITS } from '../limits.ts'

/** Returns the bytes of the picture to which Pandoc gives an address; undefined if they cannot be read. */
type PictureAt = (address: string) => Buffer | undefined

/**
 * Embeds the pictures of an ODT, EPUB or RTF file as data URLs, up to a limit. The pictures are read from the file
 * itself, because Pandoc would have to write them outside its sandbox. In other formats, addresses stay as they are,
 * and are later resolved against the folder of the article.
 */
export function embedPictures(content: Root, { format, bytes, file }: PictureContext): Root {
  const pictureAt = PICTURE_FINDERS[format]?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (pictureAt === undefined) return content
  let bytesLeft: number = LIMITS.pictureBytes
  let failures = 0
  const embedded = replaceElements(content, (element) => {
    if (element.tagName !== 'img') return [element]
    const picture = failures < MAX_FAILURES ? pictureAt(attributeOf(element, 'src')) : undefined
    if (picture === undefined || picture.length > bytesLeft) {
      failures += 1
      return []
    }
    bytesLeft -= picture.length
    return [withPicture(element, picture)]
  })
  if (failures > 0) reportFailures(failures, file)
  return embedded
}

interface PictureContext {
  readonly format: string
  readonly bytes: Uint8Array
  readonly file: VFile
}

/** After this many failures, no more pictures are unpacked, because each may be a zip bomb. */
const MAX_FAILURES = 20

/** Embeds a picture in its element. The media type does not name the format, which the bytes show. */
function withPicture(element: Element, picture: Buffer): Element {
  const src = `data:application/octet-stream;base64,${picture.toString('base64')}`
  const alt = attributeOf(element, 'alt')
  // Pandoc writes "image" if a picture has no alternative text.
  return {
    ...element,
    properties: { ...element.properties, src, alt: alt === 'image' || alt === '' ? undefined : alt },
  }
}

function reportFailures(count: number, file: VFile): void {
  const fact =
    count === 1
      ? 'A picture in this file is missing, damaged or too large and was'
      : `${count} pictures in this file are missing, damaged or too large and were`
  const reason = `${fact} left out. Save pictures as PNG or JPEG, at most ${formatSize(LIMITS.pictureBytes)} in total.`
  file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'picture' })
}

const PICTURE_FINDERS: Readonly<Record<string, (bytes: Buffer) => PictureAt>> = {
  odt: archivePictureFinder,
  epub: archivePictureFinder,
  rtf: richTextPictureFinder,
}

/**
 * Returns a function that finds pictures in an archive. The folder to which addresses are relative is unknown, so the
 * shortest path that ends in the address is used.
 */
function archivePictureFinder(bytes: Buffer): PictureAt {
  const entries = (entriesOf(bytes) ?? [])
    .slice(0, LIMITS.packageEntries)
    .toSorted((one, other) => one.name.length - other.name.length)
  return (address) => {
    const name = address.replace(/^(?:\.\.?\/)+/, '')
    const entry = entries.find((each) => each.name === name || each.name.endsWith(`/${name}`))
    const picture = entry && name !== '' ? unpack(bytes, entry, LIMITS.partBytes) : undefined
    return typeof picture === 'string' ? undefined : picture
  }
}

/** Returns a function that finds pictures in an RTF file, which Pandoc names by the SHA-1 of their bytes. */
function richTextPictureFinder(bytes: Buffer): PictureAt {
  const pictures = new Map<string, Buffer>()
  let bytesLeft: number = LIMITS.pictureBytes
  for (const [, digits = ''] of bytes.toString('latin1').matchAll(PICTURE)) {
    const picture = Buffer.from(digits.replace(/\s+/g, ''), 'hex')
    bytesLeft -= picture.length
    if (bytesLeft < 0 || pictures.size >= LIMITS.packageEntries) break
    pictures.set(createHash('sha1').update(picture).digest('hex'), picture)
  }
  return (address) => pictures.get(address.replace(/\.\w+$/, ''))
}

/** The hexadecimal digits of a PNG or JPEG, after the control words that give its size. */
const PICTURE = /\\(?:png|jpeg)blip(?:\\[a-z]+-?\d* ?|\{\\\*?\\?[^{}]{0,200}\}|\s)*([0-9a-f\s]{64,})/gi
