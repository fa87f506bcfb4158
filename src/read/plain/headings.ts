// Finds the headings of plain text.

import { hasLetterOrDigit } from '../../util/letters-and-digits.ts'
import { isDate } from '../dates.ts'
import { isTableCaption } from '../table-captions.ts'
import {
  couldBeHeading,
  headingFeatures,
  isPlainCandidate,
  type Spacing,
  type UnitInContext,
} from './heading-features.ts'
import { HEADING_WEIGHTS } from './heading-weights.ts'
import { traitsOf, type UnitTraits } from './unit-traits.ts'
import { isRule, type PlainUnit } from './units.ts'

/**
 * Finds the heading level of each unit, from 1, or 0 for no heading. The whole text is needed, because few lines can be
 * recognised as headings on their own.
 */
export function headingLevels(units: readonly PlainUnit[]): readonly number[] {
  const contexts = unitsInContext(units)
  const datesAreHeadings = contexts.filter(({ unit }) => isDate(unit.text)).length >= MIN_DATES
  return contexts.map((context, index): number => {
    const underlinedLevel = levelByUnderline(units[index + 1], index)
    if (underlinedLevel > 0 || isRule(context.unit.text)) return underlinedLevel
    const isCaption = units[index + 1]?.type === 'table' && isTableCaption(context.unit.text)
    const isText = index > 0 && !isCaption && units[index]?.type === 'text' && !ATTRIBUTION.test(units[index].text)
    return isText && !isLabel(context.unit.text, datesAreHeadings) && isHeading(context) ? levelOf(context.unit) : 0
  })
}

/** An attribution: "— The keeper of the lock". */
const ATTRIBUTION = /^[–—―]/

/** Describes each unit together with its neighbours. */
export function unitsInContext(units: readonly PlainUnit[]): readonly UnitInContext[] {
  const traits = units.map(traitsOf)
  const spacing = spacingOf(traits)
  const runs = runsOf(traits)
  return traits.map((unit, index) => ({
    unit,
    before: traits[index - 1],
    next: traits[index + 1],
    twoBefore: traits[index - 2],
    twoAfter: traits[index + 2],
    spacing,
    candidateCountBefore: runs.before[index - 1] ?? 0,
    candidateCountAfter: runs.after[index + 1] ?? 0,
  }))
}

function spacingOf(traits: readonly UnitTraits[]): Spacing {
  if (traits.filter(({ gap }) => gap > 0).length <= traits.length * MIN_SPACED_FRACTION) return 'none'
  const gaps = traits.flatMap((unit, index) => {
    const next = traits[index + 1]
    return isPlainCandidate(unit) && !unit.isCode && next?.isProse === true ? [next.gap] : []
  })
  return gaps.filter((gap) => gap === 0).length > gaps.length * MIN_TIGHT_FRACTION ? 'copied' : 'even'
}

/** The minimum fraction of units that follow a blank line in text with blank lines between blocks. */
const MIN_SPACED_FRACTION = 1 / 12
/**
 * Text counts as copied if more than this fraction of the possible headings above prose have no blank line below them.
 */
const MIN_TIGHT_FRACTION = 1 / 3

/** The minimum number of dates on separate lines that may be the headings of a chronicle. */
export const MIN_DATES = 3

/**
 * Whether a line is only a label from a page ("Photo"), a direction ("[applause]"), or a date in an article whose
 * headings are not dates.
 */
export function isLabel(text: string, datesAreHeadings: boolean): boolean {
  return LABEL.test(text) || (!datesAreHeadings && isDate(text))
}

const LABEL = /^(?:advertisement|image|photo(?:graph)?|picture|video)s?$|^[[［][^[\]［］]*[\]］]$/i

function isHeading(context: UnitInContext): boolean {
  const { unit } = context
  if (!hasLetterOrDigit(unit.text) || unit.text.includes('\t')) return false
  if (unit.marker === 'quote' || unit.end === 'comma' || isNumberedStep(context)) return false
  if (unit.end === 'colon' && context.next?.marker === 'quote') return false
  // A single word in lower case is the name of a speaker, or of something in a program.
  if (unit.start === 'lower' && unit.wordCount === 1) return false
  return headingFeatures(context).reduce((sum, feature) => sum + (HEADING_WEIGHTS[feature] ?? 0), 0) > 0
}

/**
 * Whether a numbered line has another numbered line directly above or below it, and so is a step rather than a heading.
 */
function isNumberedStep({ unit, before, next, spacing }: UnitInContext): boolean {
  if (unit.marker !== 'number' || spacing === 'none') return false
  return (next?.marker === 'number' && next.gap === 0) || (before?.marker === 'number' && unit.gap === 0)
}

/**
 * Returns the level of a heading that is underlined with = or - by the next unit, as in Setext, or 0 if it is not
 * underlined.
 */
function levelByUnderline(next: PlainUnit | undefined, index: number): number {
  if (next === undefined || next.lines[0].gap > 0 || !isRule(next.text)) return 0
  if (index > 0 && next.text.startsWith('-')) return 2
  return next.text.startsWith('=') ? 1 : 0
}

/** Returns the level that the number of a heading implies: "1.2 Method" is one level below "1 Aims". */
export function levelOf({ text }: UnitTraits): number {
  const number = /^\d+((?:\.\d+)+)\.?\s/.exec(text)?.[1]
  return number === undefined ? 1 : number.split('.').length
}

interface Runs {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/**
 * Counts, for each unit, how many consecutive units that end with it or begin with it could be headings. The first unit
 * does not count, because it is the title.
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
