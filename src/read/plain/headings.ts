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
    return index > 0 && isHeading(place) ? levelOf(at) : 0
  })
  return units.map((unit, index) =>
    levels[index] === 0 ? levelInSeries(unit, index, { units, levels }) : (levels[index] ?? 0),
  )
}

interface Series {
  readonly units: readonly Unit[]
  readonly levels: readonly number[]
}

/** "3. Lessons" is a heading, whatever follows it, where "2. Costs" or "4. Ends" is one and no item of a list stands beside it. */
function levelInSeries(unit: Unit, index: number, { units, levels }: Series): number {
  const { marker } = unit
  const besides = [units[index - 1], units[index + 1]]
  if (marker?.type !== 'number' || besides.some((other) => other?.marker?.type === 'number')) return 0
  if (!couldBeHeading(glanceAt(unit))) return 0
  const before = units.findLastIndex((other, at) => at < index && other.marker?.type === 'number')
  const after = units.findIndex((other, at) => at > index && other.marker?.type === 'number')
  const peers = [
    [before, marker.ordinal - 1],
    [after, marker.ordinal + 1],
  ] as const
  const [peer] = peers.find(([at, ordinal]) => units[at]?.marker?.ordinal === ordinal && (levels[at] ?? 0) > 0) ?? []
  return peer === undefined ? 0 : (levels[peer] ?? 0)
}

function isHeading(place: Place): boolean {
  if (!/[\p{L}\p{N}]/u.test(place.at.text) || place.at.text.includes('\t')) return false
  return EVIDENCE.reduce((sum, { weight, holds }) => (holds(place) ? sum + weight : sum), 0) > 0
}

/** A line of nothing but = or - under a line makes it a heading. */
function levelByUnderline(next: Unit | undefined, index: number): number {
  if (next === undefined || next.lines[0].gap > 0 || !isRule(next.text)) return 0
  if (index > 0 && next.text.startsWith('-')) return 2
  return next.text.startsWith('=') ? 1 : 0
}

/** "1.2 Method" stands one level below "1 Aims". */
function levelOf({ text }: Glance): number {
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
