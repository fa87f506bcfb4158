// Places listings on the slide of the text before or after them.

import { blockLines } from '../layout/layouts/columns.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Column, ColumnBlock, Line } from '../model/draft.ts'
import { numberOf } from '../model/numbered-title.ts'
import { widthOf } from '../util/text-width.ts'
import { areUnderOneTitle } from './compare-titles.ts'
import { fitsCompletely, type Gauge } from './gauge.ts'
import { joinNotes } from './merge.ts'
import { createRenumberer, type TitleGroup } from './renumber-titles.ts'

/**
 * In CSS px. Text on a slide with a listing is no smaller than this, so that it is not much smaller than on other slides.
 * The listing is set at about three quarters of the text's size, or at the size at which its widest line fits.
 */
const MIN_SIZE = 32

/** More top-level points than this leave no room for a listing. */
const MAX_POINTS = 5

/** A listing with more lines than this gets its own slide. */
const MAX_LINES = 16

/** A listing with more lines than this is never placed below text. */
const MAX_BELOW = 8

/**
 * Puts each listing on the slide of the text before it, or else of the text after it, below or beside that text. Text
 * and listing stay on separate slides if measuring shows that they do not fit at readable sizes.
 */
export async function placeListings(deck: Deck, gauge: Gauge): Promise<Deck> {
  return placeEach(await placeEach(deck, gauge, placementsWithListingsAfter), gauge, placementsWithTextAfter)
}

/** Lists the ways to combine a slide with some of the slides after it, best first. */
type FindPlacements = (slide: Slide, following: readonly Slide[]) => readonly Placement[]

/** Tries the possible placements of each slide, best first, and applies the first that fits. */
async function placeEach(deck: Deck, gauge: Gauge, findPlacements: FindPlacements): Promise<Deck> {
  const renumber = createRenumberer(deck.slides)
  const placed = new Map<Slide, Placement>()
  let remaining = deck.slides.map((slide, index) =>
    findPlacements(slide, deck.slides.slice(index + 1, index + 1 + MAX_LINES)),
  )
  for (;;) {
    remaining = remaining.filter((options) => options.length > 0)
    if (remaining.length === 0) break
    const tried = new Map(placed)
    for (const [placement] of remaining) if (placement !== undefined) tried.set(placement.origins[0], placement)
    const groups = renumber(groupsOf(deck.slides, tried))
    await gauge.measure({ ...deck, slides: groups.flatMap(({ pieces }) => pieces) })
    const piecesOf = new Map(groups.map(({ origins: [first], pieces }) => [first, pieces]))
    remaining = remaining.map(([placement, ...others]) => {
      if (placement === undefined) return []
      const [first] = placement.origins
      if (!(piecesOf.get(first) ?? []).every((piece) => isReadable(piece, gauge))) return others
      placed.set(first, placement)
      return []
    })
  }
  if (placed.size === 0) return deck
  return { ...deck, slides: renumber(groupsOf(deck.slides, placed)).flatMap(({ pieces }) => pieces) }
}

function isReadable(slide: Slide, gauge: Gauge): boolean {
  const spill = gauge.spillOf(slide)
  return fitsCompletely(spill) && (spill.bodySize ?? MIN_SIZE) >= MIN_SIZE
}

/** The slides of some text and its listings, and the slide that could replace them. */
interface Placement {
  readonly origins: readonly [Slide, ...Slide[]]
  readonly slide: Slide
}

/** Lists the ways to put the listings after some text on one slide with it. */
function placementsWithListingsAfter(slide: Slide, following: readonly Slide[]): readonly Placement[] {
  const text = textOn(slide)
  if (text === null) return []
  const listings: Listing[] = []
  let lines = 0
  for (const next of following) {
    const listing = listingOn(next)
    if (listing === null || !belongsTo(slide, listings.at(-1)?.slide ?? slide, next)) break
    lines += listing.lines.length
    if (lines > MAX_LINES) break
    listings.push(listing)
  }
  // If they do not all fit, the first one may.
  const sets = listings.length > 1 ? [listings, listings.slice(0, 1)] : [listings]
  return sets.flatMap((set) =>
    set.length === 0
      ? []
      : placementsOf({ origins: [slide, ...set.map((listing) => listing.slide)], text, listings: set }),
  )
}

/** Lists the ways to put a listing on one slide with the text after it. */
function placementsWithTextAfter(slide: Slide, [next]: readonly Slide[]): readonly Placement[] {
  const listing = listingOn(slide)
  if (listing === null || listing.lines.length > MAX_LINES || slide.background !== undefined) return []
  const text = next === undefined ? null : textOn(next)
  if (next === undefined || text === null || !isContinued(slide, slide, next)) return []
  return areUnderOneTitle(slide, next) ? placementsOf({ origins: [slide, next], text, listings: [listing] }) : []
}

/** A slide's listing, below the sentence that introduces it if the slide shows one. */
interface Listing {
  readonly slide: Slide
  readonly blocks: readonly ColumnBlock[]
  readonly lines: readonly Line[]
}

/**
 * Returns the listing of a slide that shows nothing else except the sentence that introduces it; null for other slides.
 */
function listingOn(slide: Slide): Listing | null {
  if (slide.layout === 'code') {
    const { language, lines, pieces } = slide.slots
    return { slide, blocks: [{ type: 'code', language, lines, pieces }], lines }
  }
  if (slide.layout !== 'comparison') return null
  const [column, ...others] = slide.slots.columns
  const [lead, code, ...below] = column?.blocks ?? []
  const isUnderLead = lead?.type === 'text' && code?.type === 'code' && below.length + others.length === 0
  return isUnderLead && column?.name === null ? { slide, blocks: [lead, code], lines: code.lines } : null
}

