// Opens the font files in a theme's folder.

import { resolve } from 'node:path'
import type { Face } from '../model/face.ts'
import { isFont } from '../model/font-format.ts'
import type { Sources } from '../model/sources.ts'
import { isInside } from '../util/is-inside.ts'
import { type FontFault, MAX_FONT_BYTES } from './font-packages.ts'
import { REGULAR } from './font-schema.ts'
import { installedFontIn } from './installed-font.ts'
import { describeFault, readRegularFile } from './read-regular-file.ts'
import { variableWeightsIn } from './variable-weights.ts'

/** A face from a font file in the theme's folder. */
export interface FontFile extends Pick<Face, 'family' | 'style' | 'adjust'> {
  readonly file: string
  /** If left out, a variable font has all its weights, and a static one is regular. */
  readonly weight?: number | undefined
}

/**
 * Opens a font file (woff2, TrueType or OpenType) in a theme's own folder, to be used for every character. If the file
 * cannot be used, returns the reason instead.
 */
export function openFontFile(
  { file, weight, ...face }: FontFile,
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
    ...weightOf(bytes, weight),
    subsets: [{ ...EVERY_CHARACTER, bytes: () => bytes }],
    installed: installedFontIn(bytes),
  }
}

/** Returns the weight of a font file, or the weights of a variable font if none is asked for. */
export function weightOf(bytes: Uint8Array, weight: number | undefined): Pick<Face, 'weight' | 'weights'> {
  const weights = weight === undefined ? variableWeightsIn(bytes) : null
  return { weight: weight ?? REGULAR, ...(weights && { weights }) }
}

/** All characters, because the name of a font file does not say which ones it contains. */
export const EVERY_CHARACTER = { name: 'all', ranges: [[0, 0x10ffff]], unicodeRange: 'U+0-10FFFF' } as const
