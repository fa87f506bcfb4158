import { resolve } from 'node:path'
import type { Face } from '../model/face.ts'
import { isFont } from '../model/font-format.ts'
import { isInside } from '../model/is-inside.ts'
import type { Sources } from '../model/sources.ts'
import { type FontFault, MAX_FONT_BYTES } from './package-faces.ts'
import { faultSentence, readRegularFile } from './regular-file.ts'

/** A face in a font file of a theme's folder. */
export interface FontFile extends Pick<Face, 'family' | 'weight' | 'style' | 'adjust'> {
  readonly file: string
}

/**
 * Opens a font file in a theme's own folder (woff2, TrueType or OpenType), for any character; or says why it cannot be
 * used.
 */
export function openFontFile({ file, ...named }: FontFile, folder: string, { onRead }: Sources): Face | FontFault {
  const path = resolve(folder, file)
  onRead(path)
  const bytes = isInside(folder, path) ? readRegularFile(path, { maxBytes: MAX_FONT_BYTES, home: folder }) : 'outside'
  if (typeof bytes === 'string') return { fact: faultSentence(bytes, 'the theme', MAX_FONT_BYTES) }
  if (!isFont(bytes)) return { fact: 'is not a complete woff2, ttf or otf font. Save it as woff2.' }
  return { ...named, subsets: [{ ...EVERY_CHARACTER, bytes: () => bytes }] }
}

/** All characters, because the name of a font file does not say which ones it contains. */
export const EVERY_CHARACTER = { name: 'all', ranges: [[0, 0x10ffff]], unicodeRange: 'U+0-10FFFF' } as const
