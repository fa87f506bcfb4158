import type { Ground } from './background.ts'
import type { BrandRule, Pair } from './brand.ts'
import type { LayoutName } from './deck.ts'
import type { Face } from './face.ts'

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
