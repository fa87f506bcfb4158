// Separates front matter from the article below it.

import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { FrontMatter, FrontMatterPlace } from '../../model/article.ts'
import { pointAt } from '../../model/source-position.ts'
import type { Span } from '../../model/span.ts'
import { formatSize } from '../../util/format-size.ts'
import { LIMITS } from '../limits.ts'
import type { Source } from '../source.ts'
import { FORMS, type FoundBlock, KEY_LINES } from './forms.ts'
import type { ParsedFrontMatter } from './parsed-front-matter.ts'

/** Front matter, and the source with spaces instead of the front matter, so that offsets stay the same. */
export interface SplitSource {
  readonly frontMatter: FrontMatter
  readonly rest: Source
}

/**
 * Reads front matter at the top of a file if it is marked as such, in any of the usual forms. Returns undefined if
 * there is none. A message reports a syntax error.
 */
export function splitFrontMatter(source: Source, file: VFile): SplitSource | undefined {
  for (const find of FORMS) {
    const block = find(source.text)
    if (block !== null) return splitAt(block, source, file)
  }
  return undefined
}

/** Reads lines such as "Title: The lock" at the top of a file, up to a blank line, if one of them gives the title. */
export function splitKeyLines(source: Source, file: VFile): SplitSource | undefined {
  const block = KEY_LINES(source.text)
  return block === null ? undefined : splitAt(block, source, file)
}

function splitAt(block: FoundBlock, source: Source, file: VFile): SplitSource {
  const rest = { ...source, text: blankOut(source.text.slice(0, block.end)) + source.text.slice(block.end) }
  return { frontMatter: toFrontMatter(block, source, file), rest }
}

function blankOut(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

function toFrontMatter({ span: [start, end], parse }: FoundBlock, source: Source, file: VFile): FrontMatter {
  const text = source.text.slice(start, end)
  const line = pointAt(source, start).line
  const { values, places, error } = text.length > LIMITS.frontMatter ? TOO_LONG : parse(text)
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
  return { source: text, line, values, places: located }
}

const TOO_LONG: ParsedFrontMatter = {
  values: {},
  places: [],
  error: {
    reason: `The front matter is longer than ${formatSize(LIMITS.frontMatter)} and was not read. Shorten it.`,
    offset: 0,
  },
}
