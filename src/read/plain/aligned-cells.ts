// Divides lines into cells, and finds the columns that the cells occupy in a monospaced font.

import type { Span } from '../../model/span.ts'
import type { SourceLine } from './lines.ts'
import { widthInColumns } from './wrap.ts'

/** The words between two gaps of a line, and the columns that they occupy. */
export interface AlignedCell extends Column {
  readonly text: string
  /** The span of the words in the source. */
  readonly span: Span
}

/** Where the cells of a column begin and end, in characters from the left edge. Wide characters count twice. */
export interface Column {
  readonly from: number
  readonly to: number
}

/**
 * Divides a line into cells at gaps of two or more spaces, or where the given columns start. Two spaces between
 * sentences are not a gap. A line that is too long or has tabs has no cells.
 */
export function cellsIn(line: SourceLine, starts?: readonly number[]): readonly AlignedCell[] {
  const { text, start, indent } = line
  if (text.length > LONGEST_LINE || text.includes('\t')) return []
  const cells: AlignedCell[] = []
  let cellStart = 0
  const addCell = (end: number) => {
    const part = text.slice(cellStart, end)
    const value = part.trim()
    const offset = cellStart + part.length - part.trimStart().length
    const from = indent + widthInColumns(text.slice(0, offset))
    if (value !== '')
      cells.push({
        text: value,
        span: [start + offset, start + offset + value.length],
        from,
        to: from + widthInColumns(value),
      })
  }
  for (const end of starts ? columnOffsets(text, starts, indent) : gapOffsets(text)) {
    addCell(end)
    cellStart = end
  }
  addCell(text.length)
  return cells
}

/** In characters. */
const LONGEST_LINE = 300

function gapOffsets(text: string): readonly number[] {
  return [...text.matchAll(/ {2,}/g)].flatMap(({ 0: { length }, index }) =>
    length === 2 && /[.!?]["'”’)]?$/.test(text.slice(0, index)) && /^\p{Lu}/u.test(text.slice(index + length))
      ? []
      : [index],
  )
}

/** Returns the offsets at which the given columns start, except those inside a word. */
function columnOffsets(text: string, starts: readonly number[], indent: number): readonly number[] {
  return starts.flatMap((column) => {
    let offset = 0
    while (offset < text.length && indent + widthInColumns(text.slice(0, offset)) < column) offset += 1
    return offset < text.length && (offset === 0 || text[offset - 1] === ' ') ? [offset] : []
  })
}

/** Finds the columns of a table. Cells that overlap, even in different rows, are in the same column. */
export function columnsIn(rows: readonly (readonly AlignedCell[])[]): readonly Column[] {
  const columns: { from: number; to: number }[] = []
  for (const { from, to } of rows.flat().toSorted((a, b) => a.from - b.from)) {
    const last = columns.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else columns.push({ from, to })
  }
  return columns
}

/** Returns the cell of a row in a column; undefined if there is none, or more than one. */
export function cellAt(row: readonly AlignedCell[], column: Column | undefined): AlignedCell | undefined {
  const cells = row.filter(({ from }) => column !== undefined && from >= column.from && from < column.to)
  return cells.length === 1 ? cells[0] : undefined
}

/**
 * Whether the left edges of cells are aligned or, if the cells contain figures, their right edges or decimal points.
 */
export function areAligned(cells: readonly AlignedCell[], { hasFigures }: { readonly hasFigures: boolean }): boolean {
  const leftEdgeOf = ({ from }: AlignedCell) => from
  const rightEdgeOf = ({ to }: AlignedCell) => to
  const positions = hasFigures ? [leftEdgeOf, rightEdgeOf, decimalPointOf] : [leftEdgeOf]
  return positions.some((positionOf) => new Set(cells.map(positionOf)).size === 1)
}

/** Returns the column of the decimal point of a figure; for an integer, the column of its end. */
function decimalPointOf({ text, from, to }: AlignedCell): number {
  const point = /\d[.,](?=\d+\D*$)/.exec(text)
  return point === null ? to : from + point.index
}
