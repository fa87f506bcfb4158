// Recognises WebP images and reads their size.

import { BROKEN } from '../image-fault.ts'
import type { ImageFormat, PixelSize } from './image-format.ts'
import { hasBytesAt, readLittleEndian } from './read-bytes.ts'

export const webp: ImageFormat = {
  mediaType: 'image/webp',
  isDrawing: false,
  isPhotograph: (bytes) => !hasBytesAt(bytes, 12, 'VP8L'),
  matches: (bytes) => hasBytesAt(bytes, 0, 'RIFF') && hasBytesAt(bytes, 8, 'WEBP'),
  measure: (bytes) => {
    const variant = VARIANTS.find(({ signature }) => hasBytesAt(bytes, 12, signature))
    const size = variant?.sizeOf(bytes)
    return size !== undefined && size.width > 0 && size.height > 0 && bytes.length > HEADER_BYTES ? size : BROKEN
  },
}

/** A file of no more than this many bytes contains no pixels. */
const HEADER_BYTES = 30

/** Lossy, lossless and extended files; the last may have animation or transparency. */
const VARIANTS: readonly { readonly signature: string; sizeOf(bytes: Uint8Array): PixelSize | undefined }[] = [
  {
    signature: 'VP8 ',
    sizeOf: (bytes) =>
      hasBytesAt(bytes, 23, '\x9d\x01\x2a')
        ? { width: readLittleEndian(bytes, 26, 2) & 0x3fff, height: readLittleEndian(bytes, 28, 2) & 0x3fff }
        : undefined,
  },
  {
    signature: 'VP8L',
    sizeOf: (bytes) => {
      const packedSize = readLittleEndian(bytes, 21, 4)
      return hasBytesAt(bytes, 20, '\x2f')
        ? { width: 1 + (packedSize & 0x3fff), height: 1 + ((packedSize >>> 14) & 0x3fff) }
        : undefined
    },
  },
  {
    signature: 'VP8X',
    sizeOf: (bytes) => ({ width: 1 + readLittleEndian(bytes, 24, 3), height: 1 + readLittleEndian(bytes, 27, 3) }),
  },
]
