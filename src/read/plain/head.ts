// Finds the title, subtitle, byline and date of plain text.

import { isByline, isName } from '../byline.ts'
import { isDate } from '../dates.ts'
import type { ArticleHead, HeadPart } from '../piece.ts'
import { memoHeaderOf } from './memo-header.ts'
import { isRule, type PlainUnit } from './units.ts'

/** A part of the head, and the length in characters of the key before it ("Author: "). */
export interface HeadUnit {
  readonly part: HeadPart
  readonly keyLength: number
}

/** The parts of an article's head, keyed by the index of their unit. */
export interface PlainHead {
  readonly parts: ReadonlyMap<number, HeadUnit>
  /** The indexes of the units in a memo's header that do not belong to the head of an article, such as "To: …". */
  readonly unusedUnits: ReadonlySet<number>
}

/**
 * Finds the title, subtitle, byline and date among the first units, and the other lines of a memo's header. Parts that
 * the front matter contains are left out. If it contains the title, only the header of a memo is read.
 */
export function headOfUnits(units: readonly PlainUnit[], levels: readonly number[], givenHead: ArticleHead): PlainHead {
  const memo = memoHeaderOf(units)
  if (memo === undefined) return { parts: partsOf(units, levels, givenHead), unusedUnits: new Set() }
  const { title, fields, end } = memo
  const isNew = ([, { part }]: readonly [number, HeadUnit]) => givenHead[part] === undefined
  const newParts = [...(title === null ? [] : [[title, TITLE] as const]), ...fields].filter(isNew)
  const unusedUnits = new Set([
    ...memo.unusedUnits,
    ...[...fields.keys()].filter((index) => !newParts.some(([each]) => each === index)),
  ])
  const hasTitle = givenHead.title !== undefined || newParts.some(([, { part }]) => part === 'title')
  const next = units[end]
  const titleBelow = !hasTitle && next !== undefined && isTitle(next, levels[end] ?? 0) ? [[end, TITLE] as const] : []
  return { parts: new Map([...newParts, ...titleBelow]), unusedUnits }
}

const TITLE: HeadUnit = { part: 'title', keyLength: 0 }

function partsOf(
  units: readonly PlainUnit[],
  levels: readonly number[],
  givenHead: ArticleHead,
): ReadonlyMap<number, HeadUnit> {
  const head = new Map<number, HeadUnit>()
  if (givenHead.title !== undefined) return head
  const add = (index: number, unit: HeadUnit) => {
    const isTaken = givenHead[unit.part] !== undefined || [...head.values()].some(({ part }) => part === unit.part)
    if (!isTaken) head.set(index, unit)
    return !isTaken
  }
  const keyedParts = keyedPartsOf(units)
  for (const [index, unit] of keyedParts.entries()) if (unit) add(index, unit)
  if (isTitleAbove(units, keyedParts)) add(0, TITLE)
  let next = keyedParts.length
  if (![...head.values()].some(({ part }) => part === 'title')) {
    if (units.length < 2) return head
    if (!isTitle(units[next], levels[next] ?? 0))
      next += Math.max(0, units.slice(next, next + TITLE_UNITS).findIndex(isCentred))
    if (!isTitle(units[next], levels[next] ?? 0)) return head
    add(next, TITLE)
    next += 1
  }
  const isCredit = (index: number) => creditAt(units, index) !== undefined
  const isSubtitle = isTitle(units[next], 0) && isCredit(next + 1)
  if (!isCredit(next) && (isSubtitle || isStandfirst(units[next], units[next + 1]))) {
    add(next, { part: 'subtitle', keyLength: 0 })
    next += 1
  }
  for (let index = next; index < next + MAX_CREDITS; index += 1) {
    const credit = creditAt(units, index)
    if (credit ? !add(index, credit) : !isRule(units[index]?.text ?? '')) break
  }
  return head
}

/** The number of units after the title that may be credits. */
const MAX_CREDITS = 3

/**
 * Finds the `Key: value` lines at the top, if one of them gives the title or at least two of the keys are recognised;
 * otherwise returns an empty array. A line with any other key is undefined.
 */
