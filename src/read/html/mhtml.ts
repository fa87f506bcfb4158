// Reads web archives (MHTML).

import type { VFile } from 'vfile'
import { unreadableError } from '../unreadable-error.ts'
import { decoderOf } from './decode-page.ts'

/** Whether a file is a web archive: a page and its resources, packed as in an e-mail. */
export function isMhtml(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, HEADER_BYTES)).trimStart()
  return /^[\w-]{2,40}:[ \t]/.test(head) && /^content-type:\s*(?:multipart\/|text\/html)/im.test(head)
}

/** The number of bytes that are searched for the header of an e-mail. */
const HEADER_BYTES = 4096

/** A page that was saved with its pictures. */
export interface WebArchive {
  readonly html: string
  /** Returns a picture as a data URL, given the address that the page uses for it. */
  readonly pictureAt: (address: string) => string | undefined
}

/**
 * Decodes the first page in a web archive.
 * @throws {UnreadableError} if the archive contains no page
 */
export function decodeMhtml(bytes: Uint8Array, file: VFile): WebArchive {
  const archive = partOf(latin1(bytes).replaceAll('\r\n', '\n').trimStart())
  const boundary = /\bboundary="?([^";\n]{1,200})/i.exec(archive.header)?.[1]?.trim()
  const parts = boundary
    ? archive.body.split(`--${boundary}`).map((part) => partOf(part.replace(/^\n/, '')))
    : [archive]
  const page = parts.find(({ header }) => /^content-type:\s*text\/html\b/im.test(header))
  if (!page)
    throw unreadableError(
      file,
      'format',
      'This web archive contains no page. Open it in a browser and save the page as HTML.',
    )
  const content = decodePart(page)
  const charset = /\bcharset="?([\w:.-]{2,40})/i.exec(page.header)?.[1]
  return {
    html: (decoderOf(charset) ?? new TextDecoder('utf-8')).decode(content),
    pictureAt: pictureFinder(parts, fieldOf(page, 'content-location')),
  }
}

/** Returns a function that finds pictures by their addresses, which may be relative to the page's address. */
function pictureFinder(parts: readonly MimePart[], pageAddress: string): WebArchive['pictureAt'] {
  const pictures = new Map<string, MimePart>()
  for (const part of parts) {
    if (!/^image\//i.test(fieldOf(part, 'content-type'))) continue
    const id = fieldOf(part, 'content-id').replace(/^<|>$/g, '')
    for (const address of [fieldOf(part, 'content-location'), id && `cid:${id}`])
      if (address !== '') pictures.set(address, part)
  }
  return (address) => {
    const absolute = URL.canParse(address, pageAddress) ? new URL(address, pageAddress).href : address
    const picture = pictures.get(address) ?? pictures.get(absolute)
    if (!picture) return undefined
    const [type = ''] = fieldOf(picture, 'content-type').toLowerCase().split(';')
    return `data:${type.trim()};base64,${decodePart(picture).toString('base64')}`
  }
}

/** Returns a field of a part's header; an empty string if it is absent. */
function fieldOf({ header }: MimePart, name: string): string {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(header)?.[1]?.trim() ?? ''
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

interface MimePart {
  readonly header: string
  readonly body: string
}

/** Splits a part into header and body at the first blank line, and joins the lines of each header field. */
function partOf(text: string): MimePart {
  const end = text.indexOf('\n\n')
  const header = end < 0 ? text : text.slice(0, end)
  return { header: header.replace(/\n[ \t]+/g, ' '), body: end < 0 ? '' : text.slice(end + 2) }
}

function decodePart({ header, body }: MimePart): Buffer {
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(header)?.[1]?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const plain = body
    .replace(/=[ \t]{0,9}\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
