/** What becomes of a theme's token when an event brings colours. */
export type BrandRule =
  /** The event's colour, its second where it has one and that is asked for. */
  | {
      readonly type: 'from'
      readonly colour: 1 | 2
      /** As OKLCH has it, 0 to 1: the darkest and the lightest that it may be; null for as it is. */
      readonly lightness: readonly [darkest: number, lightest: number] | null
      /** The most colourful that it may be; null for as it is. */
      readonly chroma: number | null
      /** What it needs on its ground, where that is more than it must have. */
      readonly contrast: number | null
      /** Its bounds where the event has no second colour. */
      readonly otherwise: Pick<Extract<BrandRule, { type: 'from' }>, 'lightness' | 'chroma'> | null
    }
  /** Black or white, whichever reads better on the ground that another token names. */
  | { readonly type: 'on'; readonly ground: string }
  /** A value of its own. */
  | { readonly type: 'fixed'; readonly value: string }

/** Two tokens of which one is read on the other. */
export interface Pair {
  readonly ink: string
  readonly ground: string
  /** Whether all that is read so is large: 24 px, or 18.66 px and bold. */
  readonly isLarge: boolean
}
