// Reads the title, subtitle, authors, date and language from front matter.

import type { FrontMatter, FrontMatterPlace, FrontMatterValue } from '../model/article.ts'
import { referenceEdits } from './character-references.ts'
import { editText } from './edit-source.ts'
import { writeSuperscriptsIn } from './markdown/superscripts.ts'
import type { ArticleHead, HeadPart, Words } from './piece.ts'
import type { Source } from './source.ts'
import { sourceOffsets } from './source-offsets.ts'
import { wordsOf } from './words.ts'

/** Reads the title, subtitle, authors and date from the usual keys of front matter, in upper or lower case. */
export function headOf(frontMatter: FrontMatter, source: Source): ArticleHead {
  const head: Partial<Record<HeadPart, Words>> = {}
  for (const [key, value] of Object.entries(frontMatter.values)) {
    const part = HEAD_KEYS[key.toLowerCase()]
    const place = frontMatter.places.find(({ path }) => path.length === 1 && path[0] === key)
    const words = part && wordsAt(part === 'date' ? withoutTime(value) : value, place, source)
    if (part && words && words.text !== '') head[part] ??= words
  }
  return head
}

/** Returns the language given in front matter, if any, as written there. */
export function languageIn({ values }: FrontMatter): string | undefined {
  const value = values.lang ?? values.language
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

const HEAD_KEYS: Readonly<Record<string, HeadPart | undefined>> = {
  title: 'title',
  subtitle: 'subtitle',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  by: 'byline',
  date: 'date',
}

/** Removes the time of day from an ISO date: a title slide shows only the day. */
function withoutTime(value: FrontMatterValue): FrontMatterValue {
  return typeof value === 'string' ? value.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1') : value
}

function wordsAt(value: FrontMatterValue, place: FrontMatterPlace | undefined, source: Source): Words {
  const text = textOf(value)
  const start = place?.value.start.offset ?? 0
  const end = place?.value.end.offset ?? start
  return {
    ...wordsOf([{ value: text, offsets: sourceOffsets(text, source.text, [start, end]) }], source),
    position: place?.value,
  }
}

/** Converts a value to plain text: a list to its items, joined with commas; a map to its `name`. */
function textOf(value: FrontMatterValue): string {
  if (typeof value === 'string') {
    const text = writeSuperscriptsIn(editText(value, referenceEdits(value)))
    return text.replace(UNPRINTABLE, ' ').replace(LINK, '$1').replaceAll('`', '')
  }
  if (isList(value))
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join(', ')
  return value.name === undefined ? '' : textOf(value.name)
}

function isList(value: FrontMatterValue): value is readonly FrontMatterValue[] {
  return Array.isArray(value)
}

/** A Markdown link, which some authors write in front matter too. */
const LINK = /\[([^\][]*)\]\([^()]*\)/g

/**
 * Unprintable characters, which an escape in a quoted value can produce even though none are left in the text of the
 * file.
 */
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\u2028\u2029\uFEFF]/gu
