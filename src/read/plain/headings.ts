import { isDate } from '../dates.ts'
import { type Glance, glanceAt } from './glance.ts'
import { couldBeHeading, headingSigns, isBare, type Place, type Spacing } from './heading-signs.ts'
import { HEADING_WEIGHTS } from './heading-weights.ts'
import { isRule, type Unit } from './units.ts'

/** For each unit the level of the heading that it is, from 1, or 0. Decided on the whole text: by itself no line shows what it is. */
export function headingLevels(units: readonly Unit[]): readonly number[] {
  const places = placesOf(units)
  const isDated = places.filter(({ at }) => isDate(at.text)).length >= LEAST_DATES
  return places.map((place, index): number => {
    const underline = levelByUnderline(units[index + 1], index)
    if (underline > 0 || isRule(place.at.text)) return underline
    const isText = index > 0 && units[index]?.type === 'text' && !NAMES_SPEAKER.test(units[index].text)
    return isText && !isLabel(place.at.text, isDated) && isHeading(place) ? levelOf(place.at) : 0
  })
}

/** Who said what stands above. */
const NAMES_SPEAKER = /^[–—―]/

/** Each unit of a text among its neighbours. */
export function placesOf(units: readonly Unit[]): readonly Place[] {
  const glances = units.map(glanceAt)
  const spacing = spacingOf(glances)
  const runs = runsOf(glances)
  return glances.map((at, index) => ({
    at,
    before: glances[index - 1],
    next: glances[index + 1],
    twoBefore: glances[index - 2],
    twoAfter: glances[index + 2],
    spacing,
    runBefore: runs.before[index - 1] ?? 0,
    runAfter: runs.after[index + 1] ?? 0,
  }))
}

function spacingOf(glances: readonly Glance[]): Spacing {
  if (glances.filter(({ gap }) => gap > 0).length <= glances.length * SPACED_SHARE) return 'none'
  const gaps = glances.flatMap((at, index) => {
    const next = glances[index + 1]
    return isBare(at) && !at.isCode && next?.isProse === true ? [next.gap] : []
  })
  return gaps.filter((gap) => gap === 0).length > gaps.length * TIGHT_SHARE ? 'copied' : 'even'
}

/** Texts in which one unit in so many follows a blank line use blank lines to part blocks. */
const SPACED_SHARE = 1 / 12
/** Where so many possible headings stand right on the prose that follows, headings do. */
const TIGHT_SHARE = 1 / 3

/** So many dates by themselves may head what happened then. */
export const LEAST_DATES = 3

/** Whether words only say what a page shows, or, as no others do, when it was put there. */
export function isLabel(text: string, isDated: boolean): boolean {
  return /^(?:advertisement|image|photo(?:graph)?|picture|video)s?$/i.test(text) || (!isDated && isDate(text))
}

function isHeading(place: Place): boolean {
  const { at } = place
  if (!/[\p{L}\p{N}]/u.test(at.text) || at.text.includes('\t')) return false
  if (at.mark === 'quote' || at.end === 'comma' || isListed(place)) return false
  if (at.end === 'colon' && place.next?.mark === 'quote') return false
  // The name of somebody who speaks, or of something in a program.
  if (at.start === 'lower' && at.words === 1) return false
  return headingSigns(place).reduce((sum, sign) => sum + (HEADING_WEIGHTS[sign] ?? 0), 0) > 0
}

/** Whether another number stands right under or over its own, with no blank line between: a step among steps. */
function isListed({ at, before, next, spacing }: Place): boolean {
  if (at.mark !== 'number' || spacing === 'none') return false
  return (next?.mark === 'number' && next.gap === 0) || (before?.mark === 'number' && at.gap === 0)
}

/** A line of nothing but = or - under a line makes it a heading. */
function levelByUnderline(next: Unit | undefined, index: number): number {
  if (next === undefined || next.lines[0].gap > 0 || !isRule(next.text)) return 0
  if (index > 0 && next.text.startsWith('-')) return 2
  return next.text.startsWith('=') ? 1 : 0
}

/** "1.2 Method" stands one level below "1 Aims". */
export function levelOf({ text }: Glance): number {
  const number = /^\d+((?:\.\d+)+)\.?\s/.exec(text)?.[1]
  return number === undefined ? 1 : number.split('.').length
}

interface Runs {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** For each unit how many in a row, up to it and from it on, could be headings. The first, the title, counts for none. */
function runsOf(glances: readonly Glance[]): Runs {
  const could = glances.map((glance, index) => index > 0 && couldBeHeading(glance))
  return { before: countRuns(could), after: countRuns(could.toReversed()).toReversed() }
}

function countRuns(could: readonly boolean[]): number[] {
  const runs: number[] = []
  for (const each of could) runs.push(each ? (runs.at(-1) ?? 0) + 1 : 0)
  return runs
}
