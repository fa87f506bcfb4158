import { parseDocument } from 'yaml'
import { FRONT_MATTER_KEYS } from '../../settings/front-matter.ts'

/**
 * Merges front matter: each value that the author has not edited takes its new value; comments and the order of keys
 * stay. So do settings that only this file names, because its first "outline" was given them as flags. Returns `mine`
 * unchanged if any of the three cannot be read.
 */
export function mergeFrontMatter(mine: string, base: string, theirs: string): string {
  const document = parseDocument(mine)
  const [own, old, other] = [mine, base, theirs].map(entriesOf)
  if (document.errors.length > 0 || own === null || old == null || other == null) return mine
  for (const key of new Set([...Object.keys(old), ...Object.keys(other)])) {
    const [before, now, here] = [old, other, own ?? {}].map((entries) => JSON.stringify(entries[key]))
    if (here !== before || now === before) continue
    if (other[key] !== undefined) document.set(key, other[key])
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
