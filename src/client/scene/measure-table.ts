// Measures the grid of a table, and reads the styles of its cells.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'
import type { GridCell, GridRow, Rect, TableGrid } from './scene.ts'
import type { StyleReader } from './style-reader.ts'

/** Measures a table on a slide. Runs in the page. */
export const measureTable = pageFunction(gridOf, [rowOf, cellOf, rectWithin, px])

function gridOf(table: HTMLTableElement, slide: HTMLElement, reader: StyleReader): TableGrid {
  const rows = [...table.rows]
  const cellsOfLongestRow = rows.reduce(
    (longest, row) => (row.cells.length > longest.length ? [...row.cells] : longest),
    [] as HTMLTableCellElement[],
  )
  return {
    rect: rectWithin(slide, table.getBoundingClientRect()),
    columns: cellsOfLongestRow.map((cell) => cell.getBoundingClientRect().width),
    hasHeader: table.tHead !== null,
    hasRowHeadings: table.querySelector('tbody th') !== null,
    rows: rows.map((row, index) =>
      rowOf(row, { table, isFirst: index === 0, isLast: index === rows.length - 1, reader }),
    ),
  }
}

interface RowContext {
  readonly table: HTMLTableElement
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly reader: StyleReader
}

function rowOf(row: HTMLTableRowElement, { table, isFirst, isLast, reader }: RowContext): GridRow {
  const style = getComputedStyle(row)
  const tableStyle = getComputedStyle(table)
  const inherited = {
    fill: reader.colour(style.backgroundColor),
    above: reader.edge(style, 'Top') ?? (isFirst ? reader.edge(tableStyle, 'Top') : null),
    below: reader.edge(style, 'Bottom') ?? (isLast ? reader.edge(tableStyle, 'Bottom') : null),
  }
  return {
    height: row.getBoundingClientRect().height,
    cells: [...row.cells].map((cell) => cellOf(cell, inherited, reader)),
  }
}

/** Reads a cell. A cell without a fill or border of its own gets the fill or border of its row or table. */
function cellOf(
  cell: HTMLTableCellElement,
  inherited: Pick<GridCell, 'fill' | 'above' | 'below'>,
  reader: StyleReader,
): GridCell {
  const style = getComputedStyle(cell)
  const { verticalAlign } = style
  return {
    fill: reader.colour(style.backgroundColor) ?? inherited.fill,
    padding: [px(style.paddingTop), px(style.paddingRight), px(style.paddingBottom), px(style.paddingLeft)],
    above: reader.edge(style, 'Top') ?? inherited.above,
    below: reader.edge(style, 'Bottom') ?? inherited.below,
    left: reader.edge(style, 'Left'),
    right: reader.edge(style, 'Right'),
    anchor: verticalAlign === 'middle' || verticalAlign === 'bottom' ? verticalAlign : 'top',
    span: cell.colSpan,
  }
}

function rectWithin(slide: HTMLElement, { left, top, width, height }: DOMRect): Rect {
  const frame = slide.getBoundingClientRect()
  return { x: left - frame.left, y: top - frame.top, width, height }
}

function px(value: string): number {
  return Number.parseFloat(value) || 0
}
