// Recognises JPEG images and reads their size.

import { BROKEN, unknownFormat } from '../image-fault.ts'
import type { ImageFormat, PixelSize } from './image-format.ts'
import { hasBytesAt, readBigEndian, readLittleEndian } from './read-bytes.ts'

export const jpeg: ImageFormat = {
  mediaType: 'image/jpeg',
  isDrawing: false,
  isPhotograph: () => true,
  matches: (bytes) => hasBytesAt(bytes, 0, '\xff\xd8\xff'),
  measure: (bytes) => {
    let size: PixelSize | undefined
    let isRotated = false
    for (const { marker, start, end } of segmentsOf(bytes)) {
      if (RARE_FRAMES.has(marker)) return unknownFormat('is a rare kind of JPEG, which browsers do not show')
      if (FRAMES.has(marker))
        size = { width: readBigEndian(bytes, start + 3, 2), height: readBigEndian(bytes, start + 1, 2) }
      if (marker === EXIF && hasBytesAt(bytes, start, 'Exif\0\0'))
        isRotated ||= isOnItsSide(bytes.subarray(start + 6, end))
      if (marker === SCAN) return size && size.width > 0 && size.height > 0 ? rotateSize(size, isRotated) : BROKEN
    }
    return BROKEN
  },
}

/** Markers of frames that browsers decode (baseline, extended, progressive), and of frames that they do not. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])
const RARE_FRAMES: ReadonlySet<number> = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])
const EXIF = 0xe1
/** The marker before the pixels. */
const SCAN = 0xda

interface JpegSegment {
  readonly marker: number
  /** The range of its data; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

function* segmentsOf(bytes: Uint8Array): Generator<JpegSegment> {
  let offset = 2
  while (offset < bytes.length) {
    if (bytes[offset] !== 0xff) return
    const marker = bytes[offset + 1] ?? 0
    // A marker may be preceded by any number of fill bytes.
    if (marker === 0xff) offset += 1
    else {
      const end = offset + 2 + Math.max(2, readBigEndian(bytes, offset + 2, 2))
      yield { marker, start: offset + 4, end }
      offset = end
    }
  }
}

/** The Exif tag of the camera's orientation, and the range of its values for a picture on its side. */
const ORIENTATION_TAG = 0x0112
const FIRST_ON_ITS_SIDE = 5
const LAST_ON_ITS_SIDE = 8

/** Whether Exif data, which is a small TIFF file, says that the picture must be rotated by 90 degrees. */
function isOnItsSide(tiff: Uint8Array): boolean {
  const readNumber = hasBytesAt(tiff, 0, 'MM') ? readBigEndian : readLittleEndian
  const directory = readNumber(tiff, 4, 4)
  const count = Math.min(readNumber(tiff, directory, 2), tiff.length / ENTRY_BYTES)
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * ENTRY_BYTES
    if (readNumber(tiff, entry, 2) !== ORIENTATION_TAG) continue
    const orientation = readNumber(tiff, entry + 8, 2)
    return orientation >= FIRST_ON_ITS_SIDE && orientation <= LAST_ON_ITS_SIDE
  }
  return false
}

/** The size in bytes of an entry in a TIFF directory. */
const ENTRY_BYTES = 12

function rotateSize({ width, height }: PixelSize, isRotated: boolean): PixelSize {
  return isRotated ? { width: height, height: width } : { width, height }
}
