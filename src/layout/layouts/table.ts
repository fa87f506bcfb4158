// The layout for tables.

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Slots } from '../../model/deck.ts'
import type { Row } from '../../model/draft.ts'
import type { Layout, RenderContext } from '../../model/layout.ts'
import type { Span } from '../../model/span.ts'
import { widthOf } from '../../util/text-width.ts'
import { findBreakPoints, splitAtBreakPoints } from '../find-break-points.ts'
import { fitHooks, headingHook } from '../hooks.ts'
import { lineIn, phrasesOf, slideBody, slideHead, withoutNulls } from '../markup.ts'

/** Rows under a header. Numeric columns are aligned at their end. A first column of words contains row headings. */
export const table: Layout<'table'> = {
  name: 'table',
  accepts: ({ title, content }) => {
    if (content.type !== 'table') return null
    const { header, rows, align, caption, request } = content
    return { title, header, rows, align, caption, ...(request && { request }) }
  },
  lines: ({ title, header, rows, caption }) =>
    withoutNulls(title, header?.line ?? null, ...rows.map(({ line }) => line), caption),
  render: (slots, context) => [slideHead(slots.title, context), slideBody([renderTable(slots, context)])],
  hooks: (slots) => ({
    ...headingHook(slots.title),
    'data-count': String(slots.rows.length),
    'data-rows': slots.rows.length <= FEW_ROWS ? 'few' : 'many',
    'data-columns': String(columnsOf(slots).length),
    'data-width':
      widestRow(slots) > MAX_LETTERS_BESIDE_RAIL || columnsOf(slots).length > MAX_COLUMNS_BESIDE_RAIL
        ? 'wide'
        : 'narrow',
    ...fitHooks(slots),
  }),
  scalableContent: () => 'table',
  divideByColumns,
  divide: (slots, count = 2, maxFraction = 1) => {
    const cellWidth = LETTERS_PER_ROW / columnsOf(slots).length
    const breakPoints = findBreakPoints(
      { weights: slots.rows.map((row) => estimateLines(row, cellWidth)) },
      { count, maxFraction },
    )
    if (breakPoints === null) return null
    const [first, second, ...rest] = splitAtBreakPoints(slots.rows, breakPoints)
    const piece = (rows: readonly Row[]) => ({ ...slots, rows })
    return [piece(first), piece(second), ...rest.map(piece)]
  },
}

/** Renders a table with its caption below it. */
export function renderTable(table: TableContent, context: RenderContext): Element {
  const columns = columnsOf(table)
  return h('figure.table-frame', [
    h('table.table', [
      ...renderHeader(table.header, columns, context),
      h(
        'tbody',
        table.rows.map((row) => renderRow(row, columns, context)),
      ),
    ]),
    ...lineIn('figcaption.caption', table.caption, context),
  ])
}

/** A table with up to this many columns breaks words rather than moving columns to another slide. */
const FEW_COLUMNS = 8

/**
 * Divides a table by columns; null if it has too few. Each piece repeats the first column, which identifies the rows.
 */
function divideByColumns(slots: TableSlots, count: number): readonly [TableSlots, TableSlots, ...TableSlots[]] | null {
  const columnCount = columnsOf(slots).length
  const columnsPerPiece = Math.ceil((columnCount - 1) / count)
  if (columnCount <= FEW_COLUMNS || columnsPerPiece >= columnCount - 1) return null
  const piece = (index: number): TableSlots => {
    const from = 1 + index * columnsPerPiece
    const to = from + columnsPerPiece
    return {
      ...slots,
      header: slots.header && keepCells(slots.header, from, to),
      rows: slots.rows.map((row) => keepCells(row, from, to)),
      align: slots.align ? [...slots.align.slice(0, 1), ...slots.align.slice(from, to)] : slots.align,
      caption: to < columnCount ? null : slots.caption,
    }
  }
  const pieceCount = Math.ceil((columnCount - 1) / columnsPerPiece)
  const others = Array.from({ length: pieceCount - 2 }, (_, index) => piece(index + 2))
  return [piece(0), piece(1), ...others]
}

