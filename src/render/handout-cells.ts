// Arranges slides in cells on the pages of the handout, each with its note below it.

import { CELL_GAP, type PageLayout, PX_PER_MM, THUMB_GAP } from './handout-layouts.ts'
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

export function cellSheets(
  notes: readonly NoteHeights[],
  { layout, pageHeight, thumbHeight }: SheetSpace,
): readonly HandoutSheet[] {
  const firstSlides = Array.from(
    { length: Math.ceil(notes.length / layout.perPage) },
    (_, page) => page * layout.perPage,
  )
  const rest = restPacker(notes, { layout, pageHeight, thumbHeight })
  const sheets = firstSlides.flatMap((first): readonly HandoutSheet[] => {
    const notesOnPage = notes.slice(first, first + layout.perPage)
    const fixedHeight = (note: NoteHeights) => thumbHeight + note.heading + THUMB_GAP * PX_PER_MM
    const needs = notesOnPage.map(
      (note) => fixedHeight(note) + (layout.content === 'note' ? heightIn(note, layout) : 0),
    )
    const heights = rowHeights(needs, { layout, pageHeight, thumbHeight })
    const pieces = notesOnPage.map((note, index): SheetPiece => {
      const height = heights[Math.floor(index / layout.cellsPerRow)] ?? 0
      const freeHeight = height - fixedHeight(note)
      const to =
        layout.content === 'note'
          ? fittingEnd(note.beside, 0, layout.noteColumns * (freeHeight - slackOf(layout)), 0)
          : 0
      const ruleCount = layout.content === 'note' && note.beside.length === 0 ? ruleCountIn(freeHeight) : 0
      const isShort = layout.noteColumns > 1 && heightOf(note.beside, { from: 0, to }) <= SHORT_NOTE
      return {
        slide: first + index,
        beside: { from: 0, to },
        rest: null,
        height,
        ruleCount,
        ...(isShort && { isShort }),
      }
    })
    return [{ kind: 'slides', pieces }, ...rest.add(pieces)]
  })
  return [...sheets, ...rest.finish()]
}

/** The minimum height, in CSS px at the width of a column, of notes that are divided into columns. */
const SHORT_NOTE = 160

function heightIn({ beside }: NoteHeights, layout: PageLayout): number {
  return heightOf(beside, { from: 0, to: beside.length }) / layout.noteColumns + slackOf(layout)
}

function slackOf({ noteColumns }: PageLayout): number {
  return noteColumns === 1 ? 0 : SLACK
}

/** Computes the heights of rows of cells. They share a page evenly, unless one needs space that others can spare. */
function rowHeights(needs: readonly number[], { layout, pageHeight }: SheetSpace): readonly number[] {
  const rowsPerPage = layout.perPage / layout.cellsPerRow
  const freeHeight = pageHeight - (rowsPerPage - 1) * CELL_GAP * PX_PER_MM
  const rows = Array.from({ length: rowsPerPage }, (_, row) =>
    Math.max(0, ...needs.slice(row * layout.cellsPerRow, (row + 1) * layout.cellsPerRow)),
  )
  const smallRows = rows.filter((need) => need <= freeHeight / rowsPerPage)
  if (smallRows.length === rowsPerPage) return rows.map(() => freeHeight / rowsPerPage)
  const tallRowHeight = (freeHeight - smallRows.reduce((sum, need) => sum + need, 0)) / (rowsPerPage - smallRows.length)
  return rows.map((need) => (need <= freeHeight / rowsPerPage ? need : tallRowHeight))
}

/** The space above each heading on a page of continued notes, in millimetres. */
const REST_MARGIN = 4

/**
 * Arranges the notes that did not fit next to their slides, one after another in columns. A page that they do not fill
 * is kept for the notes of the next slides: `add` returns only the pages that are full.
 */
function restPacker(notes: readonly NoteHeights[], { layout, pageHeight }: SheetSpace) {
  const capacity = layout.restColumns * (pageHeight - SLACK)
  const open: { pieces: SheetPiece[]; used: number } = { pieces: [], used: 0 }
  const finish = (): readonly HandoutSheet[] => {
    const { pieces } = open
    open.pieces = []
    open.used = 0
    return pieces.length === 0 ? [] : [{ kind: 'rest', pieces }]
  }
  const add = (placed: readonly SheetPiece[]): readonly HandoutSheet[] => {
    const full: HandoutSheet[] = []
    for (const { slide, beside } of placed) {
      const { rest = [], heading = 0 } = notes[slide] ?? {}
      for (let from = beside?.to ?? 0; from < rest.length; ) {
        const head = heading + REST_MARGIN * PX_PER_MM
        const to = fittingEnd(rest, from, capacity - open.used - head, from)
        if (to === from && open.used > 0) {
          full.push(...finish())
          continue
        }
        const end = Math.max(to, from + 1)
        open.pieces.push({ slide, beside: null, rest: { from, to: end }, height: 0, ruleCount: 0 })
        open.used += head + heightOf(rest, { from, to: end })
        from = end
      }
    }
    return full
  }
  return { add, finish }
}
