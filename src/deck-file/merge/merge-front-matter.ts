import { parseDocument } from 'yaml'
import { FRONT_MATTER_KEYS } from '../../settings/front-matter.ts'

/**
 * Merges front matter: each value that the author has not edited is replaced with its new value, while comments and the
 * order of keys stay. Settings that the new front matter lacks also stay, because they may come from flags that were
 * given when the file was first written. Returns `mine` unchanged if any of the three versions cannot be read.
 */
export function mergeFrontMatter(mine: string, base: string, theirs: string): string {
  const document = parseDocument(mine)
  const [myValues, baseValues, theirValues] = [mine, base, theirs].map(entriesOf)
  if (document.errors.length > 0 || myValues === null || baseValues == null || theirValues == null) return mine
  for (const key of new Set([...Object.keys(baseValues), ...Object.keys(theirValues)])) {
    const [baseValue, theirValue, myValue] = [baseValues, theirValues, myValues ?? {}].map((entries) =>
      JSON.stringify(entries[key]),
    )
    if (myValue !== baseValue || theirValue === baseValue) continue
    if (theirValues[key] !== undefined) document.set(key, theirValues[key])
    else if (!FRONT_MATTER_KEYS.includes(key)) document.delete(key)
  }
  return document.toString({ lineWidth: 0 })
}

function entriesOf(text: string): Readonly<Record<string, unknown>> | null {
  const document = parseDocument(text, { logLevel: 'silent' })
  const values: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 50 })
  return typeof values === 'object' && values !== null && !Array.isArray(values)
    ? Object.fromEntries(Object.entries(values))
    : null
}
