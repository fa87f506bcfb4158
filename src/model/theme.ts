// The types that describe a theme.

import type { LayoutBackground } from './background.ts'
import type { BrandPair, BrandRule } from './brand.ts'
import type { LayoutName } from './deck.ts'
import type { Face } from './face.ts'

/** The size of a slide in CSS px. */
export interface Canvas {
  readonly width: number
  readonly height: number
}

/** A theme: its tokens and rules, and how to read its fonts. */
export interface Theme {
  readonly name: string
  /** A description in one line. */
  readonly summary: string
  readonly canvas: Canvas
  /** Whether the user's theme changes the sizes that the rules were designed for. */
  readonly hasOwnScale?: boolean
  /**
   * Maps the name of a token, such as `size-body`, to a CSS value. Each token becomes a custom property, such as
   * `--size-body`.
   */
  readonly tokens: Readonly<Record<string, string>>
  readonly faces: readonly Face[]
  /** How each token changes with an event's colours. A rule may use the results of the rules before it. */
  readonly brand: Readonly<Record<string, BrandRule>>
  /** Pairs of the theme's own tokens: each text colour with each background that it is used on. */
  readonly pairs: readonly BrandPair[]
  /** The background of each layout's slides. */
  readonly backgrounds: Readonly<Record<LayoutName, LayoutBackground>>
  /** CSS rules for slides: structure first, then look. */
  readonly css: string
  /** The rules in `css` that are in stylesheets of the user's own theme; absent if it has none. */
  readonly ownCss?: string
}
