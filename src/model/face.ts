/** One static face of a theme's font, with one file for each of its subsets. */
export interface Face {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  readonly subsets: readonly Subset[]
  /** Whether it is of emoji, which stand in it alone. */
  readonly isOfPictures?: true
  /** How it is fitted to the family that it stands in for, as CSS percentages. */
  readonly adjust?: {
    readonly size?: string | undefined
    readonly ascent?: string | undefined
    readonly descent?: string | undefined
  }
}

/** A font file, woff2, TrueType or OpenType, and the characters it holds. */
export interface Subset {
  readonly name: string
  /** Inclusive ranges of code points, ascending. */
  readonly ranges: readonly (readonly [first: number, last: number])[]
  /** As CSS writes it: `U+0000-00FF,U+0131`. */
  readonly unicodeRange: string
  /** Reads the file, which is known to exist; asked for only where a deck needs its characters. */
  bytes(): Uint8Array
}
