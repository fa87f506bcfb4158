// Schemas for fonts in theme and event files.

import { z } from 'zod'

const FILE_MESSAGE = 'Give a woff2, ttf or otf file in the same folder as this file.'

const WEIGHT_MEANING = '400 if it is left out; a variable font file then has all its weights'

/** The path of a font file in the folder of a theme or an event. */
export const fontFile = z.string(FILE_MESSAGE).regex(/\.(?:woff2|ttf|otf)$/i, FILE_MESSAGE)

const WEIGHT_MESSAGE =
  'Give a whole number from 100 to 900, such as 400 or 700, or leave it out for all weights of a variable font.'

export const weight = z
  .int(WEIGHT_MESSAGE)
  .min(100, WEIGHT_MESSAGE)
  .max(900, WEIGHT_MESSAGE)
  .optional()
  .describe(WEIGHT_MEANING)

/** The weight of a face for which no weight is given. */
export const REGULAR = 400

export const slant = z.enum(['normal', 'italic'], 'Choose normal or italic.')
