// Parses front matter that assigns literals to names, as in Zine (Ziggy) and Franklin (Julia).

import type { FrontMatterValue } from '../../model/article.ts'
import type { ParsedFrontMatter } from './parsed-front-matter.ts'

/**
 * Parses assignments, each at the start of a line: `.title = "The lock",` or `@def title = "The lock"`. Returns null if
 * one of the values is not a literal.
 */
export function parseAssignments(text: string): ParsedFrontMatter | null {
  const starts = [...text.matchAll(ASSIGNMENT)]
  const entries = starts.flatMap(({ index, 0: { length }, 1: before = '', 2: key = '' }, entryIndex) => {
    const start = index + length
    const written = text.slice(start, starts[entryIndex + 1]?.index).replace(/[\s,;]+$/, '')
    const value = literalValue(written)
    const keyStart = index + before.length
    return value === null
      ? []
      : [{ key, value, keySpan: [keyStart, keyStart + key.length], span: [start, start + written.length] } as const]
  })
  if (entries.length === 0 || entries.length < starts.length) return null
  return {
    values: Object.fromEntries(entries.map(({ key, value }) => [key, value])),
    places: entries.map(({ key, keySpan, span }) => ({ path: [key], key: keySpan, value: span })),
  }
}

const ASSIGNMENT = /^((?:@def[ \t]+)?\.?)([\p{L}_][\p{L}\d_]*)[ \t]*=[ \t]*/gmu

/** Returns the value of a literal; null for anything else. */
function literalValue(written: string): FrontMatterValue | null {
  const [, inner] = /^@\w+\(([\s\S]*)\)$/.exec(written) ?? []
  if (inner !== undefined) return literalValue(inner.trim())
  const [, year, month = '', day = ''] = DATE_CALL.exec(written) ?? []
  if (year !== undefined) return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
  if (STRING.test(written)) return stringIn(written)
  if (/^\[[\s\S]*\]$/.test(written)) return (written.match(STRINGS) ?? []).map(stringIn)
  if (written.startsWith('\\\\')) return written.replace(/^[ \t]*\\\\/gm, '')
  // Nested values and calls are left out.
  if (/^(?:[\w.]+ ?)?(?:\{[\s\S]*\}|\([\s\S]*\))$/.test(written)) return {}
  return /^[\w.:+-]+$/.test(written) ? written : null
}

/** "Date(2024, 5, 3)" */
const DATE_CALL = /^(?:Dates\.)?Date(?:Time)?\(\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*(?:,[\d\s,]*)?\)$/

const STRING = /^(?:"""[\s\S]*"""|"(?:[^"\\]|\\[\s\S])*")$/
const STRINGS = /"(?:[^"\\]|\\[\s\S])*"/g

function stringIn(literal: string): string {
  const inner = literal.startsWith('"""') ? literal.slice(3, -3) : literal.slice(1, -1)
  return inner
    .replace(/\\u\{?([\dA-Fa-f]{1,6})\}?/g, (written, digits: string) => characterOf(digits) ?? written)
    .replace(/\\n/g, '\n')
    .replace(/\\(["'$\\])/g, '$1')
}

function characterOf(digits: string): string | undefined {
  const codePoint = Number.parseInt(digits, 16)
  return codePoint <= LAST_CODE_POINT ? String.fromCodePoint(codePoint) : undefined
}

const LAST_CODE_POINT = 0x10_ff_ff
