// Decodes web pages.

import type { VFile } from 'vfile'
import { formatSize } from '../../util/format-size.ts'
import { decodeText, isUtf8 } from '../decode.ts'
import { LIMITS } from '../limits.ts'
import { unreadableError } from '../unreadable-error.ts'

/**
 * Decodes a web page: as UTF-8 if it is valid UTF-8, otherwise in the encoding that it declares or, failing that, as
 * `decodeText` does. If the page is too long, its end is cut off, and a message says so.
 * @throws {UnreadableError} for an empty file
 */
export function decodePage(bytes: Uint8Array, file: VFile): string {
  if (bytes.length === 0) throw unreadableError(file, 'empty', 'The file is empty. Save the page again.')
  if (bytes.length > LIMITS.pageBytes) reportCut(file)
  const content = bytes.subarray(0, LIMITS.pageBytes)
  const decoder = isUtf8(content) ? undefined : decoderOf(charsetIn(content))
  return decoder ? decoder.decode(content) : decodeText(content, file)
}

function reportCut(file: VFile): void {
  const reason = `The page is larger than ${formatSize(LIMITS.pageBytes)}, so its end is not read. Save it without its pictures.`
  file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'too-long' })
}

/** Returns the encoding that a page declares in a `meta` element or an XML declaration, if any. */
function charsetIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, SEARCHED_BYTES)).toString('latin1')
  return (META_CHARSET.exec(head) ?? XML_ENCODING.exec(head))?.[1]
}

/** The number of bytes that are searched, since some pages declare their encoding far down. */
const SEARCHED_BYTES = 8192
const META_CHARSET = /<meta\b[^<>]{0,300}\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})/i
const XML_ENCODING = /^\s*<\?xml\b[^<>]{0,300}\bencoding\s{0,9}=\s{0,9}["']([\w:.-]{2,40})/i

/**
 * Creates a decoder for a declared encoding. Returns undefined if the encoding is unknown, or is one that `decodeText`
 * recognises or assumes.
 */
export function decoderOf(charset: string | undefined): TextDecoder | undefined {
  try {
    const decoder = charset === undefined ? undefined : new TextDecoder(charset)
    return decoder && RECOGNISED_BY_BYTES.has(decoder.encoding) ? undefined : decoder
  } catch {
    return undefined
  }
}

const RECOGNISED_BY_BYTES: ReadonlySet<string> = new Set(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
