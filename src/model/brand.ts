/** How an event's colours change one of a theme's tokens. */
export type BrandRule =
  /** The event's first colour, or its second if it has one and the rule asks for it. */
  | {
      readonly type: 'from'
      readonly colour: 1 | 2
      /** The range to which the colour's OKLCH lightness (0 to 1) is limited; null to leave it unchanged. */
      readonly lightness: readonly [darkest: number, lightest: number] | null
      /** The maximum OKLCH chroma; null to leave it unchanged. */
      readonly chroma: number | null
      /**
       * The contrast ratio that the colour needs with its background, if that is more than WCAG AA requires; null
       * otherwise.
       */
      readonly contrast: number | null
      /** The bounds to use if the event has no second colour. */
      readonly otherwise: Pick<Extract<BrandRule, { type: 'from' }>, 'lightness' | 'chroma'> | null
    }
  /**
   * White or the darker of the theme's `ink` and `ground`, whichever is easier to read on the colour of another token.
   */
  | { readonly type: 'on'; readonly ground: string }
  | { readonly type: 'fixed'; readonly value: string }

/** Two tokens: a text colour and the background colour that it is used on. */
export interface BrandPair {
  readonly ink: string
  readonly ground: string
  /** Whether all such text is large: 24 px, or 18.66 px and bold. */
  readonly isLarge: boolean
}
