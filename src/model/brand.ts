/** How an event's colours change a theme's token. */
export type BrandRule =
  /** The event's colour, or its second colour if it has one and the rule asks for it. */
  | {
      readonly type: 'from'
      readonly colour: 1 | 2
      /** The range of its OKLCH lightness, 0 to 1; null to leave it unchanged. */
      readonly lightness: readonly [darkest: number, lightest: number] | null
      /** Its maximum chroma; null to leave it unchanged. */
      readonly chroma: number | null
      /** The contrast that it needs with its background, if that is more than required. */
      readonly contrast: number | null
      /** The bounds to use if the event has no second colour. */
      readonly otherwise: Pick<Extract<BrandRule, { type: 'from' }>, 'lightness' | 'chroma'> | null
    }
  /** Black or white, whichever reads better on the colour of another token. */
  | { readonly type: 'on'; readonly ground: string }
  /** A fixed value. */
  | { readonly type: 'fixed'; readonly value: string }

/** Two tokens of which one is text on the other. */
export interface BrandPair {
  readonly ink: string
  readonly ground: string
  /** Whether all such text is large: 24 px, or 18.66 px and bold. */
  readonly isLarge: boolean
}
