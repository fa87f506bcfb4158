// Writes a table as measured on our slide.

import type { Element } from 'xast'
import type { GridCell, TableGrid } from '../../client/scene/scene.ts'
import { paragraph, type TextContext } from './drawingml-text.ts'
import { transform } from './geometry.ts'
import { fill } from './palette.ts'
import { outline, type Placeholder, placeholderElement } from './shapes.ts'
import { tableGraphic } from './table-graphic.ts'
import { type CellText, cellKey } from './text-boxes.ts'
import { emu } from './units.ts'
import { el } from './xml.ts'

/** A table, its placeholder and the text of its cells. */
export interface TableFrame {
  readonly id: number
  readonly name: string
  readonly alt: string
  readonly placeholder: Placeholder
  readonly grid: TableGrid
  /** The index of the table on its slide. */
  readonly index: number
  readonly cells: ReadonlyMap<string, CellText>
}

/** Makes the frame of a table whose cells look as they do on our slide. */
export function tableFrame(
  { id, name, alt, placeholder, grid, index, cells }: TableFrame,
  context: TextContext,
): Element {
  const tops = grid.rows.map((_, index) =>
    grid.rows.slice(0, index).reduce((sum, { height }) => sum + height, grid.rect.y),
  )
  return tableGraphic({
    ...{ id, name, alt, grid, placeholder: placeholderElement(placeholder), transform: transform('p:xfrm', grid.rect) },
    isRtl: context.isRtl,
    style: NO_STYLE,
    isBanded: false,
    widths: grid.columns.map(emu),
    rows: grid.rows.map((row, rowIndex) => {
      const cellTexts = grid.columns.map((_, column) =>
        cells.get(cellKey({ cell: { table: index, row: rowIndex, column } })),
      )
      const sample = cellTexts.find((text) => text !== undefined)
      return {
        height: emu(row.height),
        cells: cellTexts.map((text, column) =>
          cellElement(row.cells[column], text ?? (sample && withoutText(sample)), {
            context,
            top: tops[rowIndex] ?? 0,
          }),
        ),
      }
    }),
  })
}

/**
 * Returns a cell without its words but with its style, because an empty cell in another font size could make its row
 * taller.
 */
function withoutText({ paragraph, ...rest }: CellText): CellText {
  const runs = paragraph.runs.slice(0, 1).map((run) => ({ ...run, text: '' }))
  return { ...rest, paragraph: { ...paragraph, runs, fixedRuns: runs } }
}

/** The table style "No Style, No Grid": each cell has its own style. */
export const NO_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}'

interface CellContext {
  readonly context: TextContext
  /** The top of the row, in px from the top of the slide. */
  readonly top: number
}

function cellElement(cell: GridCell | undefined, text: CellText | undefined, { context, top }: CellContext): Element {
  const [above, right, bottom, left] = cell?.padding ?? [0, 0, 0, 0]
  const paragraphs = text === undefined ? el('a:p') : paragraph({ ...text.paragraph, margin: 0 }, context, null)
  const end = text === undefined || text.paragraph.align !== 'start' ? 0 : text.inset || -SPARE_SPACE
  const [before, after] = context.isRtl ? [right, left] : [left, right]
  return el(
    'a:tc',
    {},
    el('a:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), paragraphs),
    el(
      'a:tcPr',
      {
        marL: emu(Math.max(0, context.isRtl ? before + end : before)),
        marR: emu(Math.max(0, context.isRtl ? after : after + end)),
        marT: emu(Math.max(0, text === undefined ? above : text.top - top)),
        marB: emu(Math.max(0, Math.min(bottom, above) - SPARE_SPACE)),
        anchor: 't',
      },
      outline(cell?.left ?? null, context.palette, 'a:lnL'),
      outline(cell?.right ?? null, context.palette, 'a:lnR'),
      outline(cell?.above ?? null, context.palette, 'a:lnT'),
      outline(cell?.below ?? null, context.palette, 'a:lnB'),
      fill(cell?.fill ? { type: 'colour', colour: cell.fill } : null, context.palette),
    ),
  )
}

/** In px: space for text that is a little wider or taller in other programs, because a row must not grow. */
const SPARE_SPACE = 3
