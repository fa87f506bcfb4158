// Recognises tables whose cells are aligned with spaces.

import type { Span } from '../../model/span.ts'
import { endsInColon } from '../../util/ends-in-colon.ts'
import { type AlignedCell, areAligned, type Column, cellAt, cellsIn, columnsIn } from './aligned-cells.ts'
import { isCode, isPrompt } from './detect-code.ts'
import type { SourceLine } from './lines.ts'
import { markerOf } from './list-markers.ts'
import type { TextRow, TextTable } from './text-table.ts'
import { areTableCells } from './text-table.ts'

/**
 * Finds the table that begins at a line. A table has no blank lines. Gaps of two or more spaces, or a rule with a run
 * for each column, separate its columns in all rows, and the cells of each column are aligned. Code, lists, fields
 * ("To: …"), verse and columns of running text are not tables.
 */
export function alignedTableAt(lines: readonly SourceLine[], start: number): TextTable | undefined {
  const [first, before] = [lines[start], lines[start - 1]]
  if (first === undefined || !(isRow(first) || isColumnRule(first))) return undefined
  if (before !== undefined && first.gap === 0 && (isRow(before) || isPrompt(before) || isCode(before))) return undefined
  const end = endOfTable(lines, start)
  const tableLines = lines.slice(start, end)
  const widest = Math.max(...tableLines.map(({ text }) => text.length))
  const isRuled = tableLines.some((line) => isRule(line) && line.text.length * 2 > widest)
  const rule = tableLines.find(isColumnRule)
  const textLines = tableLines.filter((line) => !isRule(line))
  const rows = textLines.map((line) => (rule ? cellsBelow(line, rule) : cellsIn(line)))
  const columns = columnsIn(rows)
  if (columns.length < 2 || columns.length > MAX_COLUMNS) return undefined
  const table: AlignedRows = { lines: textLines, rows, columns, isRuled }
  if (!isLikelyTable(table) || isOtherContent(table)) return undefined
  return { start, end, rows: joinRows(table, countHeaderLines(tableLines)) }
}

const MAX_COLUMNS = 30
/**
 * The minimum number of rows, including the header. A table with rules needs one fewer; two columns of words without
 * rules need one more.
 */
const MIN_ROWS = 3

interface AlignedRows {
  readonly lines: readonly SourceLine[]
  readonly rows: readonly (readonly AlignedCell[])[]
  readonly columns: readonly Column[]
  readonly isRuled: boolean
}

/** Whether a line has several cells. */
function isRow(line: SourceLine): boolean {
  return !isRule(line) && cellsIn(line).length > 1
}

function isRule({ text }: SourceLine): boolean {
  return /^[-=─━═]{3,}(?: +[-=─━═]{2,})*$|^[-=─━═]{2}(?: +[-=─━═]{2,})+$/.test(text)
}

/** Whether a line is a rule with a separate run for each column. */
function isColumnRule(line: SourceLine): boolean {
  return isRule(line) && line.text.includes(' ')
}

/**
 * Finds the end of a table. A line with a single cell belongs to the table if the cell is below a later column, or if a
 * row or rule follows.
 */
function endOfTable(lines: readonly SourceLine[], start: number): number {
  let end = start + 1
  for (let index = start + 1; lines[index]?.gap === 0; index += 1) {
    const line = lines[index]
    if (line === undefined || line.text.includes('\t')) break
    if (isRow(line) || isRule(line) || line.indent >= secondColumn(lines[end - 1])) end = index + 1
    else if (index - end > 0) break
  }
  return end
}

function secondColumn(line: SourceLine | undefined): number {
  const [first, second] = line ? cellsIn(line) : []
  return second?.from ?? first?.from ?? Number.POSITIVE_INFINITY
}

/** Divides a line where the runs of a rule begin. */
function cellsBelow(line: SourceLine, rule: SourceLine): readonly AlignedCell[] {
  return cellsIn(line, [...rule.text.matchAll(/\S+/g)].map(({ index }) => rule.indent + index).slice(1))
}

/** Whether the rows are enough for a table, with aligned cells in every column. */
function isLikelyTable({ rows, columns, isRuled }: AlignedRows): boolean {
  const [header = [], ...body] = rows
  const hasFigures = columns.some((column, index) => index > 0 && areFigures(cellsInColumn(body, column)))
  const minRows = isRuled ? 2 : columns.length > 2 || hasFigures ? MIN_ROWS : MIN_ROWS + 1
  const fullRows = rows.filter((row) => row.length > 1 || cellAt(row, columns[0]))
  if (fullRows.length < minRows || fullRows.flat().length < MIN_FILLED_FRACTION * fullRows.length * columns.length)
    return false
  if (rows.some((row) => row.length !== columns.filter((column) => cellAt(row, column)).length)) return false
  if (columns.slice(1).some((column) => cellAt(header, column) === undefined)) return false
  return columns.every((column) => {
    const [above, below] = [cellAt(header, column), cellsInColumn(body, column)]
    if (above !== undefined && isColumn([above, ...below])) return true
    return isColumn(below) && (isRuled || below.length >= MIN_ROWS || above === undefined || areFigures(below))
  })
}

