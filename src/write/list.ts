import { isAnnouncement } from '../grammar/english-cues.ts'
import { countWords } from '../grammar/words.ts'
import type { Line, Point } from '../model/draft.ts'
import { numbered } from '../model/numbered.ts'
import type { Sentence, Weighed } from '../model/outline.ts'
import { isDangling, linesFor, shift, wholeLine } from './candidates.ts'
import type { Group } from './group.ts'
import { endsOpen, isOnlyCounted, isOpen, namedBy } from './lead.ts'
import { enter, isUsedTitle, type Ledger, MOST_POINTS, MOST_WORDS, wordsIn } from './ledger.ts'
import { lineOf, passageLine } from './line.ts'
import { itemStarts, ordinalsIn } from './ordinals.ts'
import { sampleOf } from './sample.ts'
import { isOfThePage } from './telling.ts'
import { isBareLead, LONGEST_TITLE } from './title.ts'

/** One slide of a list. */
export interface Page {
  readonly title: Line | null
  readonly lead: Line | null
  readonly points: readonly Point[]
  readonly said: readonly Sentence[]
}

/** Shows a list whole, in its order, on as many slides as it needs: every item, each as short as it reads. Of very many names only the first few stand there. */
export function writeList(ledger: Ledger, group: Group): Page[] {
  const laid = laidOut(ledger, group)
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
  const { head, room, runs } = underHeading(ledger, group, laid)
  // "You may not:" stays with all that one may not.
  const isDenied = [head.title, head.lead].some((line) => line !== null && denies(line.text))
  const headed = runs.filter((run) => isDenied || wordsIn(ledger, linesIn(run)) <= room)
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

/** The heading over a list, if there is room for it; a number may join it, which counts as a word. */
function shortHeading(ledger: Ledger, { headings, over }: Group, lines: readonly Line[]): Line | null {
  const heading = headings.at(-1) ?? over
  if (!heading) return null
  const title = passageLine(heading, 'heading')
  return wordsIn(ledger, [title, ...lines]) < MOST_WORDS ? title : null
}

interface LaidOut {
  readonly head: Head
  readonly room: number
  readonly runs: readonly (readonly Item[])[]
}

/** A list that has no heading keeps a long lead, where it takes no more slides for that. */
function laidOut(ledger: Ledger, group: Group): LaidOut {
  const items = itemsOf(ledger, group)
  const under = (head: Head): LaidOut => {
    // The mark "(1/2)" counts as a word.
    const room = MOST_WORDS - wordsIn(ledger, [head.title, head.lead]) - 1
    return { head, room, runs: inRoom(ledger, items, room) }
  }
  const short = under(headOf(ledger, group, LONGEST_LEAD))
  if (short.head.title !== null || short.head.lead !== null) return short
  const long = under(headOf(ledger, group, LONGEST_LONE_LEAD))
  const isWhole = long.runs.every((run) => wordsIn(ledger, linesIn(run)) <= long.room)
  return long.runs.length > short.runs.length || !isWhole ? short : long
}

/** A list without a title stands under the heading of its section, where it takes no more slides for that or has no lead either. */
function underHeading(ledger: Ledger, group: Group, laid: LaidOut): LaidOut {
  const { over } = group
  if (laid.head.title !== null || over === null) return laid
  const head: Head = { title: passageLine(over, 'heading'), lead: laid.head.lead }
  const room = MOST_WORDS - wordsIn(ledger, [head.title, head.lead]) - 1
  const runs = inRoom(ledger, itemsOf(ledger, group), room)
  const isOne = runs.length === 1 && pointsIn(runs[0] ?? []) === 1
  const isRoomy = head.lead === null || runs.length <= laid.runs.length
  return isOne || !isRoomy ? laid : { head, room, runs }
}

/** Items on as many slides as they need, of which each has room for so many words. */
function inRoom(ledger: Ledger, items: readonly Item[], room: number): Item[][] {
  const fitting = items.map((item) => withinRoom(ledger, item, room))
  return paginate(ledger, fitting, room)
}

/** An item that is longer than its slide by what it explains. */
function withinRoom(ledger: Ledger, { point, sentences }: Item, room: number): Item {
  const [first] = sentences
  if (point === null || first === undefined || wordsIn(ledger, [point.line]) <= room) return { point, sentences }
  return { sentences, point: { ...point, line: termOf(ledger, first) ?? point.line } }
}

/** What an item explains: "Tides", of "Tides: every gate is shut". */
function termOf({ article }: Ledger, { text, span: [start], weight }: Weighed): Line | null {
  const term = EXPLAINED.exec(text)?.[0]
  if (term === undefined || countWords(term, article.language) > LONGEST_TERM) return null
  return lineOf({ text: article.text, spans: [[start, start + term.length]], kind: 'item', weight })
}

/** What stands before the mark by which an item goes on to explain it. */
const EXPLAINED = /^\p{L}(?:[^:–—“"()[\]]|\([^()]*\))*?(?=: | [–—-] )/u
const LONGEST_TERM = 10

/** What stands under an item of an earlier slide stands under nothing here. */
function raised(points: readonly Point[]): readonly Point[] {
  const own = points.findIndex(({ depth }) => depth === 0)
  return points.map((point, index) => (index < own || own < 0 ? { ...point, depth: 0 } : point))
}

interface Head {
  readonly title: Line | null
  readonly lead: Line | null
}

/** A lead of more words than this leaves the list too little room. */
const LONGEST_LEAD = 14

/** Of a list without a heading it is all that tells what the list is of. */
const LONGEST_LONE_LEAD = 22

function headOf(ledger: Ledger, { headings, lead: announcement, sentences }: Group, most: number): Head {
  const heading = headings.at(-1)
  const lines = announcement === null ? [] : linesFor(ledger, announcement)
  const short = lines.find((each) => countWords(each.text, ledger.article.language) <= most)
  const line = short ?? (announcement !== null && denies(announcement.text) ? lines[0] : null) ?? null
  if (heading !== undefined) {
    const lead = line === null || isBareLead(line.text) ? null : (announcedNoun(ledger, announcement, line) ?? line)
    return { title: passageLine(heading, 'heading'), lead }
  }
  const noun = line === null ? null : (namedBy(ledger, line) ?? announcedNoun(ledger, announcement, line))
  const named = noun === null || isOnlyCounted(noun.text) || isOfOne(noun.text) ? null : noun
  // Items that are not so, or not yet, would say the opposite without it, and phrases nothing.
  const items = sentences.filter((sentence) => sentence !== announcement && sentence.opens).map(({ text }) => text)
  const isNeeded =
    line !== null &&
    !isBareLead(line.text) &&
    (turns(line.text) || / to$/.test(line.text) || (ledger.parse !== null && isOpen(ledger.parse, items)))
  const lead = named ?? (isNeeded ? line : null)
  const isTitle =
    lead !== null &&
    (named !== null || ledger.parse === null) &&
    lead.text.length <= LONGEST_TITLE &&
    !isUsedTitle(ledger, lead) &&
    !endsOpen(lead.text)
  return isTitle ? { title: lead, lead: null } : { title: null, lead }
}

/** "This new pump has three parts": a slide before says which. What a talk is about is no other. */
function isOfOne(text: string): boolean {
  return /^(?:that|this)\b(?! (?:article|chapter|guide|list|month|post|release|section|talk|update|version|week|year)\b)/i.test(
    text,
  )
}

/** Of a lead that leans on what is not there only what it announces: "several limits", of "This gave rise to several limits:". */
function announcedNoun(ledger: Ledger, sentence: Sentence | null, line: Line): Line | null {
  if (ledger.parse === null || sentence === null || !isDangling(line, [])) return null
  const { tokens } = ledger.parse(sentence.text)
  const last = tokens.findLastIndex(({ upos }) => upos !== 'PUNCT')
  if (tokens[last]?.xpos !== 'NNS') return null
  const before = tokens
    .slice(0, last)
    .findLastIndex(({ xpos, text }) => !/^(?:JJ|CD|NN|NNP)$/.test(xpos) || /^following$/i.test(text))
  const [first, end] = [tokens[before + 1], tokens[last]]
  const joint = tokens[before]
  // "the costs and benefits", "at least two questions": a part of what is announced would be no title.
  const isWhole = /^(?:VERB|AUX|ADP|DET)$/.test(joint?.upos ?? '') || /^following$/i.test(joint?.text ?? '')
  if (first === undefined || end === undefined || !isWhole || /^no$/i.test(joint?.text ?? '')) return null
  const spans = [shift([first.start, end.end], sentence.span[0])]
  return lineOf({ text: ledger.article.text, spans, kind: 'prose', weight: line.weight })
}

/** Whether what introduces a list says that its items are not so, or should not be. */
function denies(lead: string): boolean {
  return DENIALS.test(lead)
}

/** Whether what introduces a list says that its items are not so, were so or are only wanted. */
function turns(lead: string): boolean {
  return denies(lead) || TURNS.test(lead)
}

const TURNS =
  /\b(?:could|fail\w*|going to|hop(?:e|ed|ing)|instead|lack\w*|might|plan(?:s|ned|ning)?|rather than|refus\w*|should|stop\w*|used to|want(?:s|ed)?|will|would)\b/i

const DENIALS =
  /(?<!\p{L})(?:not|never|no(?! matter\b)|none|nothing|cannot|neither|without|avoid\p{L}*|refrain|myths?|mistakes?|misconceptions?|wrong|false|untrue|bad|worst|forbidden|prohibited|banned|illegal|excluded?|nicht|kein\p{L}*|niemals|nie|falsch|verboten|pas|jamais|interdit\p{L}*|nunca|jamás|prohibid\p{L}*)(?!\p{L})|n['’]t(?!\p{L})/iu

/** One passage of the list and what of it is shown. */
interface Item {
  readonly sentences: readonly Weighed[]
  readonly point: Point | null
}

function itemsOf(ledger: Ledger, { block, sentences, lead }: Group): Item[] {
  const depths = new Map((block?.passages ?? []).map((passage) => [passage.span[0], passage.depth]))
  const runs: Weighed[][] = []
  for (const sentence of sentences) {
    if (sentence === lead) continue
    if (sentence.opens || runs.length === 0) runs.push([sentence])
    else runs.at(-1)?.push(sentence)
  }
  const starts = itemStarts(block)
  const ordinals = ordinalsIn(block, starts)
  const items = runs.map((run): Item => {
    const at = run[0]?.span[0] ?? -1
    // What follows the first paragraph of an item stands under it.
    const goesOn = starts !== null && !starts.includes(at) && depths.get(at) === 1
    const point = pointOf(ledger, run, { depth: goesOn ? 2 : (depths.get(at) ?? 1), goesOn })
    const ordinal = ordinals.get(at)
    return { sentences: run, point: point === null || point.depth > 0 ? point : { ...point, ordinal } }
  })
  return withoutBareLeads(items)
}

/** Without items that only announce what stands under them, where that is not shown: "It is made by:". */
function withoutBareLeads(items: readonly Item[]): Item[] {
  return items.map((item, index) => {
    const announces = item.point?.depth === 0 && isAnnouncement(item.sentences[0]?.text ?? '')
    return announces && items[index + 1]?.point?.depth !== 1 ? { ...item, point: null } : item
  })
}

/** An item of more words than this is shown by less than its first sentence. */
const LONGEST_ITEM = 18

/** What an item goes on with explains it, and may be as long as a point of prose. */
const LONGEST_EXPLANATION = 24

/** How deep a run of an item's sentences stands, from 1, and whether it goes on with its item. */
interface Standing {
  readonly depth: number
  readonly goesOn: boolean
}

function pointOf(ledger: Ledger, run: readonly Weighed[], standing: Standing): Point | null {
  const [first, ...rest] = run
  if (first === undefined || first.kind !== 'item' || !/[\p{L}\p{N}]/u.test(first.text) || isOfThePage(first.text))
    return null
  // A step or a thing is told whole unless it is long.
  const whole = wholeLine(ledger, first)
  const short = whole !== null && wordsIn(ledger, [whole]) <= LONGEST_ITEM ? whole : linesFor(ledger, first)[0]
  const isTooLong = short !== undefined && wordsIn(ledger, [short]) > MOST_WORDS
  const line = isTooLong ? termOf(ledger, first) : short
  if (!line) return null
  if (standing.depth <= 1) return { line, depth: 0 }
  // What stands under an item is shown only where it is short.
  const most = standing.goesOn ? LONGEST_EXPLANATION : LONGEST_ITEM / 2
  return wordsIn(ledger, [line]) > most || (rest.length > 0 && !standing.goesOn) ? null : { line, depth: 1 }
}

/** Fills slides with items, and leaves no last slide with one point where the one before can spare another. */
function paginate(ledger: Ledger, items: readonly Item[], room: number): Item[][] {
  const pages: Item[][] = [[]]
  for (const run of withWhatIsUnder(ledger, items, room)) {
    const page = pages.at(-1) ?? []
    const isFull =
      pointsIn(page) + pointsIn(run) > MOST_POINTS || wordsIn(ledger, [...linesIn(page), ...linesIn(run)]) > room
    if (pointsIn(run) > 0 && pointsIn(page) > 0 && isFull) pages.push([...run])
    else page.push(...run)
  }
  return evened(
    ledger,
    pages.filter((page) => page.length > 0),
    room,
  )
}

/** Each item with what stands under it; one by one where they would not stand on a slide together. */
function withWhatIsUnder(ledger: Ledger, items: readonly Item[], room: number): readonly (readonly Item[])[] {
  const runs: Item[][] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last !== undefined && item.point?.depth === 1) last.push(item)
    else runs.push([item])
  }
  return runs.flatMap((run) =>
    pointsIn(run) > MOST_POINTS || wordsIn(ledger, linesIn(run)) > room ? run.map((item) => [item]) : [run],
  )
}

/** As many slides with about as many points on each, where that fits. */
function evened(ledger: Ledger, pages: readonly Item[][], room: number): Item[][] {
  const share = Math.ceil(pages.reduce((sum, page) => sum + pointsIn(page), 0) / pages.length)
  const even: Item[][] = [[]]
  for (const item of pages.flat()) {
    const page = even.at(-1) ?? []
    if (item.point !== null && item.point.depth === 0 && pointsIn(page) >= share && even.length < pages.length)
      even.push([item])
    else page.push(item)
  }
  const fits = even.every((page) => pointsIn(page) <= MOST_POINTS && wordsIn(ledger, linesIn(page)) <= room)
  return fits && even.length === pages.length ? even : [...pages]
}

function linesIn(page: readonly Item[]): (Line | null)[] {
  return page.map((item) => item.point?.line ?? null)
}

function pointsIn(page: readonly Item[]): number {
  return page.filter((item) => item.point !== null).length
}
