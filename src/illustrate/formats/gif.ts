// Recognises GIF images and reads their size.

import { BROKEN } from '../image-fault.ts'
import type { ImageFormat } from './image-format.ts'
import { hasBytesAt, readLittleEndian } from './read-bytes.ts'

export const gif: ImageFormat = {
  mediaType: 'image/gif',
  isDrawing: false,
  isPhotograph: () => false,
  matches: (bytes) => hasBytesAt(bytes, 0, 'GIF87a') || hasBytesAt(bytes, 0, 'GIF89a'),
  measure: (bytes) => {
    const [width, height] = [readLittleEndian(bytes, 6, 2), readLittleEndian(bytes, 8, 2)]
    return width > 0 && height > 0 && bytes.length > HEADER_BYTES ? { width, height } : BROKEN
  },
}

/** The number of bytes before the colours and frames. */
const HEADER_BYTES = 13
