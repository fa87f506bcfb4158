// Divides the slides of the handout and their notes into pages.

import type { Extent } from '../client/measure/measure-notes.ts'
import type { HandoutLayout, Paper } from '../model/settings.ts'
import type { Canvas } from '../model/theme.ts'
import {
  ANY_NUMBER,
  CELL_GAP,
  formOf,
  type HandoutForm,
  MILLIMETRE,
  REST_GAP,
  ROW_PADDING,
  RULE_DISTANCE,
  roomOn,
  thumbOf,
  UNDER_THUMB,
} from './handout-forms.ts'

/** The heights of a slide's heading and note, in CSS px. */
export interface NoteHeights {
  readonly heading: number
  /** The extent of each sentence at the width of a note beside its slide. */
  readonly beside: readonly Extent[]
  /** The extent of each sentence at the width of a column for the rest of a note. */
  readonly rest: readonly Extent[]
}

/** A range of sentences in a note, from the index `from` up to but not including `to`. */
export interface NoteStretch {
  readonly from: number
  readonly to: number
}

/** The part of a slide that is on one page. */
export interface SheetPiece {
  /** The index of the slide, from 0. */
  readonly slide: number
  /**
   * As much of the note as fits next to the picture and heading of the slide; null if the slide itself is on an earlier
   * page and only its note continues here.
   */
  readonly beside: NoteStretch | null
  /** More of the note, in columns below the slide or on a later page; null if there is none. */
  readonly rest: NoteStretch | null
  /** The minimum height, in CSS px. */
  readonly height: number
  /** The number of lines to write on. */
  readonly ruleCount: number
}

/** A page of the handout: slides, or the rest of their notes. */
export interface HandoutSheet {
  readonly kind: 'slides' | 'rest'
  readonly pieces: readonly SheetPiece[]
}

export interface SheetPlan {
  readonly layout: HandoutLayout
  readonly paper: Paper
  readonly canvas: Canvas
}

/**
 * Arranges the slides and their notes on pages: at most as many slides per page as the layout has, with each note kept
 * together if possible, and otherwise divided between sentences.
 */
export function sheetsOf(notes: readonly NoteHeights[], { layout, paper, canvas }: SheetPlan): readonly HandoutSheet[] {
  const form = formOf(layout, paper)
  const pageHeight = roomOn(paper).height * MILLIMETRE - ROUNDING
  const thumbHeight = (thumbOf(form, canvas).height + form.underThumb) * MILLIMETRE
  return form.kind === 'rows'
    ? rowSheets(notes, { form, pageHeight, thumbHeight })
    : cellSheets(notes, { form, pageHeight, thumbHeight })
}

interface SheetSpace {
  readonly form: HandoutForm
  /** The height of a page within its margins, in CSS px. */
  readonly pageHeight: number
  /** The height of a slide and of the text under it, in CSS px. */
  readonly thumbHeight: number
}

/** CSS px by which a page is planned shorter than it is, to allow for rounding. */
const ROUNDING = 3

/** CSS px kept free in columns, because a column seldom ends exactly with a line. */
const SLACK = 36

/**
 * A row that takes more than this share of a page is divided, because its slide would otherwise be above an empty
 * column.
 */
const MAX_UNDIVIDED = 0.5

/** Millimetres of note that must fit below a slide; otherwise the slide begins the next page. */
const MIN_REST = 26

