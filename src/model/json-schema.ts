import { z } from 'zod'

/**
 * How a schema is converted to JSON Schema: it describes the file as written, not as read. What JSON Schema cannot express is
 * left out.
 */
export const JSON_SCHEMA = { io: 'input', unrepresentable: 'any' } as const

/** The JSON Schema of a file, for editors and other programs. */
export function jsonSchemaOf(title: string, schema: z.ZodType): object {
  return { title, ...z.toJSONSchema(schema, JSON_SCHEMA) }
}
