// Finds tables in a PDF.

import { ITEM_MARKER } from './blocks.ts'
import type { PdfCell, PdfLine } from './lines.ts'
import { splitNumberColumns } from './number-columns.ts'

/** Lines of text, or the rows of a table. */
export type PageSegment =
  | { readonly type: 'text'; readonly lines: readonly PdfLine[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] }

/**
 * Separates tables from text. A table has at least three consecutive rows with the same number of cells, which are
 * aligned in columns. Columns of text look the same if they were drawn line by line, but have longer cells. They are
 * read one after the other.
 */
export function segmentsOf(lines: readonly PdfLine[]): readonly PageSegment[] {
  const segments: PageSegment[] = []
  const rows = rowsOf(splitNumberColumns(lines))
  let text: PdfLine[] = []
  const closeText = () => {
    if (text.length > 0) segments.push({ type: 'text', lines: text })
    text = []
  }
  for (let index = 0; index < rows.length; ) {
    const count = countTableRows(rows.slice(index, index + MAX_ROWS))
    const group = rows.slice(index, index + Math.max(count, 1))
    if (count > 0 && !areTextColumns(group)) {
      closeText()
      segments.push({ type: 'table', rows: group.map(({ cells }) => cells.map((cell) => cell.text)) })
    } else for (const line of count > 0 ? columnLines(group) : group.flatMap((row) => row.lines)) text.push(line)
    index += group.length
  }
  closeText()
  return segments
}

const MIN_ROWS = 3
const MAX_ROWS = 500
const MAX_COLUMNS = 30

interface PdfRow {
  readonly lines: readonly PdfLine[]
  readonly cells: readonly PdfCell[]
}

/** Joins lines that are side by side into rows. */
function rowsOf(lines: readonly PdfLine[]): readonly PdfRow[] {
  const rows: { readonly lines: PdfLine[]; readonly cells: PdfCell[] }[] = []
  for (const line of lines) {
    const row = rows.at(-1)
    const last = row?.lines.at(-1)
    const isBeside = last?.page === line.page && Math.abs(line.y - last.y) < line.size * SAME_ROW && line.x > last.end
    if (row && isBeside) {
      row.lines.push(line)
      for (const cell of line.cells) row.cells.push(cell)
    } else rows.push({ lines: [line], cells: [...line.cells] })
  }
  return rows
}

/** The maximum vertical distance between the lines of a row, in multiples of the font size. */
const SAME_ROW = 0.3

/** Returns how many of the first rows form a table; 0 if there is no table. */
function countTableRows(rows: readonly PdfRow[]): number {
  const [first] = rows
  if (
    first === undefined ||
    first.cells.length < 2 ||
    first.cells.length > MAX_COLUMNS ||
    isItem(first) ||
    first.lines.every(({ isMono }) => isMono)
  )
    return 0
  let count = 1
  while (count < rows.length && isNextRow(rows[count - 1], rows[count]) && areAligned(rows.slice(0, count + 1))) count++
  return count >= MIN_ROWS ? count : 0
}

/** Whether a row is a list item with a wide gap after its marker. */
function isItem({ cells: [marker, words, ...others] }: PdfRow): boolean {
  return (
    marker !== undefined &&
    words !== undefined &&
    others.length === 0 &&
    ITEM_MARKER.test(`${marker.text} ${words.text}`)
  )
}

function isNextRow(one: PdfRow | undefined, other: PdfRow | undefined): boolean {
  const [above] = one?.lines ?? []
  const [below] = other?.lines ?? []
  if (!one || !other || !above || !below || one.cells.length !== other.cells.length) return false
  const distance = below.y - above.y
  return above.page === below.page && distance > 0 && distance < above.size * MAX_ROW_DISTANCE
}

/** The maximum distance between neighbouring rows, in multiples of the font size. */
const MAX_ROW_DISTANCE = 4

/** Whether the cells of each column are aligned: at their left edges, their right edges or their centres. */
function areAligned(rows: readonly PdfRow[]): boolean {
  const size = rows[0]?.lines[0]?.size ?? 1
  return (rows[0]?.cells ?? []).every((_, column) => {
    const cells = rows.flatMap((row) => row.cells[column] ?? [])
    return [({ x }: PdfCell) => x, ({ end }: PdfCell) => end, ({ x, end }: PdfCell) => (x + end) / 2].some((edgeOf) => {
      const edges = cells.map(edgeOf)
      return Math.max(...edges) - Math.min(...edges) < size * ALIGNMENT_TOLERANCE
    })
  })
}

/** In multiples of the font size. */
const ALIGNMENT_TOLERANCE = 0.6

/** Whether rows are lines of text in columns side by side, judged by length: table cells are short. */
function areTextColumns(rows: readonly PdfRow[]): boolean {
  const lengths = rows.flatMap(({ cells }) => cells.map(({ text }) => text.length))
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length > LONGEST_CELL
}

/** In characters, on average. */
const LONGEST_CELL = 28

/** Lists the lines in rows, column by column. */
function columnLines(rows: readonly PdfRow[]): readonly PdfLine[] {
  const columnCount = Math.max(...rows.map(({ lines }) => lines.length))
  return Array.from({ length: columnCount }, (_, column) => rows.flatMap(({ lines }) => lines[column] ?? [])).flat()
}
