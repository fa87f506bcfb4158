// Places listings on the slide of the text that they follow.

import { widthOf } from '../layout/hooks.ts'
import { blockLines } from '../layout/layouts/columns.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Column, ColumnBlock, Line } from '../model/draft.ts'
import { markOf } from '../model/numbered-title.ts'
import { fitsWhole, type Gauge } from './measured-slides.ts'
import { joinNotes } from './merge.ts'
import { isSameThought, renumbering, type TitleGroup } from './titles.ts'

/** CSS px. Text beside a listing is no smaller than this, and the listing is about three quarters of it. */
const LEAST_SIZE = 30

/** More points than this leave no room for a listing. */
const MOST_POINTS = 5

/** A listing with more lines than this gets its own slide. */
const MOST_LINES = 16

/** A longer listing than this is never placed below text. */
const MOST_BELOW = 8

/** With up to this many lines of code and points, one below the other looks best; the same is true for wide lines. */
const FEW = 3

/** Lines of code wider than this, in characters, leave little room beside them. */
const WIDEST_BESIDE = 44

/**
 * Shows listings on the slide of the text that they follow, below or beside it. If they measured not to fit at readable
 * sizes, text and listing stay on separate slides.
 */
export async function placeListings(deck: Deck, gauge: Gauge): Promise<Deck> {
  const number = renumbering(deck.slides)
  const placed = new Map<Slide, Placement>()
  let open = deck.slides.map((slide, index) =>
    placementsFrom(slide, deck.slides.slice(index + 1, index + 1 + MOST_LINES)),
  )
  for (;;) {
    open = open.filter((placings) => placings.length > 0)
    if (open.length === 0) break
    const tried = new Map(placed)
    for (const [placing] of open) if (placing !== undefined) tried.set(placing.origins[0], placing)
    const groups = number(groupsOf(deck.slides, tried))
    await gauge.measure({ ...deck, slides: groups.flatMap(({ pieces }) => pieces) })
    const piecesOf = new Map(groups.map(({ origins: [first], pieces }) => [first, pieces]))
    open = open.map(([placing, ...others]) => {
      if (placing === undefined) return []
      const [first] = placing.origins
      if (!(piecesOf.get(first) ?? []).every((piece) => isReadable(piece, gauge))) return others
      placed.set(first, placing)
      return []
    })
  }
  if (placed.size === 0) return deck
  return { ...deck, slides: number(groupsOf(deck.slides, placed)).flatMap(({ pieces }) => pieces) }
}

function isReadable(slide: Slide, gauge: Gauge): boolean {
  const spill = gauge.spillOf(slide)
  return fitsWhole(spill) && (spill.bodySize ?? LEAST_SIZE) >= LEAST_SIZE
}

/** A slide of text with the listings that follow it, and the slide that could replace them. */
interface Placement {
  readonly origins: readonly [Slide, ...Slide[]]
  readonly slide: Slide
}

/** Lists the ways to place the listings that follow a slide of text, best first. */
function placementsFrom(slide: Slide, following: readonly Slide[]): readonly Placement[] {
  const text = textOn(slide)
  if (text === null) return []
  const listings: Slide<'code'>[] = []
  let lines = 0
  for (const next of following) {
    if (next.layout !== 'code' || !belongsTo(slide, listings.at(-1) ?? slide, next)) break
    lines += next.slots.lines.length
    if (lines > MOST_LINES) break
    listings.push(next)
  }
  // If they do not all fit, the first one may.
  const sets = listings.length > 1 ? [listings, listings.slice(0, 1)] : [listings]
  return sets.flatMap((set) => (set.length === 0 ? [] : waysOf(slide, text, set)))
}

/** The text of a slide as blocks of a column; null if no listing may share the slide. */
function textOn(slide: Slide): readonly ColumnBlock[] | null {
  if (slide.layout === 'statement') {
    const { statement, source, formula } = slide.slots
    const isProse = formula === null && source === null && statement.kind !== 'math'
    return isProse ? [{ type: 'text', line: statement }] : null
  }
  if (slide.layout !== 'points') return null
  const { lead, points } = slide.slots
  if (points.filter(({ depth }) => depth === 0).length > MOST_POINTS) return null
  return [...(lead === null ? [] : [{ type: 'text', line: lead } as const]), { type: 'points', points }]
}

/** Whether a listing that follows `last` belongs to the same section as a text. */
function belongsTo(text: Slide, last: Slide, listing: Slide<'code'>): boolean {
  if (listing.part !== text.part || listing.note.cue !== null || listing.background !== undefined) return false
  // Slides that the author of a deck file wrote are left alone, except those that were one slide.
  if (listing.isOwn || (last.isOwn && !listing.isMore)) return false
  const [title, next] = [text.slots.title, listing.slots.title]
  return next === null || title === null || isSameThought(title, next) || (markOf(next) !== null && isUnder(text, next))
}

/** Whether a slide's whole content comes after a heading in the article. */
function isUnder({ slots: { title }, note }: Slide, heading: Line): boolean {
  const end = heading.spans.at(-1)?.[1]
  const starts = [...note.sentences.map(({ span }) => span), ...(title?.spans ?? [])].map(([start]) => start)
  return heading.kind === 'heading' && end !== undefined && starts.every((start) => start >= end)
}

function waysOf(slide: Slide, text: readonly ColumnBlock[], listings: readonly Slide<'code'>[]): readonly Placement[] {
  const code = listings.map(
    ({ slots: { language, lines, pieces } }): ColumnBlock => ({ type: 'code', language, lines, pieces }),
  )
  const lines = listings.flatMap(({ slots }) => slots.lines)
  const isWide = lines.some(({ text }) => widthOf(text) > WIDEST_BESIDE)
  const isShort = lines.length <= FEW && text.flatMap(blockLines).length <= FEW
  const below = [columnOf([...text, ...code])]
  const beside = [columnOf(text), columnOf(code)]
  const ways = lines.length > MOST_BELOW ? [beside] : isWide || isShort ? [below, beside] : [beside, below]
  const note = listings.reduce((joined, { note }) => joinNotes(joined, note), slide.note)
  return ways.map((columns) => ({
    origins: [slide, ...listings],
    slide: { ...slide, layout: 'comparison', slots: { title: slide.slots.title, columns }, note },
  }))
}

function columnOf(blocks: readonly ColumnBlock[]): Column {
  return { name: null, blocks }
}

function groupsOf(slides: readonly Slide[], placed: ReadonlyMap<Slide, Placement>): readonly TitleGroup[] {
  const groups: TitleGroup[] = []
  let next = 0
  for (const [index, slide] of slides.entries()) {
    if (index < next) continue
    const { origins, slide: piece } = placed.get(slide) ?? { origins: [slide] as const, slide }
    next = index + origins.length
    groups.push({ origins, pieces: [piece] })
  }
  return groups
}
