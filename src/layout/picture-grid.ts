// Chooses how photographs that fill their cells are arranged.

import type { CaptionedPicture } from '../model/draft.ts'
import type { SlideShape } from '../model/layout.ts'
import { isPhotograph } from './photograph.ts'
import type { Size } from './picture-markup.ts'

/** All pictures in one row, in two rows, or the first one large beside the others, which are in a column. */
export type PictureGrid = 'row' | 'rows' | 'lead'

/**
 * Returns the grid in which photographs fill their cells and the least of them is cropped; null if too much would be,
 * if they would look blurred, or if a picture is not a photograph.
 */
export function choosePictureGrid(plates: readonly CaptionedPicture[], shape: SlideShape): PictureGrid | null {
  const sizes = plates.flatMap(({ picture }) => (isPhotograph(picture) ? [picture.content] : []))
  if (sizes.length < plates.length || sizes.length < MIN_COUNT || sizes.length > MAX_COUNT) return null
  const grids = Object.entries(GRIDS).map(([grid, cellsOf]) => {
    const cells = cellsOf(sizes.length, BODIES[shape])
    const crops = sizes.map((size, index) => cropOf(size, cells[index]))
    return { grid, crop: Math.max(...crops) }
  })
  const best = grids.reduce((least, each) => (each.crop < least.crop ? each : least))
  return best.crop <= MAX_CROP && isGrid(best.grid) ? best.grid : null
}

function isGrid(name: string): name is PictureGrid {
  return name in GRIDS
}

/** Two pictures are compared, so they are shown whole; many are too small to be cropped. */
const [MIN_COUNT, MAX_COUNT] = [3, 6]

/**
 * The largest part of a photograph that a grid may crop. `theme.css` crops at most two fifths, under long titles too, and
 * leaves the rest of the cell free.
 */
const MAX_CROP = 0.45

/** Returns the part of a picture that is cropped if it fills the cell; 1 if it would look blurred there. */
function cropOf({ width, height }: Size, cell: Size | undefined): number {
  if (cell === undefined || width * MAX_SCALE < cell.width || height * MAX_SCALE < cell.height) return 1
  const ratio = width / height / (cell.width / cell.height)
  return 1 - Math.min(ratio, 1 / ratio)
}

/** How much a photograph may be enlarged. */
const MAX_SCALE = 2

/** The usual space for pictures under a title of one line, in px. */
const BODIES: Readonly<Record<SlideShape, Size>> = {
  wide: { width: 1080, height: 510 },
  square: { width: 840, height: 510 },
}

const GAP = 16

const GRIDS: Readonly<Record<PictureGrid, (count: number, body: Size) => readonly Size[]>> = {
  rows: (count, body) => {
    const columns = Math.ceil(count / 2)
    const height = sharedBy(2, body.height)
    const inRow = (rowCount: number) =>
      Array.from({ length: rowCount }, () => ({ width: sharedBy(rowCount, body.width), height }))
    return [...inRow(count - columns), ...inRow(columns)]
  },
  row: (count, { width, height }) => Array.from({ length: count }, () => ({ width: sharedBy(count, width), height })),
  lead: (count, { width, height }) => {
    const others = { width: (width - GAP) * (1 - LEAD), height: sharedBy(count - 1, height) }
    return [{ width: (width - GAP) * LEAD, height }, ...Array.from({ length: count - 1 }, () => others)]
  },
}

function sharedBy(count: number, length: number): number {
  return (length - (count - 1) * GAP) / count
}

/** The share of the width that the first picture of `lead` has, as in `theme.css`. */
const LEAD = 0.64
