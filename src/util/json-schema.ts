import { z } from 'zod'

/**
 * Options for converting a schema to JSON Schema: the result describes the file as written, not as read, and leaves out
 * what JSON Schema cannot express.
 */
export const JSON_SCHEMA = { io: 'input', unrepresentable: 'any' } as const

/** Converts the schema of a file to JSON Schema, for editors and other programs. */
export function jsonSchemaOf(title: string, schema: z.ZodType): object {
  return { title, ...z.toJSONSchema(schema, JSON_SCHEMA) }
}
