/** Lines that are no running text: code and verse, to be kept as they stand, or a quotation set in from the margin. */
export interface Display {
  readonly type: 'code' | 'quotation' | 'verse' | 'quoted-verse'
  /** Indexes of its first line and of the line after its last. */
  readonly start: number
  readonly end: number
}
