// Divides slides that are too full into several.

import type { Spill } from '../client/measure/measure-spills.ts'
import { noteOf, withTimeToLook } from '../layout/note.ts'
import type { Deck, LayoutName, Note, Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import type { Sentence } from '../model/outline.ts'
import { fitsInHeight, type Gauge } from './gauge.ts'
import { TOLERANCE } from './measure.ts'
import { idsFor } from './piece-ids.ts'
import { createRenumberer, type TitleGroup } from './renumber-titles.ts'

export interface DivideSlidesOptions {
  readonly gauge: Gauge
  readonly layouts: Layouts
  /** The number of measuring rounds, including those before division, after which division stops. */
  readonly maxRounds: number
}

/**
 * If a slide needs more pieces than this, their number is estimated from whole lines, because a few too many then do no
 * harm.
 */
const MANY_PIECES = 50

/**
 * If one piece more gains nothing, so many more are tried: the longest piece may be divided only when others are, too.
 */
const MAX_FAILURES = 2

/**
 * Divides each slide that is too tall, and can be divided, into as few pieces of equal size as it needs: as many as its
 * measurement suggests, then more as long as that helps. Notes are divided with their lines.
 */
export async function divideSlides(deck: Deck, { gauge, layouts, maxRounds }: DivideSlidesOptions): Promise<Deck> {
  const { divideAll, piecesOf } = createDivider(deck, { gauge, layouts })
  let counts: ReadonlyMap<Slide, number> = new Map()
  const failures = new Map<Slide, number>()
  for (;;) {
    const groups = divideAll(counts)
    const current = { ...deck, slides: groups.flatMap(({ pieces }) => pieces) }
    await gauge.measure(current)
    // Division stops if it gains nothing, for example because a single row is too tall.
    const spilling = groups.filter(
      ({ origins: [origin], pieces }) =>
        largestExcess(pieces, gauge) > 0 && (failures.get(origin) ?? 0) <= MAX_FAILURES,
    )
    if (spilling.length === 0 || gauge.rounds() >= maxRounds) return current
    const nextCounts = new Map(counts)
    for (const { origins, pieces } of spilling) {
      const [origin] = origins
      nextCounts.set(
        origin,
        piecesOf(
          origin,
          countFor(pieces.map(gauge.spillOf), linesOf(layouts, origin).length) + (failures.get(origin) ?? 0),
        ).length,
      )
    }
    const spillingOrigins = new Set(spilling.map(({ origins: [origin] }) => origin))
    const tried = divideAll(nextCounts).filter(({ origins: [origin] }) => spillingOrigins.has(origin))
    // Slides on which only the number in the title changes are measured in the next round.
    await gauge.measure(
      current,
      tried.flatMap(({ pieces }) => pieces),
    )
    const newCounts = new Map(counts)
    for (const [index, { origins, pieces }] of tried.entries()) {
      const before = largestExcess(spilling[index]?.pieces ?? [], gauge)
      const gains = largestExcess(pieces, gauge) < before - TOLERANCE
      if (gains) newCounts.set(origins[0], pieces.length)
      failures.set(origins[0], gains ? 0 : (failures.get(origins[0]) ?? 0) + 1)
    }
    counts = newCounts
  }
}

/** Returns the height in CSS px by which the fullest of these slides is too tall; 0 if all fit. */
function largestExcess(pieces: readonly Slide[], gauge: Gauge): number {
  return pieces.reduce((worst, piece) => {
    const spill = gauge.spillOf(piece)
    return fitsInHeight(spill) ? worst : Math.max(worst, spill.below)
  }, 0)
}

/**
 * Returns the number of pieces that should replace these, which contain `lines` lines: at least one more, and enough
 * for their total height.
 */
function countFor(pieces: readonly Spill[], lines: number): number {
  const neededPieces = pieces.reduce((sum, piece) => sum + heightOf(piece) / piece.availableHeight, 0)
  const minimum = Math.max(pieces.length + 1, Math.ceil(neededPieces))
  if (minimum <= MANY_PIECES) return minimum
  // Lines are not cut, so each piece holds a whole number of them, estimated from the fullest of these pieces.
  const fullest = Math.max(...pieces.map((piece) => heightOf(piece) / piece.availableHeight))
  const linesPerPiece = Math.max(1, Math.floor(lines / (pieces.length * fullest)))
  return Math.max(minimum, Math.ceil(lines / linesPerPiece))
}

function heightOf({ below, availableHeight, contentHeight }: Spill): number {
  return below > 0 ? availableHeight + below : contentHeight
}

/**
 * Returns functions that divide one slide or all slides into given numbers of pieces. For the same request they return
 * the same objects, so that nothing is measured twice.
 */
function createDivider(deck: Deck, { gauge, layouts }: Pick<DivideSlidesOptions, 'gauge' | 'layouts'>) {
  const { language } = deck
  const usedIds = new Set(deck.slides.map(({ id }) => id))
  const piecesBySlide = new Map<Slide, Map<number, readonly Slide[]>>()
  const piecesOf = (slide: Slide, count: number): readonly Slide[] => {
    const cached = piecesBySlide.get(slide) ?? new Map<number, readonly Slide[]>()
    piecesBySlide.set(slide, cached)
    const spill = gauge.spillOf(slide)
    const pieces =
      cached.get(count) ??
      divide(slide, { count, maxFraction: spill.availableHeight / heightOf(spill), layouts, language, usedIds })
    // A slide with fewer break points than requested makes fewer pieces.
    const shared = cached.get(pieces.length) ?? pieces
    cached.set(count, shared).set(pieces.length, shared)
    return shared
  }
  const renumber = createRenumberer(deck.slides)
  const divideAll = (counts: ReadonlyMap<Slide, number>): readonly TitleGroup[] =>
    renumber(deck.slides.map((slide) => ({ origins: [slide], pieces: piecesOf(slide, counts.get(slide) ?? 1) })))
  return { divideAll, piecesOf }
}

interface DivideOptions {
  readonly count: number
  /** The largest fraction of the content that fits on one slide. */
  readonly maxFraction: number
  readonly layouts: Layouts
  readonly language: string
  /** The ids of the slides before any was divided. */
  readonly usedIds: ReadonlySet<string>
}

function divide(slide: Slide, options: DivideOptions): readonly Slide[] {
  const parts = options.count === 1 ? null : divideSlots(slide, options)
  if (parts === null) return [slide]
  const ids = idsFor(slide.id, parts.length, options.usedIds)
  const notes = divideNote(slide.note, offsetsIn(options.layouts, parts), options.language)
  return parts.map((piece, index) =>
    withTimeToLook({ ...piece, id: ids[index] ?? slide.id, note: notes[index] ?? slide.note }),
  )
}

function divideSlots<L extends LayoutName>(
  slide: Slide<L>,
  { count, maxFraction, layouts }: DivideOptions,
): readonly Slide<L>[] | null {
  return (
    layouts[slide.layout].divide(slide.slots, count, maxFraction)?.map((slots): Slide<L> => ({ ...slide, slots })) ??
    null
  )
}

/**
 * Returns, for each slide, the lowest offset in the article of its lines; infinity if they come from elsewhere. Lines
 * that an earlier slide shows do not count.
 */
function offsetsIn(layouts: Layouts, slides: readonly Slide[]): readonly number[] {
  const seen = new Set<Line>()
  return slides.map((slide) => {
    const newLines = linesOf(layouts, slide).filter((line) => !seen.has(line))
    for (const line of newLines) seen.add(line)
    return Math.min(...newLines.flatMap(({ spans }) => spans.map(([start]) => start)))
  })
}

/**
 * Divides a note between slides: each gets the sentences before the first line of the next slide, and the footnotes
 * that these refer to.
 */
function divideNote(note: Note, offsets: readonly number[], language: string): readonly Note[] {
  const [spoken, footnotes] = [note.sentences.filter((each) => !isFootnote(each)), note.sentences.filter(isFootnote)]
  const starts = offsets.map((offset, index) => {
    const start = index === 0 ? 0 : spoken.findIndex(({ span }) => span[1] > offset)
    return start < 0 ? spoken.length : start
  })
  // Lines that are out of order must not put a note out of order.
  const cuts = starts.map((_, index) => Math.max(0, ...starts.slice(0, index + 1)))
  const pageOf = ({ referredAt, span: [start] }: Sentence) => {
    const before = spoken.findLastIndex(({ span }) => span[0] <= (referredAt ?? start))
    return Math.max(
      0,
      cuts.findLastIndex((cut) => cut <= before),
    )
  }
  const pages = footnotes.map(pageOf)
  return cuts.map((cut, index) => ({
    ...noteOf(
      [
        ...spoken.slice(cut, cuts[index + 1] ?? spoken.length),
        ...footnotes.filter((_, footnote) => pages[footnote] === index),
      ],
      language,
    ),
    cue: index === 0 ? note.cue : null,
  }))
}

function isFootnote({ kind }: Sentence): boolean {
  return kind === 'footnote'
}
