import type { TextRow } from './text-table.ts'

/** Lines that are set off from running text: code, verse, an indented quotation or a table. */
export interface SetOffBlock {
  readonly type: 'code' | 'quotation' | 'verse' | 'quoted-verse' | 'table'
  /** The index of the first line. */
  readonly start: number
  /** The index of the line after the block. */
  readonly end: number
  /** The rows of a table. */
  readonly rows?: readonly TextRow[]
}
