import { glanceAt } from './glance.ts'
import { isRule, type Unit } from './units.ts'

/** The units that are items of lists though nothing marks them, each with the first of its list. */
export type Items = ReadonlyMap<Unit, Unit>

/**
 * The items of lists whose bullets were lost, as they are where a page is copied as plain text: lines right under each other in
 * a text whose paragraphs a blank line follows. Decided on the whole text: in one without blank lines nothing tells them apart.
 */
export function unmarkedItems(units: readonly Unit[], levels: readonly number[]): Items {
  const items = new Map<Unit, Unit>()
  if (!hasSpacedParagraphs(units, levels)) return items
  for (let index = 0; index < units.length; ) {
    const run = runAt(units, levels, index)
    const [first] = run
    if (first && isList(run, units[index - 1])) for (const unit of run) items.set(unit, first)
    index += Math.max(run.length, 1)
  }
  return items
}

/** Two lines that end like headings are a list only where one is announced. */
function isList(run: readonly Unit[], before: Unit | undefined): boolean {
  if (run.length !== 2) return run.length > 2
  const isAnnounced = before !== undefined && glanceAt(before).end === 'colon'
  return isAnnounced || run.every((unit) => glanceAt(unit).end === 'stop')
}

/** Whether a blank line follows most of what is as long as a paragraph. */
function hasSpacedParagraphs(units: readonly Unit[], levels: readonly number[]): boolean {
  const paragraphs = units.flatMap((unit, index) =>
    (levels[index] ?? 0) === 0 && isBare(unit) && glanceAt(unit).width >= PARAGRAPH ? [index] : [],
  )
  const spaced = paragraphs.filter((index) => (units[index + 1]?.lines[0].gap ?? 1) > 0)
  return spaced.length >= FEWEST_SPACED && spaced.length >= SPACED * paragraphs.length
}

/** Columns. */
const PARAGRAPH = 120
const FEWEST_SPACED = 3
/** Items may be long as well. */
const SPACED = 0.6

/** The units from an index on of which each stands right on the next, and the last of them if it looks like the others. */
function runAt(units: readonly Unit[], levels: readonly number[], start: number): readonly Unit[] {
  const isItem = (index: number) => (levels[index] ?? 0) === 0 && couldBeItem(units[index])
  const isTight = (index: number) => units[index]?.lines[0].gap === 0
  let end = start
  while (isItem(end) && isTight(end + 1) && (end === start || isTight(end))) end += 1
  const last = units[end]
  const run = units.slice(start, end)
  return last && end > start && isItem(end) && isTight(end) && isLike(last, run) ? [...run, last] : run
}

/** What ends in a colon leads what follows it, a dash names who said what stands above; a list may be of names of code. */
function couldBeItem(unit: Unit | undefined): boolean {
  if (unit === undefined || !isBare(unit) || unit.text.includes('\t') || isRule(unit.text)) return false
  const { isCode, words, end } = glanceAt(unit)
  return (!isCode || words === 1) && end !== 'colon' && !/^[—–―]/.test(unit.text)
}

function isBare({ type, marker, lines }: Unit): boolean {
  return type === 'text' && marker === undefined && lines.length === 1
}

/** A paragraph may stand right under the last item: it says more than any of them, or ends as none of them does. */
function isLike(unit: Unit, items: readonly Unit[]): boolean {
  const longest = items.reduce((most, { text }) => Math.max(most, text.length), 0)
  const isStopped = glanceAt(unit).end === 'stop'
  return unit.text.length <= LONGER * longest && items.some((item) => (glanceAt(item).end === 'stop') === isStopped)
}

const LONGER = 1.3
