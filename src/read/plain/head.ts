import { isByline, isDate } from '../credits.ts'
import type { FrontMatterHead } from '../front-matter-head.ts'
import type { HeadPart } from '../piece.ts'
import { isRule, type Unit } from './units.ts'

/** A unit of the head, and how many of its characters are a key that says what it is. */
export interface HeadUnit {
  readonly part: HeadPart
  readonly key: number
}

/**
 * Which of the first units, by their index, are the title, the subtitle and the credits under it. Front matter that names the
 * title leaves none to be found.
 */
export function headUnits(
  units: readonly Unit[],
  levels: readonly number[],
  given: FrontMatterHead,
): ReadonlyMap<number, HeadUnit> {
  const head = new Map<number, HeadUnit>()
  if (given.title !== undefined) return head
  const add = (index: number, unit: HeadUnit) => {
    const isKnown = given[unit.part] !== undefined || [...head.values()].some(({ part }) => part === unit.part)
    if (!isKnown) head.set(index, unit)
    return !isKnown
  }
  const keyed = keyedUnits(units)
  for (const [index, unit] of keyed.entries()) if (unit) add(index, unit)
  let next = keyed.length
  if (![...head.values()].some(({ part }) => part === 'title')) {
    if (units.length < 2) return head
    if (!isTitle(units[next], levels[next] ?? 0))
      next += Math.max(0, units.slice(next, next + HEAD).findIndex(isCentred))
    if (!isTitle(units[next], levels[next] ?? 0)) return head
    add(next, { part: 'title', key: 0 })
    next += 1
  }
  if (isSubtitle(units[next], units[next + 1]) && add(next, { part: 'subtitle', key: 0 })) next += 1
  for (const [index, unit] of units.slice(next, next + CREDITS).entries()) {
    const credit = creditOf(unit) ?? poetOf(unit, units[next + index + 1])
    if (credit ? !add(next + index, credit) : !isRule(unit.text)) break
  }
  return head
}

/** Credits stand within so many units of the title. */
const CREDITS = 3

/** The lines at the top that say `Key: value`, where one of them names the title or two are known; those not known are empty. */
function keyedUnits(units: readonly Unit[]): readonly (HeadUnit | undefined)[] {
  const end = units.findIndex(({ text, lines }) => lines.length > 1 || !KEYED.test(text))
  const keyed = units.slice(0, end < 0 ? units.length : end).map((unit) => keyOf(unit))
  const known = keyed.filter((unit) => unit !== undefined)
  return known.length > 1 || known.some(({ part }) => part === 'title') ? keyed : []
}

const KEYED = /^\p{L}[\p{L} -]{0,20}:[ \t]+\S/u

function keyOf({ text }: Unit): HeadUnit | undefined {
  const [key = '', name = ''] = /^([\p{L} -]{1,20}):[ \t]+/u.exec(text) ?? []
  const part = KEYS[name.toLowerCase()]
  return part && { part, key: key.length }
}

const KEYS: Readonly<Record<string, HeadPart | undefined>> = {
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

function creditOf(unit: Unit): HeadUnit | undefined {
  const keyed = keyOf(unit)
  if (keyed?.part === 'byline' || keyed?.part === 'date') return keyed
  if (isDate(unit.text)) return { part: 'date', key: 0 }
  return isByline(unit.text) ? { part: 'byline', key: 0 } : undefined
}

/** A bare name over verse. */
function poetOf({ type, text }: Unit, next: Unit | undefined): HeadUnit | undefined {
  return type === 'text' && next?.type === 'verse' && NAME.test(text) ? { part: 'byline', key: 0 } : undefined
}

const NAME = /^(?:\p{Lu}[\p{L}.'’-]*(?: (?:von|van|de|der|da|la|\p{Lu}[\p{L}.'’-]*)){1,4}|\p{sc=Han}{2,4})$/u

/** Whether a unit is one line set in the middle of a page. */
function isCentred(unit: Unit): boolean {
  return unit.lines.length === 1 && unit.lines[0].indent >= CENTRE && isTitleLike(unit)
}

/** Columns from the margin. */
const CENTRE = 10
/** A title that is not the first unit is one of so many. */
const HEAD = 4

function isTitle(unit: Unit | undefined, level: number): boolean {
  return unit !== undefined && (level > 0 || isTitleLike(unit))
}

/** A line like a title between the title and the credits. */
function isSubtitle(unit: Unit | undefined, next: Unit | undefined): boolean {
  return (
    unit !== undefined && next !== undefined && isTitleLike(unit) && !creditOf(unit) && creditOf(next) !== undefined
  )
}

function isTitleLike({ type, text, marker }: Unit): boolean {
  return type === 'text' && marker === undefined && text.length <= LONGEST_TITLE && !/[.,;:]$/.test(text)
}

/** A title of more characters is a paragraph. */
const LONGEST_TITLE = 160
