// The JSON Schema of a deck file's front matter.

import { z } from 'zod'
import { frontMatterSchema } from '../settings/front-matter-schema.ts'
import { jsonSchemaOf } from '../util/json-schema.ts'
import { DECK_VERSION } from './deck-version.ts'
import { DECK_KINDS } from './other-tools/deck-kind.ts'

const deckFrontMatterSchema = z.looseObject({
  lectern: z.literal(DECK_VERSION).describe('The version of the file format'),
  article: z
    .string()
    .regex(/^[^/\\:]+$/)
    .optional()
    .describe('The article that the deck was made from, in the same folder'),
  as: z.enum(DECK_KINDS).optional().describe('The tool that the article was written for'),
  ...frontMatterSchema.shape,
})

/** Returns the JSON Schema of a deck file's front matter. */
export function deckFileJsonSchema(): object {
  return jsonSchemaOf('Front matter of a Lectern deck file', deckFrontMatterSchema)
}
