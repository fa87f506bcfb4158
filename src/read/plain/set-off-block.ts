import type { TextRow } from './text-table.ts'

/** Lines that are set off from running text: code, verse, an indented quotation or a table. */
export interface SetOffBlock {
  readonly type: 'code' | 'quotation' | 'verse' | 'quoted-verse' | 'table'
  /** The index of its first line. */
  readonly start: number
  /** The index of the line after its last. */
  readonly end: number
  /** The rows of a table. */
  readonly rows?: readonly TextRow[]
}
