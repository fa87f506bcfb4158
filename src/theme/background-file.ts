// Reads background pictures from a theme's folder.

import { resolve } from 'node:path'
import type { Sources } from '../model/sources.ts'
import { isInside } from '../util/is-inside.ts'
import { describeFault, readRegularFile } from './read-regular-file.ts'

/** The formats that every browser can show behind a slide, each with a pattern for the first bytes of its files. */
const FORMATS: readonly { readonly mediaType: string; readonly signature: RegExp }[] = [
  { mediaType: 'image/png', signature: /^\x89PNG\r\n/ },
  { mediaType: 'image/jpeg', signature: /^\xff\xd8\xff/ },
  { mediaType: 'image/gif', signature: /^GIF8/ },
  { mediaType: 'image/webp', signature: /^RIFF.{4}WEBP/s },
  { mediaType: 'image/avif', signature: /^.{4}ftypavif/s },
  {
    mediaType: 'image/svg+xml',
    signature: /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i,
  },
]

/** The number of bytes that are searched for the signature of a format: an SVG may begin with a comment. */
const SEARCHED_BYTES = 2048

/** A larger picture would make every deck slow to open. */
const MAX_BYTES = 4 * 1024 * 1024

/**
 * Reads a picture in a theme's folder. Returns it as a `data:` URL, or the reason why it cannot be used, as a fact and a
 * remedy.
 */
export function readBackgroundPicture(
  folder: string,
  path: string,
  { onRead }: Sources,
): { readonly data: string } | { readonly reason: string } {
  const file = resolve(folder, path)
  onRead(file)
  const bytes = isInside(file, folder)
    ? readRegularFile(file, { maxBytes: MAX_BYTES, allowedFolder: folder })
    : 'outside'
  if (typeof bytes === 'string') return { reason: `"${path}" ${describeFault(bytes, 'the theme', MAX_BYTES)}` }
  const format = FORMATS.find(({ signature }) => signature.test(bytes.subarray(0, SEARCHED_BYTES).toString('latin1')))
  if (format === undefined)
    return { reason: `"${path}" is not a picture that browsers can show. Save it as PNG, JPEG, WebP or SVG.` }
  return { data: `data:${format.mediaType};base64,${bytes.toString('base64')}` }
}
