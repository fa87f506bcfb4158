import { deckFileJsonSchema } from '../deck-file/deck-file-schema.ts'
import { deckJsonSchema } from '../export/deck-json-schema.ts'
import { frontMatterJsonSchema } from '../settings/front-matter-schema.ts'
import { eventJsonSchema } from '../theme/event-file.ts'
import { themeJsonSchema } from '../theme/theme-file.ts'

/** Functions that make the JSON Schemas in `dist/schemas`, keyed by file name. */
export const JSON_SCHEMAS: Readonly<Record<string, () => object>> = {
  'front-matter.schema.json': frontMatterJsonSchema,
  'theme.schema.json': themeJsonSchema,
  'event.schema.json': eventJsonSchema,
  'deck-file.schema.json': deckFileJsonSchema,
  'deck.schema.json': deckJsonSchema,
}
