// Recognises WebP images and reads their size.

import { BROKEN } from '../image-fault.ts'
import type { ImageFormat, PixelSize } from './format.ts'
import { hasBytesAt, readLittleEndian } from './read-bytes.ts'

export const webp: ImageFormat = {
  mediaType: 'image/webp',
  isDrawing: false,
  matches: (bytes) => hasBytesAt(bytes, 0, 'RIFF') && hasBytesAt(bytes, 8, 'WEBP'),
  measure: (bytes) => {
    const kind = KINDS.find(({ mark }) => hasBytesAt(bytes, 12, mark))
    const size = kind?.sizeOf(bytes)
    return size !== undefined && size.width > 0 && size.height > 0 && bytes.length > HEADER ? size : BROKEN
  },
}

/** A file with no more bytes than this contains no pixels. */
const HEADER = 30

/** Lossy, lossless, and extended (animation, transparency and the like). */
const KINDS: readonly { readonly mark: string; sizeOf(bytes: Uint8Array): PixelSize | undefined }[] = [
  {
    mark: 'VP8 ',
    sizeOf: (bytes) =>
      hasBytesAt(bytes, 23, '\x9d\x01\x2a')
        ? { width: readLittleEndian(bytes, 26, 2) & 0x3fff, height: readLittleEndian(bytes, 28, 2) & 0x3fff }
        : undefined,
  },
  {
    mark: 'VP8L',
    sizeOf: (bytes) => {
      const sides = readLittleEndian(bytes, 21, 4)
      return hasBytesAt(bytes, 20, '\x2f')
        ? { width: 1 + (sides & 0x3fff), height: 1 + ((sides >>> 14) & 0x3fff) }
        : undefined
    },
  },
  {
    mark: 'VP8X',
    sizeOf: (bytes) => ({ width: 1 + readLittleEndian(bytes, 24, 3), height: 1 + readLittleEndian(bytes, 27, 3) }),
  },
]
