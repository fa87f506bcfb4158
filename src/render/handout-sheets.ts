// Divides the slides of the handout and their notes into pages.

import type { HandoutLayout, Paper } from '../model/settings.ts'
import type { Canvas } from '../model/theme.ts'
import { cellSheets } from './handout-cells.ts'
import { contentSizeOf, PX_PER_MM, pageLayoutOf, thumbSizeOf } from './handout-layouts.ts'
import type { HandoutSheet, NoteHeights } from './handout-pieces.ts'
import { rowSheets } from './handout-rows.ts'

export interface SheetPlan {
  readonly layout: HandoutLayout
  readonly paper: Paper
  readonly canvas: Canvas
}

/**
 * Arranges the slides and their notes on pages: at most as many slides per page as the layout has, with each note kept
 * together if possible, and otherwise divided between sentences.
 */
export function sheetsOf(
  notes: readonly NoteHeights[],
  { layout: name, paper, canvas }: SheetPlan,
): readonly HandoutSheet[] {
  const layout = pageLayoutOf(name, paper)
  const pageHeight = contentSizeOf(paper).height * PX_PER_MM - ROUNDING
  const thumbHeight = (thumbSizeOf(layout, canvas).height + layout.timingHeight) * PX_PER_MM
  return layout.kind === 'rows'
    ? rowSheets(notes, { layout, pageHeight, thumbHeight })
    : cellSheets(notes, { layout, pageHeight, thumbHeight })
}

/** The height, in CSS px, by which pages are planned too short, to allow for rounding. */
const ROUNDING = 3
