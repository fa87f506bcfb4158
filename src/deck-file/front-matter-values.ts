import { parseDocument } from 'yaml'

/** Returns the values of front matter, given without its fences; null if it cannot be read. */
export function frontMatterValues(text: string): Readonly<Record<string, unknown>> | null {
  const document = parseDocument(text, { logLevel: 'silent' })
  const values: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 50 })
  return typeof values === 'object' && values !== null && !Array.isArray(values)
    ? Object.fromEntries(Object.entries(values))
    : null
}
