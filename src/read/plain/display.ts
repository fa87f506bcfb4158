/** Lines that are not running text: code and verse, which keep their lines, or an indented quotation. */
export interface Display {
  readonly type: 'code' | 'quotation' | 'verse' | 'quoted-verse'
  /** The indexes of its first line and of the line after its last. */
  readonly start: number
  readonly end: number
}
