// Separates front matter from the article below it.

import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { FrontMatter, FrontMatterPlace } from '../model/article.ts'
import { pointAt } from '../model/source-position.ts'
import type { Span } from '../model/span.ts'
import { LIMITS } from './limits.ts'
import type { ParsedFrontMatter } from './parsed-front-matter.ts'
import type { Source } from './source.ts'
import { parseTomlValues } from './toml.ts'
import { parseYamlValues } from './yaml.ts'

/** Front matter, and the source with spaces in its place, so that offsets stay the same. */
export interface SplitSource {
  readonly frontMatter: FrontMatter
  readonly rest: Source
}

/**
 * Reads the front matter at the top of a file: YAML between `---`, or TOML between `+++` or, as some write it, `---`.
 * Undefined if there is none. A message reports a syntax error.
 */
export function splitFrontMatter(source: Source, file: VFile): SplitSource | undefined {
  const start = source.text.indexOf('\n') + 1
  const fence = FENCES.find(({ opening, key }) => opening.test(source.text) && key.test(source.text.slice(start)))
  const closing = fence?.closing.exec(source.text.slice(start))
  if (!fence || !closing) return undefined
  const text = source.text.slice(start, start + closing.index)
  const end = start + closing.index + closing[0].length
  const rest = { ...source, text: blankOut(source.text.slice(0, end)) + source.text.slice(end) }
  return { frontMatter: toFrontMatter(text, { format: fence.format, start, source, file }), rest }
}

interface FrontMatterFence {
  readonly format: FrontMatter['format']
  readonly opening: RegExp
  readonly closing: RegExp
  /** Matches from the start to the first key, which a paragraph between two rules does not have. */
  readonly key: RegExp
}

const TOML_KEY = /^(?:[ \t]*(?:#.*)?\n)*(?:\[|["'\w.-]+[ \t]*=)/

const FENCES: readonly FrontMatterFence[] = [
  {
    format: 'yaml',
    opening: /^---[ \t]*\n/,
    closing: /^(?:---|\.\.\.)[ \t]*$/m,
    key: /^(?:[ \t]*(?:#.*)?\n)*["']?[\p{L}_][^\n:]{0,100}:(?:[ \t\n]|$)/u,
  },
  {
    format: 'toml',
    opening: /^\+\+\+[ \t]*\n/,
    closing: /^\+\+\+[ \t]*$/m,
    key: TOML_KEY,
  },
  {
    format: 'toml',
    opening: /^---[ \t]*\n/,
    closing: /^---[ \t]*$/m,
    key: /^(?:[ \t]*(?:#.*)?\n)*["'\w.-]+[ \t]*= *["'[{\w]/,
  },
]

function blankOut(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

interface FrontMatterContext {
  readonly format: FrontMatter['format']
  /** The offset in the source at which the text between the fences begins. */
  readonly start: number
  readonly source: Source
  readonly file: VFile
}

function toFrontMatter(text: string, { format, start, source, file }: FrontMatterContext): FrontMatter {
  const line = pointAt(source, start).line
  const isTooLong = text.length > LIMITS.frontMatter
  const { values, places, error } = isTooLong ? TOO_LONG : PARSERS[format](text)
  if (error) {
    const place = pointAt(source, start + error.offset)
    file.message(error.reason, { place, source: 'lectern', ruleId: 'front-matter-syntax' })
  }
  const positionOf = ([from, to]: Span): Position => ({
    start: { ...pointAt(source, start + from), offset: start + from },
    end: { ...pointAt(source, start + to), offset: start + to },
  })
  const located = places.map(
    ({ path, key, value }): FrontMatterPlace => ({ path, key: key && positionOf(key), value: positionOf(value) }),
  )
  return { format, source: text, line, values, places: located }
}

const PARSERS: Readonly<Record<FrontMatter['format'], (text: string) => ParsedFrontMatter>> = {
  yaml: parseYamlValues,
  toml: parseTomlValues,
}

const TOO_LONG: ParsedFrontMatter = {
  values: {},
  places: [],
  error: {
    reason: `The front matter is longer than ${LIMITS.frontMatter / 1024} KB and was not read; shorten it.`,
    offset: 0,
  },
}
