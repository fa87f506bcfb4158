import { decodeDataUrl } from '../util/data-url.ts'
import { formatSize } from '../util/format-size.ts'
import { BROKEN, type ImageFault, tooLarge } from './image-fault.ts'
import { LIMITS } from './limits.ts'

/**
 * Returns the bytes of an image in a `data:` URL, or the reason why they cannot be used. The media type is ignored,
 * because images are identified by their bytes.
 */
export function inlineImage(url: string): Uint8Array | ImageFault {
  if (url.length > MAX_URL_LENGTH) return tooLarge(`is larger than ${formatSize(LIMITS.bytes)}`)
  return decodeDataUrl(url)?.bytes ?? BROKEN
}

/** In characters: Base64 has four for every three bytes. */
const MAX_URL_LENGTH = (LIMITS.bytes / 3) * 4
