import { decodePercent } from './decode-percent.ts'
import { BROKEN, type ImageFault, tooLarge } from './image-fault.ts'
import { LIMITS } from './limits.ts'

/**
 * Returns the bytes of a `data:` URL, or the reason that they cannot be used. The media type is ignored, because images
 * are identified by their bytes.
 */
export function decodeDataUrl(url: string): Uint8Array | ImageFault {
  const comma = url.indexOf(',')
  if (comma < 0) return BROKEN
  if (url.length > MAX_URL_LENGTH) return tooLarge(`is larger than ${LIMITS.bytes / 1024 / 1024} MB`)
  const isBase64 = /;\s*base64\s*$/i.test(url.slice(0, comma).slice(-MAX_BASE64_OFFSET))
  return Buffer.from(decodePercent(url.slice(comma + 1)), isBase64 ? 'base64' : 'utf8')
}

/** In characters: Base64 needs four for every three bytes. */
const MAX_URL_LENGTH = (LIMITS.bytes / 3) * 4

/**
 * The maximum distance from the beginning of `;base64` to the comma, in characters. White space may come between them.
 */
const MAX_BASE64_OFFSET = 40
