// Schemas for fonts in theme and event files.

import { z } from 'zod'

const FILE_MESSAGE = 'Give a woff2, ttf or otf file in the same folder as this file.'

const WEIGHT_MEANING = 'The weight that a font file says it has, if left out; 400 for a package'

/** The path of a font file in the folder of a theme or an event. */
export const fontFile = z.string(FILE_MESSAGE).regex(/\.(?:woff2|ttf|otf)$/i, FILE_MESSAGE)

const WEIGHT_MESSAGE =
  'Give a whole number from 100 to 900, such as 400 or 700, or leave it out to use those that the file has.'

export const weight = z
  .int(WEIGHT_MESSAGE)
  .min(100, WEIGHT_MESSAGE)
  .max(900, WEIGHT_MESSAGE)
  .optional()
  .describe(WEIGHT_MEANING)

/** The weight of a face whose weight is neither given nor known. */
export const REGULAR = 400

export const slant = z
  .enum(['normal', 'italic'], 'Choose normal or italic.')
  .optional()
  .describe('The slant that a font file says it has, if left out; normal for a package')
