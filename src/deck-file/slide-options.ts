// Reads and writes the options of a slide: `<!-- slide: tides, hidden -->`.

import { closest, distance } from 'fastest-levenshtein'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { parseDocument } from 'yaml'
import { isLayoutName, LAYOUT_NAMES } from '../model/deck.ts'
import { didYouMean } from '../util/closest-name.ts'

/** The options in the comment above a slide. */
export interface SlideOptions {
  /** The slide's id: letters, digits, `-` and `_`. */
  readonly slide?: string | undefined
  readonly hidden?: boolean | undefined
  readonly layout?: string | undefined
  /** The name of the part that begins or continues here; null for none. */
  readonly part?: string | null | undefined
  /** A colour, a gradient or the path of a picture. */
  readonly background?: string | undefined
  readonly steps?: boolean | undefined
  /** Whether an update found changes to both the slide and the article that the author has not yet reconciled. */
  readonly conflict?: boolean | undefined
}

/**
 * Reads the options in an HTML comment and reports those that cannot be used. Returns null for a comment without
 * options.
 */
export function readOptions(html: string, place: Point, file: VFile): SlideOptions | null {
  const content = /^<!--([\s\S]{0,4000}?)-->\s*$/.exec(html)?.[1]?.trim()
  if (content === undefined || !startsWithOption(content)) return null
  const isBlock = content.includes('\n')
  const document = parseDocument(isBlock ? content : `{${content}}`, { schema: 'failsafe', logLevel: 'silent' })
  const report = (reason: string) => void file.message(reason, { place, source: 'lectern', ruleId: 'slide-options' })
  const values: unknown = document.errors.length === 0 ? document.toJS({ maxAliasCount: 0 }) : null
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    const remedy = /[({[]/.test(content)
      ? 'Put a value with brackets or commas in quotation marks: <!-- background: "linear-gradient(…)" -->.'
      : 'Write them as <!-- slide: its-id, layout: points, hidden -->.'
    report(`The options of this slide cannot be read. ${remedy}`)
    return {}
  }
  const entries = Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
    const readValue = READERS[key]
    if (readValue === undefined) {
      report(unknownOptionReason(key, value))
      return []
    }
    const parsed = readValue(typeof value === 'string' ? value.trim() : '')
    if (parsed === undefined) report(invalidValueReason(key, String(value)))
    return parsed === undefined ? [] : [[key, parsed]]
  })
  return Object.fromEntries(entries)
}

const booleanOf = (text: string) => ({ '': true, true: true, yes: true, false: false, no: false })[text.toLowerCase()]
const nonEmptyText = (text: string) => (text === '' ? undefined : text)

const READERS: Readonly<Record<string, (text: string) => string | boolean | null | undefined>> = {
  slide: (text) => (ID.test(text) ? text : undefined),
  hidden: booleanOf,
  layout: (text) => (isLayoutName(text) ? text : undefined),
  part: (text) => (['', 'none', '~', 'null'].includes(text) ? null : text),
  background: nonEmptyText,
  steps: booleanOf,
  conflict: booleanOf,
}

const REMEDIES: Readonly<Record<string, string>> = {
  slide: 'Use letters, digits and hyphens.',
  hidden: 'Write hidden, or leave it out.',
  background: 'Give a colour, a gradient or a picture.',
  steps: 'Write true or false.',
  conflict: 'Leave it out once the slide and its notes agree.',
}

function invalidValueReason(key: string, value: string): string {
  if (key !== 'layout' || value.trim() === '')
    return `The option "${key}" of this slide cannot be "${value}". ${REMEDIES[key] ?? `Choose from ${LAYOUT_NAMES.join(', ')}.`}`
  const remedy = didYouMean(value, LAYOUT_NAMES) ?? `Choose from ${LAYOUT_NAMES.join(', ')}.`
  return `No layout is called "${value}". ${remedy} This slide gets the layout that fits its content.`
}

function unknownOptionReason(key: string, value: unknown): string {
  const names = Object.keys(READERS)
  const question = didYouMean(key, names)
  if (question !== null) return `There is no slide option "${key}". ${question}`
  // In "part: Rain, wind", the comma ends the value.
  const hasValue = typeof value === 'string' && value !== ''
  const remedy = hasValue ? '' : ' To use a comma in a value, put the value in quotation marks.'
  return `There is no slide option "${key}". Choose from ${names.join(', ')}.${remedy}`
}

/** Ids in this form are safe in URLs and in HTML. */
const ID = /^[\p{L}\p{N}_-]{1,100}$/u

/**
 * Whether a comment starts with an option, or with a misspelled one. The latter must be reported, because a slide that
 * is meant to be hidden would be shown.
 */
function startsWithOption(content: string): boolean {
  const [, word = '', end] = /^([\p{L}_]+)\s*([:,]|$)/u.exec(content) ?? []
  if (end === undefined) return false
  const nearest = closest(word.toLowerCase(), Object.keys(READERS))
  return word in READERS || distance(word.toLowerCase(), nearest) <= (word.length > 5 ? 2 : 1)
}

/** Writes options as a comment, always in the same order. Returns null if there are none. */
export function optionsComment(options: SlideOptions): string | null {
  const words = Object.keys(READERS).flatMap((key) => {
    const value = Object.entries(options).find(([name]) => name === key)?.[1]
    if (value === undefined) return []
    if (value === true && FLAG_OPTIONS.has(key)) return [key]
    if (value === null) return [`${key}: none`]
    return [`${key}: ${typeof value === 'string' ? scalar(value) : value}`]
  })
  return words.length === 0 ? null : `<!-- ${words.join(', ')} -->`
}

/** Options that are written without a value. */
const FLAG_OPTIONS: ReadonlySet<string> = new Set(['hidden', 'conflict'])

/** Writes text as YAML, without characters that would end the comment or the entry. */
function scalar(text: string): string {
  if (PLAIN_SCALAR.test(text)) return text
  return JSON.stringify(text)
    .replace(/-(?=[->])|(?<=-)-/g, '\\u002d')
    .replaceAll('>', '\\u003e')
}

const PLAIN_SCALAR =
  /^(?!(?:none|null|true|false|yes|no|~)$)[\p{L}\p{N}_](?:[\p{L}\p{N}_.()%]|[ /](?=[\p{L}\p{N}])|-(?!-))*$/iu

export function hasSameOptions(mine: SlideOptions = {}, theirs: SlideOptions = {}): boolean {
  return optionsComment(mine) === optionsComment(theirs)
}
