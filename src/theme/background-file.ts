import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { isWithin } from '../model/within.ts'

/** The kinds that every browser shows behind a slide, each by what its files begin with. */
const KINDS: readonly { readonly type: string; readonly begins: RegExp }[] = [
  { type: 'image/png', begins: /^\x89PNG\r\n/ },
  { type: 'image/jpeg', begins: /^\xff\xd8\xff/ },
  { type: 'image/gif', begins: /^GIF8/ },
  { type: 'image/webp', begins: /^RIFF.{4}WEBP/s },
  { type: 'image/avif', begins: /^.{4}ftypavif/s },
  { type: 'image/svg+xml', begins: /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!--|!DOCTYPE svg)/i },
]

/** More bytes make every deck slow to open. */
const MOST_BYTES = 4 * 1024 * 1024

/** A picture in a theme's folder as a `data:` address; or, as a sentence, why there is none. */
export function pictureIn(folder: string, path: string): { readonly data: string } | { readonly reason: string } {
  const file = resolve(folder, path)
  if (!isWithin(folder, file)) return { reason: `“${path}” is outside the folder of the theme. Copy it there.` }
  if (!existsSync(file) || !statSync(file).isFile())
    return { reason: `There is no file “${path}” in the folder of the theme. Put it there, or name another.` }
  if (!isWithin(realpathSync(folder), realpathSync(file)))
    return { reason: `“${path}” leads outside the folder of the theme. Copy the file there.` }
  if (statSync(file).size > MOST_BYTES)
    return {
      reason: `“${path}” has more than ${MOST_BYTES / 1024 / 1024} MB. Save it smaller; 2000 pixels across are enough.`,
    }
  const bytes = readFileSync(file)
  const kind = KINDS.find(({ begins }) => begins.test(bytes.subarray(0, 256).toString('latin1')))
  if (kind === undefined)
    return { reason: `“${path}” is no picture that browsers show. Save it as PNG, JPEG, WebP or SVG.` }
  return { data: `data:${kind.type};base64,${bytes.toString('base64')}` }
}
