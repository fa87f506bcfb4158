// Arranges slides in rows on the pages of the handout, each with its note beside it.

import { type PageLayout, PX_PER_MM, REST_GAP, ROW_PADDING, UNLIMITED } from './handout-layouts.ts'
import {
  fittingEnd,
  type HandoutSheet,
  heightOf,
  type NoteHeights,
  ruleCountIn,
  type SheetPiece,
  type SheetSpace,
  SLACK,
} from './handout-pieces.ts'

/**
 * A row that takes up more than this fraction of a page is divided: otherwise, much of the space below its slide would
 * stay empty.
 */
const MAX_UNDIVIDED = 0.5

/**
 * The minimum height of the note that must fit below a slide, in millimetres; otherwise the slide begins the next page.
 */
const MIN_REST = 26

/** The space above and below the content of a row, added together, in CSS px. */
const PADDING = 2 * ROW_PADDING * PX_PER_MM

/** Makes pages of rows, one for each slide. A note that is too long continues below its slide or on the next pages. */
export function rowSheets(notes: readonly NoteHeights[], space: SheetSpace): readonly HandoutSheet[] {
  const { layout, pageHeight, thumbHeight } = space
  const sheets: SheetPiece[][] = [[]]
  let used = 0
  const startSheet = () => {
    if (sheets.at(-1)?.length === 0) return
    sheets.push([])
    used = 0
  }
  const place = (piece: SheetPiece) => {
    sheets.at(-1)?.push(piece)
    used += piece.height
  }
  for (const [slide, note] of notes.entries()) {
    const { heading, beside } = note
    const count = layout.content === 'note' ? beside.length : 0
    const fullHeight = Math.max(thumbHeight, heading + heightOf(beside, { from: 0, to: count })) + PADDING
    const isFull = (sheets.at(-1)?.length ?? 0) >= layout.perPage
    const isLong = fullHeight > MAX_UNDIVIDED * pageHeight
    if (isFull || (fullHeight > pageHeight - used && !isLong)) startSheet()
    if (count < 2 || (fullHeight <= pageHeight - used && (!isLong || layout.restColumns === 1))) {
      place({ slide, beside: { from: 0, to: count }, rest: null, height: fullHeight, ruleCount: 0 })
      continue
    }
    if (pageHeight - used < thumbHeight + PADDING + MIN_REST * PX_PER_MM) startSheet()
    const opening = openingOf(note, pageHeight - used - PADDING, space)
    place({ slide, ...opening, ruleCount: 0 })
    for (let from = (opening.rest ?? opening.beside).to; from < count; ) {
      startSheet()
      const { rest, height } = continuationOf(note, from, space)
      place({ slide, beside: null, rest, height, ruleCount: 0 })
      from = rest.to
    }
  }
  return sheets
    .filter((pieces) => pieces.length > 0)
    .map((pieces) => ({
      kind: 'slides',
      pieces: distributeSpace(pieces, pageHeight, layout).map((piece) => withRules(piece, notes, layout)),
    }))
}

/** Fills the space beside a slide with its note and, if there are columns, the space below it. */
function openingOf({ heading, beside, rest }: NoteHeights, freeHeight: number, { layout, thumbHeight }: SheetSpace) {
  const columns = layout.restColumns
  const to = fittingEnd(beside, 0, (columns === 1 ? freeHeight : thumbHeight) - heading)
  const besideHeight = Math.max(thumbHeight, heading + heightOf(beside, { from: 0, to }))
  const gap = REST_GAP * PX_PER_MM
  const restEnd = columns === 1 ? to : fittingEnd(rest, to, columns * (freeHeight - besideHeight - gap - SLACK), to)
  const restHeight = restEnd === to ? 0 : heightOf(rest, { from: to, to: restEnd }) / columns + SLACK + gap
  return {
    beside: { from: 0, to },
    rest: restEnd === to ? null : { from: to, to: restEnd },
    height: besideHeight + restHeight + PADDING,
  }
}

/** Fills a page with the sentences of a note, starting at the index `from`. */
function continuationOf({ heading, rest }: NoteHeights, from: number, { layout, pageHeight }: SheetSpace) {
  const columns = layout.restColumns
  const to = fittingEnd(rest, from, columns * (pageHeight - heading - PADDING - SLACK))
  const height = heading + PADDING + heightOf(rest, { from, to }) / columns + (columns === 1 ? 0 : SLACK)
  return { rest: { from, to }, height }
}

/**
 * Distributes the space left on a page: first to rows with less than an equal part of it, then evenly to all rows of a
 * full page.
 */
function distributeSpace(
  pieces: readonly SheetPiece[],
  pageHeight: number,
  { perPage }: PageLayout,
): readonly SheetPiece[] {
  const spare = pageHeight - pieces.reduce((sum, { height }) => sum + height, 0)
  if (perPage === UNLIMITED || spare <= 0) return pieces
  const deficits = pieces.map(({ height }) => Math.max(0, pageHeight / perPage - height))
  const totalDeficit = deficits.reduce((sum, deficit) => sum + deficit, 0)
  const spaceForDeficits = Math.min(spare, totalDeficit)
  const extra = pieces.length < perPage ? 0 : (spare - spaceForDeficits) / perPage
  return pieces.map((piece, index) => ({
    ...piece,
    height:
      piece.height + extra + (totalDeficit === 0 ? 0 : ((deficits[index] ?? 0) / totalDeficit) * spaceForDeficits),
  }))
}

function withRules(piece: SheetPiece, notes: readonly NoteHeights[], { content, perPage }: PageLayout): SheetPiece {
  const { heading = 0, beside = [] } = notes[piece.slide] ?? {}
  const isRuled = perPage !== UNLIMITED && piece.beside !== null && (content === 'lines' || beside.length === 0)
  return isRuled ? { ...piece, ruleCount: ruleCountIn(piece.height - PADDING - heading) } : piece
}
