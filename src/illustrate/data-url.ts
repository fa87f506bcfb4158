import { decodePercent } from './decode-percent.ts'
import { BROKEN, type ImageFault, tooLarge } from './image-fault.ts'
import { LIMITS } from './limits.ts'

/** Returns the bytes of a `data:` URL. Its media type is ignored, because the bytes are examined. */
export function decodeDataUrl(address: string): Uint8Array | ImageFault {
  const comma = address.indexOf(',')
  if (comma < 0) return BROKEN
  if (address.length > LONGEST_DATA_ADDRESS) return tooLarge(`has more than ${LIMITS.bytes / 1024 / 1024} MB`)
  const isBase64 = /;\s*base64\s*$/i.test(address.slice(0, comma).slice(-LONGEST_MARK))
  return Buffer.from(decodePercent(address.slice(comma + 1)), isBase64 ? 'base64' : 'utf8')
}

/** In characters: base64 needs four for every three bytes. */
const LONGEST_DATA_ADDRESS = (LIMITS.bytes / 3) * 4

/** `;base64` must be within this many characters before the comma, which may include white space. */
const LONGEST_MARK = 40