function rowSheets(
  notes: readonly NoteHeights[],
  { form, pageHeight, thumbHeight }: SheetSpace,
): readonly HandoutSheet[] {
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
    const { heading, beside, rest } = note
    const count = form.content === 'note' ? beside.length : 0
    const padding = 2 * ROW_PADDING * MILLIMETRE
    const fullHeight = Math.max(thumbHeight, heading + heightOf(beside, { from: 0, to: count })) + padding
    const isFull = (sheets.at(-1)?.length ?? 0) >= form.perPage
    const isLong = fullHeight > MAX_UNDIVIDED * pageHeight
    if (isFull || (fullHeight > pageHeight - used && !isLong)) startSheet()
    if (count < 2 || (fullHeight <= pageHeight - used && (!isLong || form.restColumns === 1))) {
      place({ slide, beside: { from: 0, to: count }, rest: null, height: fullHeight, ruleCount: 0 })
      continue
    }
    if (pageHeight - used < thumbHeight + padding + MIN_REST * MILLIMETRE) startSheet()
    const columns = form.restColumns
    const freeHeight = pageHeight - used - padding
    const to = endOfFitting(beside, 0, (columns === 1 ? freeHeight : thumbHeight) - heading)
    const openingHeight = Math.max(thumbHeight, heading + heightOf(beside, { from: 0, to }))
    const restEnd =
      columns === 1
        ? to
        : endOfFitting(rest, to, columns * (freeHeight - openingHeight - REST_GAP * MILLIMETRE - SLACK), to)
    const restHeight =
      restEnd === to ? 0 : heightOf(rest, { from: to, to: restEnd }) / columns + SLACK + REST_GAP * MILLIMETRE
    place({
      slide,
      beside: { from: 0, to },
      rest: stretch(to, restEnd),
      height: openingHeight + restHeight + padding,
      ruleCount: 0,
    })
    for (let from = restEnd; from < count; ) {
      startSheet()
      const end = endOfFitting(rest, from, columns * (pageHeight - heading - padding - SLACK))
      const height = heading + padding + heightOf(rest, { from, to: end }) / columns + (columns === 1 ? 0 : SLACK)
      place({ slide, beside: null, rest: { from, to: end }, height, ruleCount: 0 })
      from = end
    }
  }
  return sheets
    .filter((pieces) => pieces.length > 0)
    .map((pieces) => ({
      kind: 'slides',
      pieces: distributeSpace(pieces, pageHeight, form).map((piece) => withRules(piece, notes, form)),
    }))
}

/**
 * Distributes the space left on a page: first to rows with less than their share, then evenly to all rows of a full
 * page.
 */
function distributeSpace(
  pieces: readonly SheetPiece[],
  pageHeight: number,
  { perPage }: HandoutForm,
): readonly SheetPiece[] {
  const spare = pageHeight - pieces.reduce((sum, { height }) => sum + height, 0)
  if (perPage === ANY_NUMBER || spare <= 0) return pieces
  const deficits = pieces.map(({ height }) => Math.max(0, pageHeight / perPage - height))
  const totalDeficit = deficits.reduce((sum, deficit) => sum + deficit, 0)
  const towardsDeficits = Math.min(spare, totalDeficit)
  const extra = pieces.length < perPage ? 0 : (spare - towardsDeficits) / perPage
  return pieces.map((piece, index) => ({
    ...piece,
    height: piece.height + extra + (totalDeficit === 0 ? 0 : ((deficits[index] ?? 0) / totalDeficit) * towardsDeficits),
  }))
}

function withRules(piece: SheetPiece, notes: readonly NoteHeights[], { content, perPage }: HandoutForm): SheetPiece {
  const { heading = 0, beside = [] } = notes[piece.slide] ?? {}
  const isRuled = perPage !== ANY_NUMBER && piece.beside !== null && (content === 'lines' || beside.length === 0)
  return isRuled ? { ...piece, ruleCount: countRules(0, piece.height - 2 * ROW_PADDING * MILLIMETRE - heading) } : piece
}

function cellSheets(
  notes: readonly NoteHeights[],
  { form, pageHeight, thumbHeight }: SheetSpace,
): readonly HandoutSheet[] {
  const firstSlides = Array.from({ length: Math.ceil(notes.length / form.perPage) }, (_, page) => page * form.perPage)
  return firstSlides.flatMap((first): readonly HandoutSheet[] => {
    const notesOnPage = notes.slice(first, first + form.perPage)
    const fixedHeight = (note: NoteHeights) => thumbHeight + note.heading + UNDER_THUMB * MILLIMETRE
    const needs = notesOnPage.map((note) => fixedHeight(note) + (form.content === 'note' ? heightIn(note, form) : 0))
    const heights = rowHeights(needs, { form, pageHeight, thumbHeight })
    const pieces = notesOnPage.map((note, index): SheetPiece => {
      const height = heights[Math.floor(index / form.cellsPerRow)] ?? 0
      const freeHeight = height - fixedHeight(note)
      const to =
        form.content === 'note' ? endOfFitting(note.beside, 0, form.noteColumns * (freeHeight - slackOf(form)), 0) : 0
      const ruleCount = form.content === 'note' ? countRules(note.beside.length, freeHeight) : 0
      return { slide: first + index, beside: { from: 0, to }, rest: null, height, ruleCount }
    })
    return [{ kind: 'slides', pieces }, ...restSheets(pieces, notes, { form, pageHeight, thumbHeight })]
  })
}

