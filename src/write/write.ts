import type { Grammar } from '../grammar/model.ts'
import type { Passage } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import { newMemo } from '../model/memo.ts'
import type { Outline, OutlineSection, Sentence, Weighed } from '../model/outline.ts'
import { headingsUnder, isBare } from '../model/section.ts'
import { opposedIn } from './across.ts'
import { isSnippet, spoken, writeBody } from './body.ts'
import { candidatesOf, leansOn } from './candidates.ts'
import { conclude } from './conclude.ts'
import { isContents, isContentsSection } from './contents.ts'
import { withNumbers } from './continued.ts'
import { isElsewhere } from './elsewhere.ts'
import { halves, ledeOf, writeAgenda, writeClosing, writeOpening, writePart } from './frame.ts'
import { type Group, groupParagraphs, groupsOf } from './group.ts'
import { inPlace } from './in-place.ts'
import { type Ledger, markOf } from './ledger.ts'
import { withinLength } from './length.ts'
import { passageLine } from './line.ts'
import { withoutOwnNumber, withoutOwnNumbers } from './own-number.ts'
import { pairOf, type Written } from './pair.ts'
import { type Known, parserOf } from './parser.ts'
import { type Piece, unshown } from './piece.ts'
import { nothingShown } from './shown.ts'
import { saidAndShown } from './shown-lines.ts'
import { asSpelt } from './spelt.ts'
import { settled, withoutRepeats } from './thin.ts'
import { uncited } from './uncited.ts'
import { underHeadings } from './under-headings.ts'

/** What a writer needs beside the outline. */
export interface Means {
  /** Null where the article's language has none: then sentences are shown whole. */
  readonly grammar: Grammar | null
  /** What is known of sentences from before; what is learnt is added. Left out, nothing is known yet. */
  readonly known?: Known | undefined
  /** What to call a talk whose article has no title. */
  readonly name: string
  /** How long the talk may be; null for as long as the article is. */
  readonly minutes: number | null
}

