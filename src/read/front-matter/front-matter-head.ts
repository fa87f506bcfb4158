// Reads the title, subtitle, authors, date and language from front matter.

import type { VFile } from 'vfile'
import type { FrontMatter, FrontMatterPlace, FrontMatterValue } from '../../model/article.ts'
import { isDate } from '../dates.ts'
import type { ArticleHead, HeadPart, Words } from '../piece.ts'
import type { Source } from '../source.ts'
import { sourceOffsets } from '../source-offsets.ts'
import { wordsOf } from '../words.ts'
import { plainLine } from './plain-line.ts'

/** Reads the title, subtitle, authors and date from the usual keys of front matter, in upper or lower case. */
export function headOf(frontMatter: FrontMatter, source: Source): ArticleHead {
  const head: Partial<Record<HeadPart, Words>> = {}
  for (const [part, path, value] of headEntries(frontMatter)) {
    const place = frontMatter.places.find((each) => each.path.join('\n') === path.join('\n'))
    const words = wordsAt(value, place, source)
    if (words.text !== '') head[part] ??= words
  }
  return head
}

/** Whether front matter gives the date of the article. */
export function hasDate(frontMatter: FrontMatter): boolean {
  return headEntries(frontMatter).some(([part]) => part === 'date')
}

type HeadEntry = readonly [part: HeadPart, path: readonly string[], value: FrontMatterValue]

/** Lists the values that belong to the head, including those that Hugo and Zola keep below "params" and "extra". */
function headEntries({ values }: FrontMatter): readonly HeadEntry[] {
  const top = Object.entries(values).map(([key, value]) => [[key], value] as const)
  const nested = NESTING_KEYS.flatMap((parent) =>
    Object.entries(mapIn(values[parent])).map(([key, value]) => [[parent, key], value] as const),
  )
  return [...top, ...nested].flatMap(([path, value]): readonly HeadEntry[] => {
    const key = path.at(-1)?.toLowerCase().replace(/[_-]/g, '') ?? ''
    const part = HEAD_KEYS[key]
    if (isComputed(value) || part === undefined) return []
    if (part === 'date') return dateEntry(path, value, key)
    const shown = key === 'authors' ? withoutIds(value) : value
    return [[part, path, part === 'byline' && typeof shown === 'string' ? shown.replace(/\n+/g, ', ') : shown]]
  })
}

/** Reports authors who are given only by an id, which refers to the site's own list of authors: "authors: [ajones]". */
export function reportAuthorIds({ values, places }: FrontMatter, file: VFile): void {
  const ids = idsIn(values.authors ?? [])
  if (ids.length === 0) return
  const place = places.find(({ path }) => path.join('\n') === 'authors')?.value
  file.info(
    `"authors" gives ids, which are not shown: ${ids.map((id) => `"${id}"`).join(', ')}. Write names to show them.`,
    { place, source: 'lectern', ruleId: 'left-out' },
  )
}

function idsIn(authors: FrontMatterValue): readonly string[] {
  if (typeof authors === 'string') return AUTHOR_ID.test(authors) ? [authors] : []
  return isList(authors) ? authors.flatMap(idsIn) : []
}

function withoutIds(authors: FrontMatterValue): FrontMatterValue {
  if (typeof authors === 'string') return AUTHOR_ID.test(authors) ? '' : authors
  return isList(authors) ? authors.map(withoutIds) : authors
}

/** "ajones" and "alex-jones" are ids, from which the spelling of the names cannot be known. */
const AUTHOR_ID = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/

const NESTING_KEYS = ['params', 'extra']

/** Whether a value is a placeholder that only another program can replace: "`r Sys.Date()`", "today" in Quarto. */
function isComputed(value: FrontMatterValue): boolean {
  return typeof value === 'string' && /^(?:`r .*`|today|now|last-modified|\{\{.*\}\})$/s.test(value.trim())
}

/** Returns a date without its time. Only the key "date" may have a value that is not a date, such as "spring". */
function dateEntry(path: readonly string[], value: FrontMatterValue, key: string): readonly HeadEntry[] {
  const [, year = '', , month = '', day = ''] = (typeof value === 'string' && DAY_AND_TIME.exec(value)) || []
  const isoDate = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
  if (year !== '') return [['date', path, isoDate]]
  return key === 'date' || (typeof value === 'string' && isDate(value)) ? [['date', path, value]] : []
}

/** "2024-05-03", "2024/5/3 10:20", "2024-05-03T10:20:00Z", or a timestamp of Org. */
const DAY_AND_TIME = /^<?(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/

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
  creator: 'byline',
  date: 'date',
  published: 'date',
  publishedat: 'date',
  publishdate: 'date',
  pubdate: 'date',
  created: 'date',
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

/**
 * Converts a value to plain text. A list becomes its items, joined with commas; a map becomes its `name`, which may
 * have several components.
 */
function textOf(value: FrontMatterValue): string {
  if (typeof value === 'string') return plainLine(value)
  if (isList(value))
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join(', ')
  const names = value.literal === undefined ? [value.given, value.family] : [value.literal]
  return [value.name, ...names].flatMap((name) => (name === undefined ? [] : [textOf(name)])).join(' ')
}

function mapIn(value: FrontMatterValue | undefined): Readonly<Record<string, FrontMatterValue>> {
  return typeof value === 'object' && !isList(value) ? value : {}
}

function isList(value: FrontMatterValue): value is readonly FrontMatterValue[] {
  return Array.isArray(value)
}