function heightIn({ beside }: NoteHeights, form: HandoutForm): number {
  return heightOf(beside, { from: 0, to: beside.length }) / form.noteColumns + slackOf(form)
}

function slackOf({ noteColumns }: HandoutForm): number {
  return noteColumns === 1 ? 0 : SLACK
}

/** Computes the heights of rows of cells. They share a page evenly, unless one needs space that others can spare. */
function rowHeights(needs: readonly number[], { form, pageHeight }: SheetSpace): readonly number[] {
  const rowsPerPage = form.perPage / form.cellsPerRow
  const freeHeight = pageHeight - (rowsPerPage - 1) * CELL_GAP * MILLIMETRE
  const rows = Array.from({ length: rowsPerPage }, (_, row) =>
    Math.max(0, ...needs.slice(row * form.cellsPerRow, (row + 1) * form.cellsPerRow)),
  )
  const smallRows = rows.filter((need) => need <= freeHeight / rowsPerPage)
  if (smallRows.length === rowsPerPage) return rows.map(() => freeHeight / rowsPerPage)
  const share = (freeHeight - smallRows.reduce((sum, need) => sum + need, 0)) / (rowsPerPage - smallRows.length)
  return rows.map((need) => (need <= freeHeight / rowsPerPage ? need : share))
}

/** Millimetres above each heading on a page of continued notes. */
const REST_MARGIN = 4

/** Arranges the notes that did not fit next to their slides, one after another in columns. */
function restSheets(
  pieces: readonly SheetPiece[],
  notes: readonly NoteHeights[],
  { form, pageHeight }: SheetSpace,
): readonly HandoutSheet[] {
  const sheets: SheetPiece[][] = [[]]
  const capacity = form.restColumns * (pageHeight - SLACK)
  let used = 0
  for (const { slide, beside } of pieces) {
    const { rest = [], heading = 0 } = notes[slide] ?? {}
    for (let from = beside?.to ?? 0; from < rest.length; ) {
      const head = heading + REST_MARGIN * MILLIMETRE
      const to = endOfFitting(rest, from, capacity - used - head, from)
      if (to === from && used > 0) {
        sheets.push([])
        used = 0
        continue
      }
      const end = Math.max(to, from + 1)
      sheets.at(-1)?.push({ slide, beside: null, rest: { from, to: end }, height: 0, ruleCount: 0 })
      used += head + heightOf(rest, { from, to: end })
      from = end
    }
  }
  return sheets.filter((sheet) => sheet.length > 0).map((sheet) => ({ kind: 'rest', pieces: sheet }))
}

function stretch(from: number, to: number): NoteStretch | null {
  return from < to ? { from, to } : null
}

/**
 * Returns the index of the first sentence, from `from` on, that does not fit, but at least `least`: by default, at
 * least one sentence is taken.
 */
function endOfFitting(extents: readonly Extent[], from: number, available: number, least = from + 1): number {
  let to = Math.min(least, extents.length)
  while (to < extents.length && heightOf(extents, { from, to: to + 1 }) <= available) to++
  return to
}

/**
 * Returns the height of a range of sentences. The line in which the first sentence begins counts in full, because that
 * sentence may have to begin a new line.
 */
function heightOf(extents: readonly Extent[], { from, to }: NoteStretch): number {
  return from >= to ? 0 : (extents[to - 1]?.bottom ?? 0) - (extents[from]?.top ?? 0) + LEADING
}

/** CSS px by which a line is taller than its letters, above and below together. */
const LEADING = 6

function countRules(sentences: number, height: number): number {
  return sentences > 0 ? 0 : Math.max(0, Math.floor(height / (RULE_DISTANCE * MILLIMETRE)))
}
