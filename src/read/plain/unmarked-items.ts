// Finds list items without markers in plain text.

import { traitsOf } from './unit-traits.ts'
import { isRule, type PlainUnit } from './units.ts'

/** List items without a marker, each with the first item of its list. */
export type UnmarkedItems = ReadonlyMap<PlainUnit, PlainUnit>

/**
 * Finds the items of lists that lost their bullets when a page was copied as plain text. The items are consecutive
 * lines. The text must have blank lines after its paragraphs; otherwise items cannot be distinguished from paragraphs.
 */
export function unmarkedItems(units: readonly PlainUnit[], levels: readonly number[]): UnmarkedItems {
  const items = new Map<PlainUnit, PlainUnit>()
  if (!hasSpacedParagraphs(units, levels)) return items
  for (let index = 0; index < units.length; ) {
    const run = runAt(units, levels, index)
    const [first] = run
    if (first && isList(run, units[index - 1])) for (const unit of run) items.set(unit, first)
    index += Math.max(run.length, 1)
  }
  return items
}

/** Whether a run of lines is a list. Two lines are a list only if they end in full stops or follow a colon. */
function isList(run: readonly PlainUnit[], before: PlainUnit | undefined): boolean {
  if (run.length !== 2) return run.length > 2
  const isIntroduced = before !== undefined && traitsOf(before).end === 'colon'
  return isIntroduced || run.every((unit) => traitsOf(unit).end === 'stop')
}

/** Whether most long lines are followed by a blank line, which shows that they are paragraphs. */
function hasSpacedParagraphs(units: readonly PlainUnit[], levels: readonly number[]): boolean {
  const paragraphs = units.flatMap((unit, index) =>
    (levels[index] ?? 0) === 0 && isUnmarkedLine(unit) && traitsOf(unit).width >= PARAGRAPH_WIDTH ? [index] : [],
  )
  const spaced = paragraphs.filter((index) => (units[index + 1]?.lines[0].gap ?? 1) > 0)
  return spaced.length >= MIN_SPACED_PARAGRAPHS && spaced.length >= MIN_SPACED_FRACTION * paragraphs.length
}

/** In columns. */
const PARAGRAPH_WIDTH = 120
const MIN_SPACED_PARAGRAPHS = 3
/** The minimum fraction of long lines followed by a blank line. The others may be list items. */
const MIN_SPACED_FRACTION = 0.6

/**
 * Returns the run of possible items that begins at an index, without blank lines between them. The last is included
 * only if it looks like the others.
 */
function runAt(units: readonly PlainUnit[], levels: readonly number[], start: number): readonly PlainUnit[] {
  const isItem = (index: number) => (levels[index] ?? 0) === 0 && couldBeItem(units[index])
  const isTight = (index: number) => units[index]?.lines[0].gap === 0
  let end = start
  while (isItem(end) && isTight(end + 1) && (end === start || isTight(end))) end += 1
  const last = units[end]
  const run = units.slice(start, end)
  return last && end > start && isItem(end) && isTight(end) && resembles(last, run) ? [...run, last] : run
}

/**
 * Whether a unit could be an item. It cannot end in a colon, or be an attribution after a dash, or code of more than
 * one word.
 */
function couldBeItem(unit: PlainUnit | undefined): boolean {
  if (unit === undefined || !isUnmarkedLine(unit) || unit.text.includes('\t') || isRule(unit.text)) return false
  const { isCode, wordCount, end } = traitsOf(unit)
  return (!isCode || wordCount === 1) && end !== 'colon' && !/^[—–―]/.test(unit.text)
}

function isUnmarkedLine({ type, marker, lines }: PlainUnit): boolean {
  return type === 'text' && marker === undefined && lines.length === 1
}

/**
 * Whether the last unit is an item like the others. A paragraph directly below the list would be longer or end
 * differently.
 */
function resembles(unit: PlainUnit, items: readonly PlainUnit[]): boolean {
  const longest = items.reduce((maximum, { text }) => Math.max(maximum, text.length), 0)
  const endsInStop = traitsOf(unit).end === 'stop'
  return (
    unit.text.length <= MAX_LENGTH_RATIO * longest &&
    items.some((item) => (traitsOf(item).end === 'stop') === endsInStop)
  )
}

/** The maximum length of the last item, in multiples of the length of the longest other item. */
const MAX_LENGTH_RATIO = 1.3
