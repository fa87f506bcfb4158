// The layouts of the handout: how many slides a page shows, and at what size.

import type { HandoutLayout, Paper } from '../model/settings.ts'
import type { Canvas } from '../model/theme.ts'

/** The arrangement of a page in a handout layout. Sizes are in millimetres of paper. */
export interface PageLayout {
  /** `rows`: slides are beside their notes; `cells`: slides are above them. */
  readonly kind: 'rows' | 'cells'
  readonly perPage: number
  /** The number of cells side by side; 1 for rows. */
  readonly cellsPerRow: number
  /** The maximum size of a slide. */
  readonly thumb: { readonly width: number; readonly height: number }
  /** The number of columns that the note has in its cell. */
  readonly noteColumns: 1 | 2
  /** The number of columns for the rest of a note that does not fit beside its slide. */
  readonly restColumns: 1 | 2
  /** The height of the times under the slide; 0 if they are not shown. */
  readonly timingHeight: number
  /** What is shown with the slide besides its title: its note, ruled lines, or nothing. */
  readonly content: 'note' | 'lines' | 'title'
}

/** In the `notes` layout, the slide is only a reminder beside the large text. */
const REMINDER_SIZE = { width: 46, height: 32 }

/** The number of slides per page of a layout that sets no limit. */
export const UNLIMITED = Number.POSITIVE_INFINITY

const TIMING_HEIGHT = 7

export function pageLayoutOf(name: HandoutLayout, paper: Paper): PageLayout {
  const { width } = contentSizeOf(paper)
  const half = (width - COLUMN_GAP) / 2
  const rows = {
    kind: 'rows',
    cellsPerRow: 1,
    noteColumns: 1,
    restColumns: 2,
    timingHeight: 0,
    content: 'note',
  } as const
  const cells = { kind: 'cells', noteColumns: 1, restColumns: 2, timingHeight: 0, content: 'note' } as const
  const layouts: Readonly<Record<HandoutLayout, PageLayout>> = {
    1: { ...cells, perPage: 1, cellsPerRow: 1, thumb: { width, height: 108 }, noteColumns: 2 },
    2: { ...rows, perPage: 2, thumb: { width: 104, height: 66 } },
    3: { ...rows, perPage: 3, thumb: { width: 88, height: 52 } },
    4: { ...cells, perPage: 4, cellsPerRow: 2, thumb: { width: half, height: 56 } },
    6: { ...cells, perPage: 6, cellsPerRow: 2, thumb: { width: half, height: 56 }, content: 'title' },
    notes: { ...rows, perPage: UNLIMITED, thumb: REMINDER_SIZE, restColumns: 1, timingHeight: TIMING_HEIGHT },
    lines: { ...rows, perPage: 3, thumb: { width: 88, height: 52 }, content: 'lines' },
  }
  return layouts[name]
}

/** In millimetres, like all lengths in this file. */
const PAPER_SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
}

export const MARGINS = { top: 26, side: 16, bottom: 22 } as const

/** The space between slide and note, and between columns. */
export const COLUMN_GAP = 8

/** The space above and below the content of a row, and below a slide in its cell. */
export const ROW_PADDING = 5
export const THUMB_GAP = 3

/** The space between cells in a column. */
export const CELL_GAP = 7

/** The distance between ruled lines. */
export const RULE_DISTANCE = 9

/** The space between the part of a note beside its slide and the part below it. */
export const REST_GAP = 4

/** Returns the size of a page within its margins. */
export function contentSizeOf(paper: Paper): { readonly width: number; readonly height: number } {
  const { width, height } = PAPER_SIZES[paper]
  return { width: width - 2 * MARGINS.side, height: height - MARGINS.top - MARGINS.bottom }
}

/** Returns the size of a slide on paper. */
export function thumbSizeOf(
  { thumb }: PageLayout,
  canvas: Canvas,
): { readonly width: number; readonly height: number } {
  const width = Math.min(thumb.width, (thumb.height * canvas.width) / canvas.height)
  return { width, height: (width * canvas.height) / canvas.width }
}

/**
 * Returns the width of a note beside its slide, or of its columns under the slide, and the width of the columns in
 * which the note continues.
 */
export function noteWidths(
  layout: PageLayout,
  paper: Paper,
  canvas: Canvas,
): { readonly beside: number; readonly rest: number } {
  const { width } = contentSizeOf(paper)
  const half = (width - COLUMN_GAP) / 2
  const beside = width - thumbSizeOf(layout, canvas).width - COLUMN_GAP
  if (layout.kind === 'rows') return { beside, rest: layout.restColumns === 1 ? beside : half }
  return { beside: half, rest: half }
}

/** CSS px per millimetre. */
export const PX_PER_MM = 96 / 25.4
