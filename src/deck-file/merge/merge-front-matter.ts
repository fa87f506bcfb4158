import { parseDocument } from 'yaml'
import { FRONT_MATTER_KEYS } from '../../settings/front-matter.ts'
import { frontMatterValues } from '../front-matter-values.ts'

/**
 * Merges front matter: each value that the author has not edited is replaced with its new value, while comments and the
 * order of keys are kept. Settings that the new front matter lacks are also kept, because they may come from flags that
 * were given when the file was first written. Returns `mine` unchanged if any of the three versions cannot be read.
 */
export function mergeFrontMatter(mine: string, base: string, theirs: string): string {
  const document = parseDocument(mine)
  const [myValues, baseValues, theirValues] = [mine, base, theirs].map(frontMatterValues)
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
