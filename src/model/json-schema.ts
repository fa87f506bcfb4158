import { z } from 'zod'

/** How a schema is written as JSON Schema: as its file is written, not as it is read; what JSON Schema cannot say is left out. */
export const JSON_SCHEMA = { io: 'input', unrepresentable: 'any' } as const

/** The JSON Schema of a file, for editors and other programs. */
export function jsonSchemaOf(title: string, schema: z.ZodType): object {
  return { title, ...z.toJSONSchema(schema, JSON_SCHEMA) }
}
