// Recognises AVIF images and reads their size.

import { BROKEN } from '../image-fault.ts'
import type { ImageFormat, PixelSize } from './image-format.ts'
import { hasBytesAt, readBigEndian } from './read-bytes.ts'

export const avif: ImageFormat = {
  mediaType: 'image/avif',
  isDrawing: false,
  isPhotograph: () => true,
  matches: (bytes) =>
    hasBytesAt(bytes, 4, 'ftyp') && brandOffsets(bytes).some((offset) => hasBytesAt(bytes, offset, 'avi')),
  measure: (bytes) => {
    const file = { start: 0, end: bytes.length }
    // The content of a full box begins after its version and flags.
    const meta = childOf(bytes, file, 'meta')
    const properties = meta && childOf(bytes, { ...meta, start: meta.start + 4 }, 'iprp')
    const list = properties && childOf(bytes, properties, 'ipco')
    if (list === undefined || childOf(bytes, file, 'mdat') === undefined) return BROKEN
    const boxes = [...boxesIn(bytes, list)]
    const sizes = boxes.filter(({ name }) => name === 'ispe').map(({ start }) => sizeAt(bytes, start + 4))
    // Tiles, thumbnails and layers of an image are no larger than the image itself.
    const [largest] = sizes.toSorted((one, other) => other.width * other.height - one.width * one.height)
    const isRotated = boxes.some(({ name, start }) => name === 'irot' && readBigEndian(bytes, start, 1) % 2 === 1)
    if (largest === undefined || largest.width * largest.height === 0) return BROKEN
    return isRotated ? { width: largest.height, height: largest.width } : largest
  },
}

/** Returns the offsets of the brands that the file declares, such as `avif`, or `avis` if it is animated. */
function brandOffsets(bytes: Uint8Array): readonly number[] {
  const count = Math.min(MAX_BRANDS, readBigEndian(bytes, 0, 4) / 4 - 2)
  return Array.from({ length: Math.max(0, Math.floor(count)) }, (_, index) => 8 + index * 4)
}

/** The maximum number of brands that are examined. */
const MAX_BRANDS = 32

/** A range of bytes, such as the content of a box; `end` is exclusive. */
interface ByteRange {
  readonly start: number
  readonly end: number
}

interface AvifBox extends ByteRange {
  readonly name: string
}

function childOf(bytes: Uint8Array, range: ByteRange, name: string): AvifBox | undefined {
  for (const box of boxesIn(bytes, range)) if (box.name === name) return box
  return undefined
}

/** Lists consecutive boxes. Each, except perhaps the last, specifies its length. */
function* boxesIn(bytes: Uint8Array, { start, end }: ByteRange): Generator<AvifBox> {
  let offset = start
  while (offset + 8 <= end) {
    const shortLength = readBigEndian(bytes, offset, 4)
    const length =
      shortLength === 0 ? end - offset : shortLength === 1 ? readBigEndian(bytes, offset + 8, 8) : shortLength
    const headerLength = shortLength === 1 ? 16 : 8
    if (length < headerLength || offset + length > end) return
    const name = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8))
    yield { name, start: offset + headerLength, end: offset + length }
    offset += length
  }
}

function sizeAt(bytes: Uint8Array, offset: number): PixelSize {
  return { width: readBigEndian(bytes, offset, 4), height: readBigEndian(bytes, offset + 4, 4) }
}
