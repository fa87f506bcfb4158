import { isDate } from '../dates.ts'
import { couldBeHeading, EVIDENCE, type Place } from './evidence.ts'
import { type Glance, glanceAt } from './glance.ts'
import { isRule, type Unit } from './units.ts'

/** Texts in which one unit in so many follows a blank line use blank lines to part blocks. */
const SPACED_SHARE = 1 / 12

/** For each unit the level of the heading that it is, from 1, or 0. Decided on the whole text: by itself no line shows what it is. */
export function headingLevels(units: readonly Unit[]): readonly number[] {
  const glances = units.map(glanceAt)
  const isSpaced = glances.filter(({ gap }) => gap > 0).length > glances.length * SPACED_SHARE
  const runs = runsOf(glances)
  const isDated = glances.filter(({ text }) => isDate(text)).length >= LEAST_DATES
  const levels = glances.map((at, index): number => {
    const underline = levelByUnderline(units[index + 1], index)
    if (underline > 0 || isRule(at.text)) return underline
    const place: Place = {
      at,
      before: glances[index - 1],
      next: glances[index + 1],
      twoBefore: glances[index - 2],
      twoAfter: glances[index + 2],
      isSpaced,
      runBefore: runs.before[index - 1] ?? 0,
      runAfter: runs.after[index + 1] ?? 0,
    }
    const isText = index > 0 && units[index]?.type === 'text'
    return isText && !isLabel(at.text, isDated) && isHeading(place) ? levelOf(at) : 0
  })
  const series: Series = { units, levels, numbered: numberedBeside(units) }
  const numbers = new Set<string>()
  return levels.map((level, index) => {
    const isBare = isLabel(units[index]?.text ?? '', isDated)
    const found = level > 0 || isBare ? level : levelInSeries(index, series) || levelUnder(numbers, units[index])
    if (found > 0) numbers.add(numberOf(units[index]))
    return found
  })
}

/** So many dates by themselves may head what happened then. */
export const LEAST_DATES = 3

/** Whether words only say what a page shows, or, as no others do, when it was put there. */
export function isLabel(text: string, isDated: boolean): boolean {
  return /^(?:advertisement|image|photo(?:graph)?|picture|video)s?$/i.test(text) || (!isDated && isDate(text))
}

/** "2.1 Fields" alone between blank lines is a heading where "2" is one already. */
function levelUnder(numbers: ReadonlySet<string>, unit: Unit | undefined): number {
  if (unit?.type !== 'text' || unit.lines.length > 1 || unit.lines[0].gap === 0) return 0
  const number = numberOf(unit)
  const above = number.slice(0, Math.max(0, number.lastIndexOf('.')))
  return above !== '' && numbers.has(above) && couldBeHeading(glanceAt(unit)) ? number.split('.').length : 0
}

/** The number that words begin with, such as 2.1, or nothing. */
function numberOf(unit: Unit | undefined): string {
  return /^(\d{1,3}(?:\.\d{1,3})*)\.?\s+\S/.exec(unit?.text ?? '')?.[1] ?? ''
}

interface Series {
  readonly units: readonly Unit[]
  readonly levels: readonly number[]
  readonly numbered: readonly (readonly [before: number | undefined, after: number | undefined])[]
}

/** For each unit the indexes of the nearest ones before and after it that are numbered. */
function numberedBeside(units: readonly Unit[]): Series['numbered'] {
  const before = lastNumbered(units)
  const after = lastNumbered(units.toReversed()).toReversed()
  return units.map((_, index) => {
    const back = after[index]
    return [before[index], back === undefined ? undefined : units.length - 1 - back]
  })
}

function lastNumbered(units: readonly Unit[]): readonly (number | undefined)[] {
  let last: number | undefined
  return units.map(({ marker }, index) => {
    const found = last
    if (marker?.type === 'number') last = index
    return found
  })
}

/** "3. Lessons" is a heading, whatever follows it, where "2. Costs" or "4. Ends" is one and no item of a list stands beside it. */
function levelInSeries(index: number, { units, levels, numbered }: Series): number {
  const unit = units[index]
  if (unit?.marker?.type !== 'number' || isAmongItems(units, index) || !couldBeHeading(glanceAt(unit))) return 0
  const { ordinal } = unit.marker
  const [before = -1, after = -1] = numbered[index] ?? []
  const peers = [
    [before, ordinal - 1],
    [after, ordinal + 1],
  ] as const
  const [peer] = peers.find(([at, wanted]) => units[at]?.marker?.ordinal === wanted && (levels[at] ?? 0) > 0) ?? []
  return peer === undefined ? 0 : (levels[peer] ?? 0)
}

function isAmongItems(units: readonly Unit[], index: number): boolean {
  return units[index - 1]?.marker?.type === 'number' || units[index + 1]?.marker?.type === 'number'
}

function isHeading(place: Place): boolean {
  const { at } = place
  if (!/[\p{L}\p{N}]/u.test(at.text) || at.text.includes('\t')) return false
  if (at.mark === 'quote' || at.end === 'comma' || isListed(place)) return false
  if (at.end === 'colon' && place.next?.mark === 'quote') return false
  return EVIDENCE.reduce((sum, { weight, holds }) => (holds(place) ? sum + weight : sum), 0) > 0
}

/** Whether another number stands right under or over its own, with no blank line between: a step among steps. */
function isListed({ at, before, next, isSpaced }: Place): boolean {
  if (at.mark !== 'number' || !isSpaced) return false
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
