// Schemas for fonts in theme and event files.

import { z } from 'zod'

const FILE = 'Name a woff2, ttf or otf file in the folder of this file.'

/** The name of a font file, in a theme or an event. */
export const fontFile = z.string(FILE).regex(/\.(?:woff2|ttf|otf)$/i, FILE)

const WEIGHT = 'Give a whole number from 100 to 900, such as 400 or 700.'

export const weight = z.int(WEIGHT).min(100, WEIGHT).max(900, WEIGHT)

export const slant = z.enum(['normal', 'italic'], 'Choose normal or italic.')
