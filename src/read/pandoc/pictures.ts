import { createHash } from 'node:crypto'
import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { entriesOf, unpack } from '../../model/zip.ts'
import { attributeOf, replaceElements } from '../html/tree.ts'
import { LIMITS } from '../limits.ts'

/** The bytes of a picture inside a document by the address that Pandoc gives it. */
type PictureAt = (address: string) => Buffer | undefined

/**
 * The tree with the pictures that an ODT, an EPUB or an RTF file holds in their addresses, as long as there is room. They are taken
 * from the file itself: Pandoc would have to write them outside of its sandbox. Addresses of other files stay, and are looked for
 * beside the article.
 */
export function withPictures(content: Root, { format, bytes, file }: Holding): Root {
  const pictureAt = HOLDERS[format]?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (pictureAt === undefined) return content
  let left: number = LIMITS.pictureBytes
  let missed = 0
  const shown = replaceElements(content, (element) => {
    if (element.tagName !== 'img') return [element]
    const picture = missed < MOST_MISSED ? pictureAt(attributeOf(element, 'src')) : undefined
    if (picture === undefined || picture.length > left) {
      missed += 1
      return []
    }
    left -= picture.length
    return [held(element, picture)]
  })
  if (missed > 0) tellMissed(missed, file)
  return shown
}

interface Holding {
  readonly format: string
  readonly bytes: Uint8Array
  readonly file: VFile
}

/** After so many that cannot be had, no more are unpacked: each may be a bomb. */
const MOST_MISSED = 20

/** What a picture is, those who show it see from its bytes. */
function held(element: Element, picture: Buffer): Element {
  const src = `data:application/octet-stream;base64,${picture.toString('base64')}`
  const alt = attributeOf(element, 'alt')
  // What Pandoc calls a picture without words.
  return {
    ...element,
    properties: { ...element.properties, src, alt: alt === 'image' || alt === '' ? undefined : alt },
  }
}

function tellMissed(count: number, file: VFile): void {
  const what = count === 1 ? 'A picture of this file is' : `${count} pictures of this file are`
  const reason = `${what} not in it, damaged or too large, and left out. Save them as PNG or JPEG, ${LIMITS.pictureBytes / 1024 / 1024} MB in all.`
  file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'picture' })
}

const HOLDERS: Readonly<Record<string, (bytes: Buffer) => PictureAt>> = {
  odt: inArchive,
  epub: inArchive,
  rtf: inRichText,
}

/** The folder from which addresses count is not told: the shortest name that ends like one is meant. */
function inArchive(bytes: Buffer): PictureAt {
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

/** Pandoc calls the pictures of a rich text by the SHA-1 of their bytes. */
function inRichText(bytes: Buffer): PictureAt {
  const known = new Map<string, Buffer>()
  let left: number = LIMITS.pictureBytes
  for (const [, digits = ''] of bytes.toString('latin1').matchAll(PICTURE)) {
    const picture = Buffer.from(digits.replace(/\s+/g, ''), 'hex')
    left -= picture.length
    if (left < 0 || known.size >= LIMITS.packageEntries) break
    known.set(createHash('sha1').update(picture).digest('hex'), picture)
  }
  return (address) => known.get(address.replace(/\.\w+$/, ''))
}

/** The hexadecimal digits of a PNG or a JPEG, behind the words that tell its size. */
const PICTURE = /\\(?:png|jpeg)blip(?:\\[a-z]+-?\d* ?|\{\\\*?\\?[^{}]{0,200}\}|\s)*([0-9a-f\s]{64,})/gi
