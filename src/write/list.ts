import type { Line, Point } from '../model/draft.ts'
import { numbered } from '../model/numbered.ts'
import type { Sentence } from '../model/outline.ts'
import type { Group } from './group.ts'
import { isOpen } from './lead.ts'
import { enter, isUsedTitle, type Ledger, MOST_WORDS, wordsIn } from './ledger.ts'
import { passageLine } from './line.ts'
import { denies, type Head, headOf, LONGEST_LEAD, LONGEST_LONE_LEAD } from './list-head.ts'
import { type Item, itemsOf, termOf, withinRoom } from './list-items.ts'
import { linesIn, paginate, pointsIn } from './list-pages.ts'
import { sampleOf } from './sample.ts'
import { isShown } from './shown.ts'
import { sendsAway } from './telling.ts'
import { isRun } from './unlist.ts'

/** One slide of a list. */
export interface Page {
  readonly title: Line | null
  readonly lead: Line | null
  readonly points: readonly Point[]
  readonly said: readonly Sentence[]
}

/** Shows a list whole, in its order, on as many slides as it needs: every item, each as short as it reads. Of very many names only the first few stand there. */
export function writeList(ledger: Ledger, group: Group): Page[] {
  // An audience cannot follow where else to read.
  if (group.lead !== null && sendsAway(group.lead.text)) return []
  const laid = inShort(ledger, laidOut(ledger, group))
  const sample = sampleOf(
    ledger,
    laid.runs.flat().flatMap(({ point }) => (point === null ? [] : [point])),
    laid.runs.length,
  )
  if (sample !== null) {
    const { title, lead } = laid.head
    // Nobody knows what names are of that stand under nothing.
    if (title === null && lead === null) return []
    enter(ledger, title, [])
    return [{ title, lead, points: sample, said: group.sentences }]
  }
  if (isSaid(ledger, laid)) return []
  // "You may not:" stays with all that one may not, where they have room for it: else none of them is shown.
  const isDenied = [laid.head.title, laid.head.lead].some((line) => line !== null && denies(line.text))
  if (isDenied && !fits(ledger, laid)) return []
  const under = underHeading(ledger, group, laid)
  const { head, room, runs } = isDenied && !fits(ledger, under) ? laid : under
  if (head.title === null && head.lead === null && isOfLabels(ledger, runs.flat())) return []
  const headed = runs.filter((run) => wordsIn(ledger, linesIn(run)) <= room)
  return runs.map((items, index) => {
    const points = raised(items.flatMap((item) => (item.point === null ? [] : [item.point])))
    const lines = points.map(({ line }) => line)
    enter(ledger, head.title, lines)
    const said = [
      ...(index === 0 && group.lead !== null ? [group.lead] : []),
      ...items.flatMap((item) => item.sentences),
    ]
    // An item that needs the slide to itself has it.
    if (!headed.includes(items)) return { title: shortHeading(ledger, group, lines), lead: null, points, said }
    const number = headed.indexOf(items) + 1
    const title = headed.length > 1 && head.title !== null ? numbered(head.title, number, headed.length) : head.title
    // Without a title of its own the lead alone tells what a list is of, on every slide of it.
    const isLed = number === 1 || isDenied || laid.head.title === null
    return { title, lead: isLed ? head.lead : null, points, said }
  })
}

/** Whether a list was shown before, under the same words: pages repeat what holds for each of their sections. */
function isSaid(ledger: Ledger, { head: { title }, runs }: LaidOut): boolean {
  const lines = linesIn(runs.flat()).flatMap((line) => line ?? [])
  if (lines.length < 2 || (title !== null && !isUsedTitle(ledger, title))) return false
  return lines.every((line) => isShown(ledger.shown, line))
}

/** Whether a list is of a few words an item and nothing that happens: "Upper gate", "Weir". Under nothing they say nothing. */
function isOfLabels(ledger: Ledger, items: readonly Item[]): boolean {
  // Steps are told by their numbers.
  if (items.some(({ point }) => point?.ordinal !== undefined)) return false
  const texts = items.flatMap(({ point }) => (point === null ? [] : [point.line]))
  const lengths = texts.map((line) => wordsIn(ledger, [line]))
  const areShort = texts.length >= MANY_LABELS && lengths.every((words) => words <= LONGEST_LABEL)
  return (
    areShort &&
    ledger.parse !== null &&
    isOpen(
      ledger.parse,
      texts.map(({ text }) => text),
    )
  )
}

