// Finds the headings of plain text.

import { isDate } from '../dates.ts'
import { couldBeHeading, headingSigns, isBare, type Spacing, type UnitSurroundings } from './heading-signs.ts'
import { HEADING_WEIGHTS } from './heading-weights.ts'
import { traitsOf, type UnitTraits } from './unit-traits.ts'
import { isRule, type PlainUnit } from './units.ts'

/**
 * Finds the heading level of each unit, from 1, or 0 for no heading. It needs the whole text, because hardly any line
 * shows by itself that it is a heading.
 */
export function headingLevels(units: readonly PlainUnit[]): readonly number[] {
  const places = placesOf(units)
  const isDated = places.filter(({ at }) => isDate(at.text)).length >= MIN_DATES
  return places.map((place, index): number => {
    const underline = levelByUnderline(units[index + 1], index)
    if (underline > 0 || isRule(place.at.text)) return underline
    const isText = index > 0 && units[index]?.type === 'text' && !NAMES_SPEAKER.test(units[index].text)
    return isText && !isLabel(place.at.text, isDated) && isHeading(place) ? levelOf(place.at) : 0
  })
}

/** An attribution: "— The keeper of the lock". */
const NAMES_SPEAKER = /^[–—―]/

/** Describes each unit of a text with its neighbours. */
export function placesOf(units: readonly PlainUnit[]): readonly UnitSurroundings[] {
  const traits = units.map(traitsOf)
  const spacing = spacingOf(traits)
  const runs = runsOf(traits)
  return traits.map((at, index) => ({
    at,
    before: traits[index - 1],
    next: traits[index + 1],
    twoBefore: traits[index - 2],
    twoAfter: traits[index + 2],
    spacing,
    runBefore: runs.before[index - 1] ?? 0,
    runAfter: runs.after[index + 1] ?? 0,
  }))
}

function spacingOf(traits: readonly UnitTraits[]): Spacing {
  if (traits.filter(({ gap }) => gap > 0).length <= traits.length * SPACED_SHARE) return 'none'
  const gaps = traits.flatMap((at, index) => {
    const next = traits[index + 1]
    return isBare(at) && !at.isCode && next?.isProse === true ? [next.gap] : []
  })
  return gaps.filter((gap) => gap === 0).length > gaps.length * TIGHT_SHARE ? 'copied' : 'even'
}

/** The minimum share of units that follow a blank line in a text with blank lines between blocks. */
const SPACED_SHARE = 1 / 12
/**
 * Of the possible headings above prose, the share without a blank line in between from which a text counts as copied.
 */
const TIGHT_SHARE = 1 / 3

/** The number from which dates on separate lines may be the headings of a chronicle. */
export const MIN_DATES = 3

/** Whether a line is only a label from a page ("Photo"), or a date in a text that dates do not divide. */
export function isLabel(text: string, isDated: boolean): boolean {
  return /^(?:advertisement|image|photo(?:graph)?|picture|video)s?$/i.test(text) || (!isDated && isDate(text))
}

function isHeading(place: UnitSurroundings): boolean {
  const { at } = place
  if (!/[\p{L}\p{N}]/u.test(at.text) || at.text.includes('\t')) return false
  if (at.mark === 'quote' || at.end === 'comma' || isListed(place)) return false
  if (at.end === 'colon' && place.next?.mark === 'quote') return false
  // A single word in lower case names a speaker, or something in a program.
  if (at.start === 'lower' && at.words === 1) return false
  return headingSigns(place).reduce((sum, sign) => sum + (HEADING_WEIGHTS[sign] ?? 0), 0) > 0
}

/** Whether a numbered line has another directly above or below it: a step, not a heading. */
function isListed({ at, before, next, spacing }: UnitSurroundings): boolean {
  if (at.mark !== 'number' || spacing === 'none') return false
  return (next?.mark === 'number' && next.gap === 0) || (before?.mark === 'number' && at.gap === 0)
}

/** Returns the level of a heading that the next unit underlines with = or -, as in Setext; 0 if it does not. */
function levelByUnderline(next: PlainUnit | undefined, index: number): number {
  if (next === undefined || next.lines[0].gap > 0 || !isRule(next.text)) return 0
  if (index > 0 && next.text.startsWith('-')) return 2
  return next.text.startsWith('=') ? 1 : 0
}

/** Returns the level of a heading by its number: "1.2 Method" is one level below "1 Aims". */
export function levelOf({ text }: UnitTraits): number {
  const number = /^\d+((?:\.\d+)+)\.?\s/.exec(text)?.[1]
  return number === undefined ? 1 : number.split('.').length
}

interface Runs {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/**
 * Counts, for each unit, the consecutive units up to it, and from it on, that could be headings. The first unit, which
 * is the title, does not count.
 */
function runsOf(traits: readonly UnitTraits[]): Runs {
  const candidates = traits.map((trait, index) => index > 0 && couldBeHeading(trait))
  return { before: countRuns(candidates), after: countRuns(candidates.toReversed()).toReversed() }
}

function countRuns(candidates: readonly boolean[]): number[] {
  const runs: number[] = []
  for (const each of candidates) runs.push(each ? (runs.at(-1) ?? 0) + 1 : 0)
  return runs
}
