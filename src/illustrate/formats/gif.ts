// Recognises GIF images and reads their size.

import { BROKEN } from '../image-fault.ts'
import type { ImageFormat } from './format.ts'
import { isAt, littleEndian } from './numbers.ts'

export const gif: ImageFormat = {
  type: 'image/gif',
  isDrawing: false,
  begins: (bytes) => isAt(bytes, 0, 'GIF87a') || isAt(bytes, 0, 'GIF89a'),
  measure: (bytes) => {
    const [width, height] = [littleEndian(bytes, 6, 2), littleEndian(bytes, 8, 2)]
    return width > 0 && height > 0 && bytes.length > HEADER ? { width, height } : BROKEN
  },
}

/** The number of bytes before the colours and frames. */
const HEADER = 13
