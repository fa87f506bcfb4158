// Reads the directives of Marp decks.

import { parseDocument } from 'yaml'

/** Reads the directives in a comment; null if it has none. */
export function directivesIn(content: string): Readonly<Record<string, unknown>> | null {
  const document = parseDocument(content.trim().replace(COLOUR, "$1'$2'"), { schema: 'failsafe', logLevel: 'silent' })
  const values: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 0 })
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return null
  const entries = Object.entries(values)
  return entries.length > 0 && entries.every(([key]) => DIRECTIVE.test(key)) ? Object.fromEntries(entries) : null
}

const DIRECTIVE =
  /^[_$]?(?:marp|theme|style|headingDivider|lang|title|author|description|keywords|url|image|size|math|paginate|header|footer|class|color|transition|background(?:Color|Image|Position|Repeat|Size))$/

/**
 * Finds the background that directives name: a picture, a gradient or a colour, in this order of precedence; undefined
 * if they name none.
 */
export function backgroundIn(values: Readonly<Record<string, unknown>>): string | undefined {
  const { backgroundImage, backgroundColor } = values
  const [, , url] = (typeof backgroundImage === 'string' && /^\s*url\((["']?)([^"')]+)\1\)/.exec(backgroundImage)) || []
  const gradient =
    typeof backgroundImage === 'string' && /gradient\(/.test(backgroundImage) ? backgroundImage : undefined
  return url ?? gradient ?? (typeof backgroundColor === 'string' ? backgroundColor : undefined)
}

/**
 * Returns the heading levels that begin a slide. A list names the levels; a single number stands for that level and all
 * levels above it.
 */
export function dividerLevelsIn(value: unknown): readonly number[] {
  const levels = [value]
    .flat()
    .flatMap((item) =>
      typeof item === 'string' || typeof item === 'number' ? (String(item).match(/[1-6]/g) ?? []) : [],
    )
    .map(Number)
  const [level] = levels
  if (levels.length !== 1 || level === undefined || Array.isArray(value)) return levels
  return Array.from({ length: level }, (_, index) => index + 1)
}

/** A colour such as `#fff`, which Marp accepts although `#` begins a comment in YAML. */
const COLOUR = /^(\s*[_$]?(?:backgroundColor|color)[ \t]*:[ \t]*)(#[\da-f]{3,8})[ \t]*$/gim

/** Finds the colours in the text of front matter, where YAML would take them for comments. */
export function coloursIn(frontMatterText: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...frontMatterText.matchAll(COLOUR)].map(([, key = '', value = '']) => [key.replace(/[\s:]/g, ''), value]),
  )
}