/** Fewer may stand for what the talk is of. */
const MANY_LABELS = 4

/** In words. */
const LONGEST_LABEL = 7

/** The heading over a list, if there is room for it; a number may join it, which counts as a word. */
function shortHeading(ledger: Ledger, { headings, over }: Group, lines: readonly Line[]): Line | null {
  const heading = headings.at(-1) ?? over
  if (!heading) return null
  const title = passageLine(heading, 'heading')
  return wordsIn(ledger, [title, ...lines]) < MOST_WORDS ? title : null
}

interface LaidOut {
  readonly items: readonly Item[]
  readonly head: Head
  /** Words that each slide has room for beside its head. */
  readonly room: number
  readonly runs: readonly (readonly Item[])[]
}

/** A list that has no heading keeps a long lead, where it takes no more slides for that. */
function laidOut(ledger: Ledger, group: Group): LaidOut {
  const items = itemsOf(ledger, group)
  const short = layOutUnder(ledger, items, headOf(ledger, group, LONGEST_LEAD))
  if (short.head.title !== null || short.head.lead !== null) return short
  const long = layOutUnder(ledger, items, headOf(ledger, group, LONGEST_LONE_LEAD))
  return long.runs.length > short.runs.length || !fits(ledger, long) ? short : long
}

/** A list of more slides than this is shown by what its items explain, where nearly all explain something: "Tides", of "Tides: when they turn". */
const MOST_SLIDES = 5
const NEARLY_ALL = 0.8

function inShort(ledger: Ledger, laid: LaidOut): LaidOut {
  if (laid.runs.length <= MOST_SLIDES) return laid
  const own = laid.items.filter(({ point }) => point?.depth === 0)
  const terms = new Map(own.map((item) => [item, item.sentences[0] ? termOf(ledger, item.sentences[0]) : null]))
  const explaining = own.filter((item) => terms.get(item))
  if (explaining.length < own.length * NEARLY_ALL) return laid
  const items = laid.items.map((item): Item => {
    if (item.point === null || item.point.depth > 0) return { ...item, point: null }
    const line = terms.get(item)
    return line ? { ...item, point: { ...item.point, line } } : item
  })
  return layOutUnder(ledger, items, laid.head)
}

/** A list without a title stands under the heading of its section, where it takes no more slides for that or has no lead either. */
function underHeading(ledger: Ledger, { over, block }: Group, laid: LaidOut): LaidOut {
  if (laid.head.title !== null || over === null) return laid
  const under = layOutUnder(ledger, laid.items, { title: passageLine(over, 'heading'), lead: laid.head.lead })
  const isOne = under.runs.length === 1 && pointsIn(under.runs[0] ?? []) === 1
  const isRoomy = laid.head.lead === null || under.runs.length <= laid.runs.length
  return (isOne && !isRun(block)) || !isRoomy ? laid : under
}

/** Items on as many slides as they need under a head. */
function layOutUnder(ledger: Ledger, items: readonly Item[], head: Head): LaidOut {
  // The mark "(1/2)" counts as a word.
  const room = MOST_WORDS - wordsIn(ledger, [head.title, head.lead]) - 1
  const fitting = items.map((item) => withinRoom(ledger, item, room))
  return { items, head, room, runs: paginate(ledger, fitting, room) }
}

/** Whether every slide has room for its items under its head. */
function fits(ledger: Ledger, { room, runs }: LaidOut): boolean {
  return runs.every((run) => wordsIn(ledger, linesIn(run)) <= room)
}

/** What stands under an item of an earlier slide stands under nothing here. */
function raised(points: readonly Point[]): readonly Point[] {
  const own = points.findIndex(({ depth }) => depth === 0)
  return points.map((point, index) => (index < own || own < 0 ? { ...point, depth: 0 } : point))
}
