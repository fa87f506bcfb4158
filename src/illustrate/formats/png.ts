// Recognises PNG images and reads their size.

import { BROKEN } from '../image-fault.ts'
import type { ImageFormat } from './image-format.ts'
import { hasBytesAt, readBigEndian } from './read-bytes.ts'

const SIGNATURE = '\x89PNG\r\n\x1a\n'

/** The bytes that a chunk needs besides its data: for its length, name and checksum. */
const CHUNK_OVERHEAD = 12

export const png: ImageFormat = {
  mediaType: 'image/png',
  isDrawing: false,
  isPhotograph: () => false,
  matches: (bytes) => hasBytesAt(bytes, 0, SIGNATURE),
  measure: (bytes) => {
    const header = SIGNATURE.length + 8
    const size = { width: readBigEndian(bytes, header, 4), height: readBigEndian(bytes, header + 4, 4) }
    const isComplete = hasBytesAt(bytes, header - 4, 'IHDR') && size.width > 0 && size.height > 0 && hasPixels(bytes)
    return isComplete ? size : BROKEN
  },
}

/** Whether there is a chunk of pixels; without one, nothing can be shown. */
function hasPixels(bytes: Uint8Array): boolean {
  for (let offset = SIGNATURE.length; offset < bytes.length; offset += CHUNK_OVERHEAD + readBigEndian(bytes, offset, 4))
    if (hasBytesAt(bytes, offset + 4, 'IDAT')) return true
  return false
}