/** Returns the text of a slide as blocks of a column; null if no listing may share the slide. */
function textOn(slide: Slide): readonly ColumnBlock[] | null {
  if (slide.layout === 'statement') {
    const { statement, source, formula } = slide.slots
    const isProse = formula === null && source === null && statement.kind !== 'math'
    return isProse ? [{ type: 'text', line: statement }] : null
  }
  if (slide.layout !== 'points') return null
  const { lead, points } = slide.slots
  if (points.filter(({ depth }) => depth === 0).length > MAX_POINTS) return null
  return [...(lead === null ? [] : [{ type: 'text', line: lead } as const]), { type: 'points', points }]
}

/**
 * Whether a listing that follows `last` belongs to a slide of text, because it is under the same title, or under a
 * numbered title that precedes the text.
 */
function belongsTo(text: Slide, last: Slide, listing: Slide): boolean {
  const { title } = listing.slots
  const followsTitle = title !== null && numberOf(title) !== null && followsHeading(text, title)
  return isContinued(text, last, listing) && (areUnderOneTitle(text, listing) || followsTitle)
}

/** Whether a slide that follows `last` may join the slide `first`. */
function isContinued(first: Slide, last: Slide, next: Slide): boolean {
  if (next.part !== first.part || next.note.cue !== null || next.background !== undefined) return false
  // Slides that the author of a deck file wrote are left alone, unless they were one slide in that file.
  return (
    next.hasOriginalPredecessor === true || (!next.isAuthored && (!last.isAuthored || next.isContinuation === true))
  )
}

/** Whether a slide's whole content comes after a heading in the article. */
function followsHeading({ slots: { title }, note }: Slide, heading: Line): boolean {
  const end = heading.spans.at(-1)?.[1]
  const starts = [...note.sentences.map(({ span }) => span), ...(title?.spans ?? [])].map(([start]) => start)
  return heading.kind === 'heading' && end !== undefined && starts.every((start) => start >= end)
}

/** Text, its listings, and the slides of both in order. */
interface TextWithListings {
  readonly origins: readonly [Slide, ...Slide[]]
  readonly text: readonly ColumnBlock[]
  readonly listings: readonly Listing[]
}

function placementsOf({ origins, text, listings }: TextWithListings): readonly Placement[] {
  const [slide, ...others] = origins
  const code = listings.flatMap(({ blocks }) => blocks)
  const lines = listings.flatMap((listing) => listing.lines)
  const [first, second] = listings[0]?.slide === slide ? [code, text] : [text, code]
  const below = [columnOf([...first, ...second])]
  const beside = [columnOf(first), columnOf(second)]
  const sizes = estimateSizes([...text, ...code.filter(({ type }) => type === 'text')].flatMap(blockLines), lines)
  const alternatives =
    lines.length > MAX_BELOW ? [beside] : sizes.below < sizes.beside ? [beside, below] : [below, beside]
  const title = slide.slots.title ?? others.find(({ slots }) => slots.title !== null)?.slots.title ?? null
  const note = others.reduce((joined, { note }) => joinNotes(joined, note), slide.note)
  return alternatives.map((columns) => ({
    origins,
    slide: { ...slide, layout: 'comparison', slots: { title, columns }, note },
  }))
}

/** Estimates the largest type sizes at which text and listing fit one below the other, and side by side. */
function estimateSizes(text: readonly Line[], code: readonly Line[]): Readonly<Record<'below' | 'beside', number>> {
  const widest = code.reduce((max, { text }) => Math.max(max, widthOf(text)), 0)
  const widths = text.map(({ text }) => widthOf(text) * LETTER_WIDTH)
  const heightAt = (lineWidth: number) =>
    widths.reduce((sum, width) => sum + LINE_HEIGHT * Math.ceil(width / lineWidth) + POINT_GAP, 0)
  const largest = (fits: (widthInEm: number, heightInEm: number, size: number) => boolean) =>
    SIZES.findLast((size) => fits(BODY.width / size, BODY.height / size, size)) ?? 0
  return {
    below: largest((width, height, size) => {
      const letter = Math.min(CODE.letter, width / widest)
      const isLegible = letter * size >= CODE.leastLetter
      return isLegible && heightAt(width) + code.length * letter * (CODE.leading / CODE.letter) < height - 2
    }),
    beside: largest((width, height) => {
      const listingWidth = 1.5 + widest * CODE.letter
      const hasRoom = listingWidth < 0.6 * width && code.length * CODE.leading < height - 1
      return hasRoom && heightAt(width - 1 - listingWidth) < height
    }),
  }
}

/** The size of a typical body, in CSS px. */
const BODY = { width: 1060, height: 460 }
const SIZES = [24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44]
/** In em of the text: the width of a letter, the height of a line, and the space between points. */
const LETTER_WIDTH = 0.48
const LINE_HEIGHT = 1.28
const POINT_GAP = 0.5
/** The width of a letter and the height of a line of code, in em of the text; and the width of its smallest letter, in CSS px. */
const CODE = { letter: 0.44, leading: 1.04, leastLetter: 13 }

function columnOf(blocks: readonly ColumnBlock[]): Column {
  return { name: null, blocks }
}

function groupsOf(slides: readonly Slide[], placed: ReadonlyMap<Slide, Placement>): readonly TitleGroup[] {
  const groups: TitleGroup[] = []
  let nextIndex = 0
  for (const [index, slide] of slides.entries()) {
    if (index < nextIndex) continue
    const { origins, slide: piece } = placed.get(slide) ?? { origins: [slide] as const, slide }
    nextIndex = index + origins.length
    groups.push({ origins, pieces: [piece] })
  }
  return groups
}
