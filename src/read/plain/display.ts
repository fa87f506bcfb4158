import type { TextRow } from './text-table.ts'

/** Lines that are not running text: code, verse, an indented quotation or a table. */
export interface Display {
  readonly type: 'code' | 'quotation' | 'verse' | 'quoted-verse' | 'table'
  /** The indexes of its first line and of the line after its last. */
  readonly start: number
  readonly end: number
  /** The rows of a table. */
  readonly rows?: readonly TextRow[]
}
