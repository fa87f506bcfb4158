/** A face of a theme's font, with one file per subset. */
export interface Face {
  readonly family: string
  readonly weight: number
  /** Set for a variable font, which has every weight in this range. */
  readonly weights?: WeightRange
  readonly style: 'normal' | 'italic'
  readonly subsets: readonly Subset[]
  /** Whether the face contains only emoji. */
  readonly isEmoji?: true
  /** How the face is adjusted to the metrics of the family that it is a fallback for, as CSS percentages. */
  readonly adjust?: {
    readonly size?: string | undefined
    readonly ascent?: string | undefined
    readonly descent?: string | undefined
  }
  /** How other programs list the font; null if that is unknown. Absent for fonts from packages. */
  readonly installed?: InstalledFont | null
}

export type WeightRange = readonly [lightest: number, heaviest: number]

/** Returns the weight of a face that is nearest to the one asked for. */
export function nearestWeight(
  { weight, weights: [lightest, heaviest] = [weight, weight] }: Face,
  wanted: number,
): number {
  return Math.min(heaviest, Math.max(lightest, wanted))
}

/** A font as listed by programs that distinguish only two weights, regular and bold. */
export interface InstalledFont {
  readonly family: string
  /** Null for a variable font, which has both weights. */
  readonly isBold: boolean | null
}

/** A font file (woff2, TrueType or OpenType), and the characters it contains. */
export interface Subset {
  readonly name: string
  /** Inclusive ranges of code points, ascending. */
  readonly ranges: readonly (readonly [first: number, last: number])[]
  /** As in CSS: `U+0000-00FF,U+0131`. */
  readonly unicodeRange: string
  /** Reads the file, which is known to exist. Called only if a deck needs its characters. */
  bytes(): Uint8Array
}