/** Keeps the first cell of a row and those between two indexes, with their spans. */
function keepCells({ cells, line }: Row, from: number, to: number): Row {
  const keptCells = [...cells.slice(0, 1), ...cells.slice(from, to)]
  const [lineSpan] = line.spans
  const startOf = (index: number) => cells.slice(0, index).reduce((sum, cell) => sum + cell.length + 1, 0)
  const spans = [
    [0, startOf(1) - 1],
    [startOf(from), startOf(to) - 1],
  ].flatMap(([first = 0, last = 0]): Span[] =>
    lineSpan && first < last ? [[lineSpan[0] + first, lineSpan[0] + last]] : [],
  )
  const isVerbatim = line.spans.length === 1 && lineSpan && lineSpan[1] - lineSpan[0] === line.text.length
  return { cells: keptCells, line: { ...line, text: keptCells.join('\t'), spans: isVerbatim ? spans : line.spans } }
}

/** About how many letters fit side by side in all columns together. */
const LETTERS_PER_ROW = 80

/** Estimates how many lines a row takes if its cells are `cellWidth` letters wide, plus half a line between rows. */
function estimateLines({ cells }: Row, cellWidth: number): number {
  return 0.5 + cells.reduce((max, cell) => Math.max(max, Math.ceil(widthOf(cell) / cellWidth)), 1)
}

/** A table with more rows than this is set without space between them. */
const FEW_ROWS = 5

/** A table with more columns than this, or more letters in a row, takes the full width of the slide. */
const MAX_COLUMNS_BESIDE_RAIL = 4
const MAX_LETTERS_BESIDE_RAIL = 110

type TableSlots = Slots['table']

type TableContent = Pick<TableSlots, 'header' | 'rows' | 'align' | 'caption'>

/** How the cells of a column are rendered. */
interface TableColumn {
  readonly align: 'start' | 'center' | 'end'
  readonly hasRowHeadings: boolean
}

const ALIGNMENTS = { left: 'start', center: 'center', right: 'end' } as const

function columnsOf({ header, rows, align }: TableContent): readonly TableColumn[] {
  const count = rows.reduce((max, { cells }) => Math.max(max, cells.length), header?.cells.length ?? 0)
  return Array.from({ length: count }, (_, index) => {
    const hasNumbers = isNumeric(rows, index)
    return {
      align: ALIGNMENTS[align?.[index] ?? (hasNumbers ? 'right' : 'left')],
      hasRowHeadings: index === 0 && header !== null && count > 1 && !hasNumbers,
    }
  })
}

/** Whether every non-empty cell of a column is a number, with or without a unit. */
function isNumeric(rows: readonly Row[], index: number): boolean {
  const cells = rows.map(({ cells }) => cells[index]?.trim() ?? '').filter((cell) => cell !== '')
  return (
    cells.length > 0 &&
    cells.every((cell) => /^\P{L}/u.test(cell) && /\p{N}/u.test(cell) && countLetters(cell) <= MAX_UNIT_LETTERS)
  )
}

/** Enough for "min", "kWh" and "EUR". */
const MAX_UNIT_LETTERS = 3

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}

function renderHeader(header: Row | null, columns: readonly TableColumn[], context: RenderContext): readonly Element[] {
  if (!header) return []
  const cells = phrasesOf(header, context).map((cell, index) => renderCell(cell, { scope: 'col' }, columns[index]))
  return [h('thead', [h('tr', cells)])]
}

function renderRow(row: Row, columns: readonly TableColumn[], context: RenderContext): Element {
  return h(
    'tr',
    phrasesOf(row, context).map((cell, index) =>
      renderCell(cell, { scope: columns[index]?.hasRowHeadings ? 'row' : null }, columns[index]),
    ),
  )
}

/** Renders a cell: a `th` if it is a heading, otherwise a `td`. An empty corner is not a heading. */
function renderCell(
  words: ElementContent[],
  { scope }: { scope: 'col' | 'row' | null },
  column: TableColumn | undefined,
): Element {
  const isHeading = scope !== null && words.length > 0
  const properties = { scope: isHeading ? scope : null, className: [`align-${column?.align ?? 'start'}`] }
  return h(isHeading ? 'th' : 'td', properties, words)
}

function widestRow({ rows }: TableSlots): number {
  return rows.reduce((max, { line }) => Math.max(max, widthOf(line.text)), 0)
}
