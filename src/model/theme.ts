import type { Ground } from './background.ts'
import type { BrandRule, Pair } from './brand.ts'
import type { LayoutName } from './deck.ts'

/** One static face of a theme's font, with one file for each of its subsets. */
export interface Face {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  readonly subsets: readonly Subset[]
  /** How it is fitted to the family that it stands in for, as CSS percentages. */
  readonly adjust?: {
    readonly size?: string | undefined
    readonly ascent?: string | undefined
    readonly descent?: string | undefined
  }
}

/** A woff2 file and the characters it holds. */
export interface Subset {
  readonly name: string
  /** Inclusive ranges of code points, ascending. */
  readonly ranges: readonly (readonly [first: number, last: number])[]
  /** As CSS writes it: `U+0000-00FF,U+0131`. */
  readonly unicodeRange: string
  /** Reads the file, which is known to exist; asked for only where a deck needs its characters. */
  bytes(): Uint8Array
}

/** The size of a slide in CSS px. */
export interface Canvas {
  readonly width: number
  readonly height: number
}

/** A look: tokens and rules in memory, fonts within reach. */
export interface Theme {
  readonly name: string
  /** What it is like, in one line. */
  readonly summary: string
  readonly canvas: Canvas
  /** From token name, such as `size-body`, to CSS value; each becomes the custom property `--size-body`. */
  readonly tokens: Readonly<Record<string, string>>
  readonly faces: readonly Face[]
  /** What each token becomes when an event brings colours; a rule may lean on those before it. */
  readonly brand: Readonly<Record<string, BrandRule>>
  /** Tokens of its own that text is read in. */
  readonly pairs: readonly Pair[]
  /** How the slides of each layout stand. */
  readonly grounds: Readonly<Record<LayoutName, Ground>>
  /** The rules for slides: structure, then look. */
  readonly css: string
}
