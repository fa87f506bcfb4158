// Opens the font files in a theme's folder.

import { resolve } from 'node:path'
import type { Face } from '../model/face.ts'
import { isFont } from '../model/font-format.ts'
import type { Sources } from '../model/sources.ts'
import { isInside } from '../util/is-inside.ts'
import { type FontFault, MAX_FONT_BYTES } from './font-packages.ts'
import { type GivenTraits, traitsOf } from './font-traits.ts'
import { installedFontIn } from './installed-font.ts'
import { describeFault, readRegularFile } from './read-regular-file.ts'

/** A face from a font file in the theme's folder. */
export interface FontFile extends Pick<Face, 'family' | 'adjust'>, GivenTraits {
  readonly file: string
}

/**
 * Opens a font file (woff2, TrueType or OpenType) in a theme's own folder, to be used for every character. If the file
 * cannot be used, returns the reason instead.
 */
export function openFontFile(
  { file, weight, style, ...face }: FontFile,
  folder: string,
  { onRead }: Sources,
): Face | FontFault {
  const path = resolve(folder, file)
  onRead(path)
  const bytes = isInside(path, folder)
    ? readRegularFile(path, { maxBytes: MAX_FONT_BYTES, allowedFolder: folder })
    : 'outside'
  if (typeof bytes === 'string') return { fact: describeFault(bytes, 'the theme', MAX_FONT_BYTES) }
  if (!isFont(bytes)) return { fact: 'is not a complete woff2, ttf or otf font. Save it as woff2.' }
  return {
    ...face,
    ...traitsOf(bytes, { weight, style }),
    subsets: [{ ...EVERY_CHARACTER, bytes: () => bytes }],
    installed: installedFontIn(bytes),
  }
}

/** All characters, because the name of a font file does not say which ones it contains. */
export const EVERY_CHARACTER = { name: 'all', ranges: [[0, 0x10ffff]], unicodeRange: 'U+0-10FFFF' } as const
