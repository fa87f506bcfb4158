import { decodePercent } from './decode-percent.ts'

/** The content of a `data:` URL. */
export interface DataUrlContent {
  /** The media type as written, such as `image/png`; empty if it has none. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** Whether an address contains its own content. */
export function isDataUrl(address: string): boolean {
  return /^data:/i.test(address)
}

/** Decodes a `data:` URL; null for any other address. */
export function decodeDataUrl(url: string): DataUrlContent | null {
  const comma = url.indexOf(',')
  if (comma < 0 || !isDataUrl(url)) return null
  const head = url.slice('data:'.length, comma)
  const encoding = /;\s*base64\s*$/i.test(head.slice(-MAX_BASE64_OFFSET)) ? 'base64' : 'utf8'
  return { type: head.split(';', 1)[0] ?? '', bytes: Buffer.from(decodePercent(url.slice(comma + 1)), encoding) }
}

/**
 * The maximum distance from the beginning of `;base64` to the comma, in characters. White space may come between them.
 */
const MAX_BASE64_OFFSET = 40
