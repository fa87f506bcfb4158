import { resolve } from 'node:path'
import { isInside } from '../model/is-inside.ts'
import type { Sources } from '../model/sources.ts'
import { faultSentence, readRegularFile } from './regular-file.ts'

/** The formats that every browser can show behind a slide, each with the first bytes of its files. */
const KINDS: readonly { readonly type: string; readonly begins: RegExp }[] = [
  { type: 'image/png', begins: /^\x89PNG\r\n/ },
  { type: 'image/jpeg', begins: /^\xff\xd8\xff/ },
  { type: 'image/gif', begins: /^GIF8/ },
  { type: 'image/webp', begins: /^RIFF.{4}WEBP/s },
  { type: 'image/avif', begins: /^.{4}ftypavif/s },
  {
    type: 'image/svg+xml',
    begins: /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i,
  },
]

/** The number of bytes in which the format is looked for; an SVG may begin with a comment. */
const SEARCHED_BYTES = 2048

/** In bytes. A larger picture would make every deck slow to open. */
const MAX_BYTES = 4 * 1024 * 1024

/**
 * Reads a picture in a theme's folder as a `data:` URL; otherwise returns a sentence that says why it cannot be used.
 */
export function pictureIn(
  folder: string,
  path: string,
  { onRead }: Sources,
): { readonly data: string } | { readonly reason: string } {
  const file = resolve(folder, path)
  onRead(file)
  const bytes = isInside(folder, file) ? readRegularFile(file, { maxBytes: MAX_BYTES, home: folder }) : 'outside'
  if (typeof bytes === 'string') return { reason: `“${path}” ${faultSentence(bytes, 'the theme', MAX_BYTES)}` }
  const kind = KINDS.find(({ begins }) => begins.test(bytes.subarray(0, SEARCHED_BYTES).toString('latin1')))
  if (kind === undefined)
    return { reason: `“${path}” is not a picture that browsers can show. Save it as PNG, JPEG, WebP or SVG.` }
  return { data: `data:${kind.type};base64,${bytes.toString('base64')}` }
}
