// Identifies an image by its bytes.

import type { PictureContent } from '../model/draft.ts'
import { formatSize } from '../util/format-size.ts'
import { avif } from './formats/avif.ts'
import { gif } from './formats/gif.ts'
import type { ImageFormat } from './formats/image-format.ts'
import { jpeg } from './formats/jpeg.ts'
import { png } from './formats/png.ts'
import { svg } from './formats/svg.ts'
import { webp } from './formats/webp.ts'
import { type ImageFault, tooLarge, unknownFormat } from './image-fault.ts'
import { LIMITS } from './limits.ts'

/**
 * Identifies an image by its bytes, regardless of its name, or returns the reason why it cannot be shown. Nothing is
 * decoded.
 */
export function identifyImage(bytes: Uint8Array): PictureContent | ImageFault {
  if (bytes.length > LIMITS.bytes) return tooLarge(`is larger than ${formatSize(LIMITS.bytes)}`)
  if (bytes.length === 0) return unknownFormat('is empty')
  const format = FORMATS.find(({ matches }) => matches(bytes))
  if (format === undefined)
    return unknownFormat(
      UNSUPPORTED_FORMATS.find(({ matches }) => matches(bytes))?.fact ??
        'contains nothing that a browser shows as an image',
    )
  const size = format.measure(bytes)
  if ('fact' in size) return size
  const { width, height } = size
  if (!format.isDrawing && width * height > LIMITS.pixels)
    return tooLarge(`has ${width} × ${height} pixels, more than ${LIMITS.pixels / 1e6} million`)
  return {
    data: `data:${format.mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
    width,
    height,
    isDrawing: format.isDrawing,
    isPhotograph: format.isPhotograph(bytes),
  }
}

/** The formats that every browser shows without running anything. */
const FORMATS: readonly ImageFormat[] = [png, jpeg, gif, webp, avif, svg]

/** Common formats that are not accepted, each with the fact for a message. */
const UNSUPPORTED_FORMATS: readonly { readonly fact: string; matches(bytes: Uint8Array): boolean }[] = [
  { fact: 'is a HEIC image, which browsers do not show', matches: hasSignature(4, 'ftyphe', 'ftypmif1', 'ftypmsf1') },
  { fact: 'is a TIFF image, which browsers do not show', matches: hasSignature(0, 'II*\0', 'MM\0*') },
  { fact: 'is a JPEG XL image, which few browsers show', matches: hasSignature(0, '\xff\x0a', '\0\0\0\x0cJXL ') },
  { fact: 'is a JPEG 2000 image, which browsers do not show', matches: hasSignature(0, '\0\0\0\x0cjP') },
  { fact: 'is a Photoshop file', matches: hasSignature(0, '8BPS') },
  { fact: 'is a BMP image', matches: hasSignature(0, 'BM') },
  { fact: 'is an icon', matches: hasSignature(0, '\0\0\x01\0') },
  { fact: 'is a PDF', matches: hasSignature(0, '%PDF') },
  { fact: 'is a PostScript drawing', matches: hasSignature(0, '%!PS') },
  { fact: 'is a zip archive', matches: hasSignature(0, 'PK\x03\x04') },
]

function hasSignature(offset: number, ...signatures: readonly string[]): (bytes: Uint8Array) => boolean {
  return (bytes) =>
    signatures.some(
      (signature) => Buffer.from(bytes.subarray(offset, offset + signature.length)).toString('latin1') === signature,
    )
}
