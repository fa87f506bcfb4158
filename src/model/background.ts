/** The background of a whole slide, from edge to edge. */
export type Background =
  | { readonly type: 'colour'; readonly value: string }
  | { readonly type: 'gradient'; readonly value: string }
  | {
      readonly type: 'picture'
      /** A `data:` URL of an image that runs nothing and loads nothing. */
      readonly data: string
      /** The opacity of the background colour over the picture, 0 to 1, so that text can be read. */
      readonly veil: number
    }

/** The background of a layout's slides, and the colours used on it. */
export interface LayoutBackground {
  /**
   * The text colours: the usual ones, or those for the theme's deep background, whose tokens begin with `deep`.
   */
  readonly colours: 'usual' | 'deep'
  /** Null for a plain background. */
  readonly background: Background | null
  /** The colour around the slide on a screen with another aspect ratio; null to use the background's. */
  readonly wall: string | null
}

/** A background as users write it: a colour, a gradient, or the path of a picture. */
export type BackgroundValue =
  | { readonly type: 'colour'; readonly value: string }
  | { readonly type: 'gradient'; readonly value: string }
  | { readonly type: 'picture'; readonly path: string }

/** The default opacity of the veil over a picture: enough for large text on most pictures. */
export const DEFAULT_VEIL = 0.6

/** Parses a background; null if the string is not a colour, a gradient or the path of a picture. */
export function parseBackground(text: string, isOpaqueColour: (text: string) => boolean): BackgroundValue | null {
  const value = text.trim()
  if (isOpaqueColour(value)) return { type: 'colour', value }
  if (GRADIENT.test(value)) return { type: 'gradient', value }
  if (PICTURE.test(value)) return { type: 'picture', path: value }
  return null
}

/** Matches a CSS gradient that neither ends its declaration nor contains a URL. */
const GRADIENT = /^(?:repeating-)?(?:linear|radial|conic)-gradient\((?:(?!url\()[^;{}<>\\"'])*\)$/i

const PICTURE = /^[^?#<>"]+\.(?:png|jpe?g|gif|webp|avif|svg)$/i