function keyedPartsOf(units: readonly PlainUnit[]): readonly (HeadUnit | undefined)[] {
  const end = units.findIndex(({ text, lines }) => lines.length > 1 || !KEY_AND_VALUE.test(text))
  const keyedParts = units.slice(0, end < 0 ? units.length : end).map((unit) => keyOf(unit))
  const recognisedParts = keyedParts.filter((unit) => unit !== undefined)
  return recognisedParts.length > 1 || recognisedParts.some(({ part }) => part === 'title') ? keyedParts : []
}

/** Whether the first `Key: value` line is a title, separated from the others by a blank line: "MEMO: The new lock". */
function isTitleAbove(units: readonly PlainUnit[], keyedParts: readonly (HeadUnit | undefined)[]): boolean {
  const isSeparate = (units[1]?.lines[0]?.gap ?? 0) > 0
  return keyedParts.length > 1 && keyedParts[0] === undefined && isSeparate
}

const KEY_AND_VALUE = /^\p{L}[\p{L} -]{0,20}:[ \t]+\S/u

function keyOf({ text }: PlainUnit): HeadUnit | undefined {
  const [key = '', name = ''] = /^([\p{L} -]{1,20}):[ \t]+/u.exec(text) ?? []
  const part = HEAD_KEYS[name.toLowerCase()]
  return part && { part, keyLength: key.length }
}

const HEAD_KEYS: Readonly<Record<string, HeadPart | undefined>> = {
  title: 'title',
  subject: 'title',
  subtitle: 'subtitle',
  author: 'byline',
  authors: 'byline',
  by: 'byline',
  from: 'byline',
  speaker: 'byline',
  date: 'date',
  published: 'date',
}

/** Recognises a unit that is a byline or a date. Returns undefined for any other unit. */
function creditAt(units: readonly PlainUnit[], index: number): HeadUnit | undefined {
  const unit = units[index]
  if (unit === undefined || unit.type !== 'text' || unit.marker !== undefined) return undefined
  const keyedPart = keyOf(unit)
  if (keyedPart?.part === 'byline' || keyedPart?.part === 'date') return keyedPart
  if (isDate(unit.text)) return { part: 'date', keyLength: 0 }
  const isCredit = isByline(unit.text) || isPoet(unit, units[index + 1]) || isAuthorName(units, index)
  return isCredit ? { part: 'byline', keyLength: 0 } : undefined
}

/**
 * Whether a unit is a name, judged by `isName` from the text below it, without the last units, which may be about the
 * author.
 */
function isAuthorName(units: readonly PlainUnit[], index: number): boolean {
  const [unit, ...rest] = units.slice(index)
  const body = rest.length > 2 * ABOUT_AUTHOR_UNITS ? rest.slice(0, -ABOUT_AUTHOR_UNITS) : rest
  return rest.length > 0 && isName(unit?.text ?? '', body.map(({ text }) => text).join('\n'))
}

/** The number of units at the end that may be about the author. */
const ABOUT_AUTHOR_UNITS = 2

/** Whether a unit is a Chinese name above a poem. */
function isPoet({ text }: PlainUnit, next: PlainUnit | undefined): boolean {
  return next?.type === 'verse' && /^\p{sc=Han}{2,4}$/u.test(text)
}

/** Whether a unit is a single line, indented so far that it must be centred. */
function isCentred(unit: PlainUnit): boolean {
  return unit.lines.length === 1 && unit.lines[0].indent >= MIN_CENTRED_INDENT && looksLikeTitle(unit)
}

/** In columns. */
const MIN_CENTRED_INDENT = 10
/** The number of units at the start that are searched for a centred title. */
const TITLE_UNITS = 4

function isTitle(unit: PlainUnit | undefined, level: number): boolean {
  return unit !== undefined && (level > 0 || looksLikeTitle(unit))
}

function looksLikeTitle({ type, text, marker }: PlainUnit): boolean {
  return type === 'text' && marker === undefined && text.length <= LONGEST_TITLE && !/[.,;:]$/.test(text)
}

/** In characters. Anything longer is a paragraph. */
const LONGEST_TITLE = 160

/** Whether a unit is a sentence or two above a line such as "By Ada Marsh", as under newspaper headlines. */
function isStandfirst(unit: PlainUnit | undefined, next: PlainUnit | undefined): boolean {
  if (unit?.type !== 'text' || unit.marker !== undefined || next?.type !== 'text' || next.marker !== undefined)
    return false
  return unit.text.length <= LONGEST_STANDFIRST && isByline(next.text)
}

/** In characters. */
const LONGEST_STANDFIRST = 300
