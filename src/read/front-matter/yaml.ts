import { type Document, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml'
import type { FrontMatterValue } from '../../model/article.ts'
import type { Span } from '../../model/span.ts'
import { LIMITS } from '../limits.ts'
import { parseKeyLines } from './key-lines.ts'
import type { ParsedFrontMatter, ParsedPlace } from './parsed-front-matter.ts'

/**
 * Parses YAML into strings, lists and maps. If the YAML is not valid, only the lines of the form `key: value` are read.
 */
export function parseYamlValues(text: string): ParsedFrontMatter {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' })
  const [parseError] = document.errors
  if (parseError)
    return { ...parseKeyLines(text), error: { reason: reasonOf(parseError.message), offset: parseError.pos[0] } }
  const walk: Walk = { document, places: [], budget: { aliases: LIMITS.aliases } }
  const values = valueAt(document.contents, [], walk)
  const error = walk.budget.aliases < 0 ? { reason: TOO_MANY_ALIASES, offset: 0 } : undefined
  return { values: isMapValue(values) ? values : {}, places: walk.places, error }
}

const TOO_MANY_ALIASES = `The front matter has more than ${LIMITS.aliases} aliases. Write their values out.`

function reasonOf(message: string): string {
  return `The front matter is not valid YAML: ${message}. Put quotes around values that contain colons or other special characters.`
}

type Path = readonly (string | number)[]

interface Walk {
  readonly document: Document
  readonly places: ParsedPlace[]
  /** How many more aliases may be resolved; negative if there are too many. */
  readonly budget: { aliases: number }
}

function valueAt(node: unknown, path: Path, walk: Walk): FrontMatterValue {
  if (path.length > LIMITS.nesting) return ''
  if (isAlias(node)) {
    walk.budget.aliases -= 1
    return walk.budget.aliases < 0 ? '' : valueAt(node.resolve(walk.document), path, walk)
  }
  if (isSeq(node)) return node.items.map((item, index) => entryValue({ value: item }, [...path, index], walk))
  if (isMap(node)) {
    const entries = node.items.flatMap((pair) => (isScalar(pair.key) ? [{ name: String(pair.key.value), pair }] : []))
    return Object.fromEntries(entries.map(({ name, pair }) => [name, entryValue(pair, [...path, name], walk)]))
  }
  return isScalar(node) ? String(node.value ?? '') : ''
}

function entryValue(
  pair: { readonly key?: unknown; readonly value: unknown },
  path: Path,
  walk: Walk,
): FrontMatterValue {
  const key = spanOf(pair.key)
  const value = spanOf(pair.value) ?? key
  if (value) walk.places.push({ path, key, value })
  return valueAt(pair.value, path, walk)
}

function spanOf(node: unknown): Span | undefined {
  if (!isNode(node) || !node.range) return undefined
  return [node.range[0], node.range[1]]
}

function isMapValue(value: FrontMatterValue): value is Readonly<Record<string, FrontMatterValue>> {
  return typeof value === 'object' && !Array.isArray(value)
}