/** The minimum fraction of filled cells, not counting rows that only continue the one above. */
const MIN_FILLED_FRACTION = 0.7

function cellsInColumn(rows: readonly (readonly AlignedCell[])[], column: Column): readonly AlignedCell[] {
  return rows.flatMap((row) => cellAt(row, column) ?? [])
}

/**
 * Whether cells are aligned like a column: on the left or, if at least half contain digits, on the right or at the
 * decimal point.
 */
function isColumn(cells: readonly AlignedCell[]): boolean {
  const hasFigures = cells.filter(({ text }) => /\p{N}/u.test(text)).length * 2 >= cells.length
  return areAligned(cells, { hasFigures })
}

function areFigures(cells: readonly AlignedCell[]): boolean {
  return cells.length > 0 && cells.every(({ text }) => FIGURE.test(text))
}

const FIGURE = /^[^\p{L}\p{N}]{0,3}\p{N}[\p{N}.,:' ]*\P{N}{0,12}$|^[-–—]$|^n\/?a$/iu

/** Whether aligned rows are a list, fields, running text, names or code rather than a table. */
function isOtherContent({ lines, rows, columns, isRuled }: AlignedRows): boolean {
  const isMajority = (count: number) => count * 2 > rows.length
  const [first, ...others] = rows.map((row) => cellAt(row, columns[0])?.text ?? '')
  const markers = [first ?? '', ...others].map((text) => markerOf(`${text} x`))
  const isList =
    isMajority(markers.filter((mark) => mark?.type === 'bullet' || mark?.type === 'quote').length) ||
    (columns.length === 2 && isMajority(markers.filter((mark) => mark !== undefined).length))
  const areFields = others.every((text) => text === '' || endsInColon(text))
  const proseRows = rows.filter((row) => CLAUSE.test(row.at(-1)?.text ?? ''))
  const isProse = columns.length === 2 && proseRows.length * 3 > rows.length
  const areNames = columns.length === 2 && !isRuled && [first ?? '', ...others].every((text) => NAME.test(text))
  const cells = rows.flat().map(({ text }) => text)
  const isProgram =
    isMajority(lines.filter(isCode).length) ||
    isMajority(rows.filter((row) => COMMENT.test(row.at(-1)?.text ?? '')).length) ||
    cells.some((text) => BRANCH.test(text))
  return isList || areFields || isProse || areNames || isProgram || !areTableCells(cells) || areTextColumns(cells)
}

const COMMENT = /^(?:#|;+|\/\/|--) /
/** A line of a drawing, such as a branch of a tree. */
const BRANCH = /^[|+`\\/]+$|^[+`|\\]-{2}/
/** The name of a file, an option or a machine instruction. */
const NAME = /^[a-z0-9_.$%/-]*$|^\p{Lu}{2,6}$|^[\w-]+\.[a-z]\w{0,3}$/u

/** Several words with punctuation at the end, like a sentence or a line of verse. */
const CLAUSE = /\s.*[.,;:!?…—]["'”’]?$/

/** Whether cells are so long that they must be lines of text in columns side by side. */
function areTextColumns(cells: readonly string[]): boolean {
  return cells.reduce((sum, { length }) => sum + length, 0) > LONGEST_CELL * cells.length
}

/** In characters, on average. */
const LONGEST_CELL = 30

/** Returns the number of header lines: those above the first rule that follows a row; one if there is none. */
function countHeaderLines(lines: readonly SourceLine[]): number {
  const top = lines.findIndex((line) => !isRule(line))
  const rule = lines.findIndex((line, index) => index > top && isRule(line))
  return rule < 0 ? 1 : rule - top
}

/**
 * Joins lines into rows: the header lines make one row, and a line that only continues cells of text belongs to the row
 * above it.
 */
function joinRows({ rows, columns }: AlignedRows, headerLineCount: number): readonly TextRow[] {
  const result: Span[][][] = []
  for (const [index, row] of rows.entries()) {
    const cells = columns.map((column) => cellAt(row, column))
    const last = result.at(-1)
    const filled = cells.filter((cell) => cell !== undefined)
    const continuesRow =
      cells[0] === undefined && filled.length < Math.max(2, columns.length - 1) && !areFigures(filled)
    const isContinued = last !== undefined && (index < headerLineCount || (continuesRow && index > headerLineCount))
    if (isContinued) for (const [column, cell] of cells.entries()) last[column]?.push(...(cell ? [cell.span] : []))
    else result.push(cells.map((cell) => (cell ? [cell.span] : [])))
  }
  return result
}
