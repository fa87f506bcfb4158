// Writes a table as DrawingML, given its cells.

import type { Element } from 'xast'
import type { TableGrid } from '../../client/scene/scene.ts'
import { el } from './xml.ts'

/** The structure of a table, without the text and style of its cells. Widths and heights are in EMU. */
export interface TableGraphic {
  readonly id: number
  readonly name: string
  readonly alt: string
  /** The `p:ph` element of its placeholder; null if it has none. */
  readonly placeholder: Element | null
  /** The `p:xfrm` element. */
  readonly transform: Element
  readonly grid: Pick<TableGrid, 'hasHeader' | 'hasRowHeadings'>
  readonly isRtl: boolean
  /** The id of a table style. With `isBanded`, its rows alternate in colour. */
  readonly style: string
  readonly isBanded: boolean
  readonly widths: readonly number[]
  readonly rows: readonly { readonly height: number; readonly cells: readonly Element[] }[]
}

/** Makes a table. Its header is marked, so that screen readers read it with each cell. */
export function tableGraphic(table: TableGraphic): Element {
  const { id, name, alt, placeholder, transform, grid, isRtl, style, isBanded, widths, rows } = table
  const properties = {
    rtl: isRtl ? true : null,
    firstRow: grid.hasHeader,
    firstCol: grid.hasRowHeadings ? true : null,
    bandRow: isBanded ? true : null,
  }
  const content = el(
    'a:tbl',
    {},
    el('a:tblPr', properties, el('a:tableStyleId', {}, style)),
    el(
      'a:tblGrid',
      {},
      widths.map((width) => el('a:gridCol', { w: width })),
    ),
    rows.map(({ height, cells }) => el('a:tr', { h: height }, cells)),
  )
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      el('p:cNvPr', { id, name, descr: alt }),
      el('p:cNvGraphicFramePr', {}, el('a:graphicFrameLocks', { noGrp: true })),
      placeholder === null ? el('p:nvPr') : el('p:nvPr', {}, placeholder),
    ),
    transform,
    el('a:graphic', {}, el('a:graphicData', { uri: TABLE_URI }, content)),
  )
}

const TABLE_URI = 'http://schemas.openxmlformats.org/drawingml/2006/table'
