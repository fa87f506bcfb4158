import { parse, TomlDate, TomlError } from 'smol-toml'
import type { FrontMatterValue } from '../../model/article.ts'
import type { Span } from '../../model/span.ts'
import { LIMITS } from '../limits.ts'
import { parseAssignments } from './assignments.ts'
import type { ParsedFrontMatter, ParsedPlace } from './parsed-front-matter.ts'

/**
 * Parses TOML into strings, lists and maps. The parser reports no positions, so these are known only for the top-level
 * keys and values. Franklin writes Julia literals instead of TOML: `date = Date(2024, 5, 3)`.
 */
export function parseTomlValues(text: string): ParsedFrontMatter {
  try {
    const values = Object.fromEntries(
      Object.entries(parse(text, { maxDepth: LIMITS.nesting })).map(([key, value]) => [key, textOf(value)]),
    )
    return { values, places: placesOf(text) }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const assignments = parseAssignments(text)
    if (assignments !== null) return assignments
    const [, reason = ''] = /: ([^\n]*)/.exec(error.message) ?? []
    const syntaxError = {
      reason: `The front matter is not valid TOML: ${reason}. Put text in quotes.`,
      offset: offsetOf(text, error),
    }
    return { values: {}, places: [], error: syntaxError }
  }
}

function textOf(value: unknown): FrontMatterValue {
  if (value instanceof TomlDate) return value.toISOString()
  if (Array.isArray(value)) return value.map(textOf)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, textOf(inner)]))
  }
  return String(value)
}

function offsetOf(text: string, { line, column }: TomlError): number {
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, each) => sum + each.length + 1, column - 1)
}

function placesOf(text: string): readonly ParsedPlace[] {
  const topLevelEnd = /^[ \t]*\[/m.exec(text)?.index ?? text.length
  return [...text.slice(0, topLevelEnd).matchAll(KEY_AND_VALUE)].map(
    ({ index, 1: key = '', 2: equals = '', 3: value = '' }) => {
      const start = index + key.length + equals.length
      const keySpan: Span = [index, index + key.length]
      return { path: [key.replace(/^["']|["']$/g, '')], key: keySpan, value: [start, start + value.length] }
    },
  )
}

const KEY_AND_VALUE = /^([\w-]+|"[^"\n]*"|'[^'\n]*')([ \t]*=[ \t]*)(\S[^\n]*)/gm