/** Writes what each slide says. Every sentence of the outline is said with exactly one draft, in the article's order. */
export function write(outline: Outline, means: Means): Draft[] {
  const work = writing(outline, means)
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

/** Writes the same, and gives way before every group of paragraphs: `turn` lets others work, or throws to end it. */
export async function writeInTurns(outline: Outline, means: Means, turn: () => Promise<void>): Promise<Draft[]> {
  const work = writing(outline, means)
  let step = work.next()
  while (step.done !== true) {
    await turn()
    step = work.next()
  }
  return step.value
}

/** Writing that stops wherever others may have their turn. */
type Writing<T> = Generator<void, T>

function* writing(outline: Outline, { grammar, known, name, minutes }: Means): Writing<Draft[]> {
  const { article, opening, parts } = outline
  const ledger: Ledger = {
    article,
    parse: grammar === null ? null : parserOf(grammar, known),
    counts: known?.counts ?? newMemo(),
    shown: nothingShown(known?.matter),
    titles: new Set(),
    headings: new Set(parts.flatMap(({ section }) => headingsUnder(section)).map(({ text }) => text)),
  }
  const first = writeOpening(article, name)
  const introduction = yield* writeGroups(ledger, groupParagraphs(opening, article.language), 0)
  const grouped = parts.map((part): Grouped => ({ part, groups: groupsOf(part, [], article.language) }))
  const told = grouped.filter(({ part }) => isTold(part))
  const writePartOf = deservePartSlides(told) ? writeOpenedPart : writePlainPart
  const bodies: Piece[] = []
  for (const each of grouped) {
    const number = told.indexOf(each) + 1
    if (number > 0) bodies.push(...(yield* writePartOf(ledger, each, number)))
    else
      bodies.push(
        unshown([
          ...headingsUnder(each.part.section).map(spoken),
          ...each.groups.flatMap(({ sentences }) => sentences),
        ]),
      )
  }
  const concluded = conclude(ledger, withoutRepeats(bodies), outline)
  const shown = new Set(concluded.flatMap((piece) => (piece.type === 'draft' ? [piece.part] : [])))
  for (const number of partsConcluding(told, concluded)) shown.add(number)
  const pieces = [first, ...introduction, ...writeAgenda(ledger, partNames(outline), shown), ...concluded]
  const drafts = withNumbers(
    ledger,
    attach(minutes === null ? pieces : withinLength(pieces, { minutes, language: article.language })),
  )
  return [...inPlace(uncited(article, asSpelt(article, drafts))), writeClosing(article)]
}

/** Whether a part has something to tell: a page's own table of contents says what the agenda does. */
function isTold({ section }: OutlineSection): boolean {
  return !isBare(section) && !isContentsSection(section)
}

/** The parts that the takeaways stand for, by number. */
function partsConcluding(told: readonly Grouped[], pieces: readonly Piece[]): readonly number[] {
  const said = pieces.flatMap((piece) => (piece.type === 'draft' && piece.purpose === 'takeaways' ? piece.said : []))
  const starts = new Set(said.map(({ span }) => span[0]))
  return told.flatMap(({ part }, index) => (starts.has(part.section.heading?.span[0] ?? -1) ? [index + 1] : []))
}

/** The parts by their short names. */
export function partNames({ parts }: Outline): readonly Passage[] {
  const told = parts.filter(isTold)
  const headings = withoutOwnNumbers(
    told.flatMap(({ section: { heading } }, index) => (heading === undefined ? [] : [{ heading, number: index + 1 }])),
  )
  const short = headings.map((heading) => halves(heading)?.[0] ?? heading)
  const isDistinct = new Set(short.map(({ text }) => text)).size === short.length
  return isDistinct ? short : headings
}

/** Parts with fewer groups on average are too small to open with a slide each. */
const LEAST_GROUPS = 3

/** A part and its groups, where no heading of its own waits for a slide. */
interface Grouped {
  readonly part: OutlineSection
  readonly groups: readonly Group[]
}

function deservePartSlides(parts: readonly Grouped[]): boolean {
  const groups = parts.reduce((sum, part) => sum + part.groups.length, 0)
  return parts.length > 1 && groups / parts.length >= LEAST_GROUPS
}

/** A part that opens with a slide of its own. */
function* writeOpenedPart(ledger: Ledger, grouped: Grouped, number: number): Writing<Piece[]> {
  const { part, groups } = grouped
  if (part.section.heading === undefined) return yield* writePlainPart(ledger, grouped, number)
  const heading = withoutOwnNumber(part.section.heading, number)
  const headings = [heading, ...headingsUnder(part.section).slice(1)]
  const [first, ...rest] = groups.map(
    (group): Group => (group.over === part.section.heading ? { ...group, over: heading } : group),
  )
  const introduction = first === undefined || rest.length === 0 ? null : introduce(ledger, heading, first)
  if (first === undefined || introduction === null) {
    const opening = writePart(ledger, number, { heading, lede: null, said: [] })
    const written = yield* writeGroups(ledger, first === undefined ? rest : [first, ...rest], number)
    return [opening, ...underHeadings(ledger, written, headings)]
  }
  const { thesis, said, left } = introduction
  const about = said.slice(said.indexOf(thesis))
  const opening = writePart(ledger, number, { heading, lede: ledeOf(ledger, heading, about), said })
  return [opening, ...underHeadings(ledger, yield* writeGroups(ledger, [...left, ...rest], number), headings)]
}

/** A part whose first slide bears its heading. */
function* writePlainPart(ledger: Ledger, { part }: Grouped, number: number): Writing<Piece[]> {
  const headings = part.section.heading === undefined ? [] : [part.section.heading]
  const written = yield* writeGroups(ledger, groupsOf(part, headings, ledger.article.language), number)
  return underHeadings(ledger, written, headingsUnder(part.section))
}

interface Introduction {
  readonly thesis: Weighed
  /** What is said over the part's slide. */
  readonly said: readonly Weighed[]
  /** What deserves a slide of its own. */
  readonly left: readonly Group[]
}

/** An introduction has at most so many sentences, unless it says of itself that it introduces ("Let's look at …"). */
const SHORT_INTRODUCTION = 2

/** So many sentences with something to show, beside the thesis, make a slide of their own. */
const ENOUGH_TO_SHOW = 2

/** Divides a paragraph that introduces its part: the thesis goes with the part's slide, and so does the rest unless it can stand alone. */
function introduce(ledger: Ledger, heading: Passage, group: Group): Introduction | null {
  const { sentences } = group
  const at = sentences.findIndex(({ role }) => role === 'thesis')
  const thesis = sentences[at]
  const introduces = sentences.length <= SHORT_INTRODUCTION || sentences.some(({ role }) => role === 'meta')
  if (thesis === undefined || !introduces || group.form !== 'prose' || group.concludes || group.headings.length > 0)
    return null
  const title = passageLine(heading, 'heading')
  const showable = candidatesOf(ledger, sentences.slice(at + 1)).filter(({ lines }) =>
    lines.some((line) => !leansOn(ledger, line, [title])),
  )
  const divides = showable.length >= ENOUGH_TO_SHOW
  return divides
    ? { thesis, said: sentences.slice(0, at + 1), left: [{ ...group, sentences: sentences.slice(at + 1) }] }
    : { thesis, said: sentences, left: [] }
}

function* writeGroups(ledger: Ledger, groups: readonly Group[], part: number): Writing<Piece[]> {
  const pieces: Piece[] = []
  let first = groups[0]
  let last: Written | null = null
  for (const following of [...groups.slice(1), undefined]) {
    if (first === undefined) break
    yield
    let next = following
    const opposed = next === undefined ? null : opposedIn(ledger, [first, next])
    if (opposed === null) {
      const mark = markOf(ledger)
      const group = writeGroup(ledger, first, part)
      // What a part begins with, its name stands over.
      const written = pieces.length === 0 ? group : group.map(withoutSnippet)
      const now: Written = { group: first, pieces: written, mark }
      const pair: Written | null =
        last === null ? null : pairOf(ledger, [last, now], (both) => writeGroup(ledger, both, part))
      last = pair ?? now
      if (pair !== null) {
        pieces.splice(-1, 1, ...pair.pieces)
        first = next
        continue
      }
      const heir = next === undefined || written.some(({ type }) => type === 'draft') ? null : headed(first, next)
      if (heir === null) pieces.push(...written)
      else pieces.push(unshown([...first.headings.slice(0, -1).map(spoken), ...first.sentences]))
      next = heir ?? next
    } else {
      last = null
      const { title, sides, said, rest } = opposed
      pieces.push({ type: 'draft', purpose: 'body', part, title, content: { type: 'comparison', sides }, said })
      if (rest !== null) pieces.push(...writeGroup(ledger, rest, part))
    }
    first = next
  }
  return settled(ledger, pieces)
}

/** The group after one that shows nothing, under the heading that waits for a slide; null where that is not its heading. */
function headed({ headings, concludes, under }: Group, next: Group): Group | null {
  const heading = headings.at(-1)
  const isHeir = heading !== undefined && next.headings.length === 0 && !next.concludes && next.under === under
  return isHeir && !concludes ? { ...next, headings: [heading], continues: null } : null
}

function writeGroup(ledger: Ledger, group: Group, part: number): Piece[] {
  const isOnlySaid = group.concludes || isContents(ledger, group) || isElsewhere(group)
  const drafts = isOnlySaid ? [] : writeBody(ledger, group, part)
  if (drafts.length > 0) return drafts
  return [
    {
      type: 'unshown',
      said: [...group.headings.map(spoken), ...group.sentences],
      concluding: group.concludes ? group.sentences : [],
    },
  ]
}

/** A listing of a line or two without a title is only said. */
function withoutSnippet(piece: Piece): Piece {
  return piece.type === 'draft' && piece.title === null && isSnippet(piece.content)
    ? unshown(saidAndShown(piece))
    : piece
}

/** Gives what no slide shows to the slide before it. */
function attach(pieces: readonly Piece[]): Draft[] {
  const drafts: { readonly draft: Draft; readonly said: Sentence[] }[] = []
  for (const piece of pieces) {
    if (piece.type === 'draft') drafts.push({ draft: piece, said: [...piece.said] })
    else drafts.at(-1)?.said.push(...piece.said)
  }
  return drafts.map(({ draft, said }) => ({ ...draft, said }))
}
