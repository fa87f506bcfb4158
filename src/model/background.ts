/** What stands behind all that a slide says, from edge to edge. */
export type Background =
  | { readonly type: 'colour'; readonly value: string }
  | { readonly type: 'gradient'; readonly value: string }
  | {
      readonly type: 'picture'
      /** A `data:` address of an image that runs nothing and loads nothing. */
      readonly data: string
      /** How much of the ground lies over it, 0 to 1, so that words can be read. */
      readonly veil: number
    }

/** What the slides of a layout stand on. */
export interface Ground {
  /** The colours that are worn: the usual ones, or those of the deep ground, whose tokens begin with `deep`. */
  readonly colours: 'usual' | 'deep'
  /** Null for the plain ground. */
  readonly background: Background | null
  /** The colour beside the slide on a screen of another shape; null for that of the ground. */
  readonly wall: string | null
}

/** A background as people write it: a colour, a gradient, or the path of a picture. */
export type BackgroundName =
  | { readonly type: 'colour'; readonly value: string }
  | { readonly type: 'gradient'; readonly value: string }
  | { readonly type: 'picture'; readonly path: string }

/** How much of the ground lies over a picture where nothing is said: enough for large words on most of them. */
export const USUAL_VEIL = 0.6

/** What a text names as a background: null where it is none of the three. `isColour` knows the colours. */
export function backgroundNamed(text: string, isColour: (text: string) => boolean): BackgroundName | null {
  const value = text.trim()
  if (isColour(value)) return { type: 'colour', value }
  if (GRADIENT.test(value)) return { type: 'gradient', value }
  if (PICTURE.test(value)) return { type: 'picture', path: value }
  return null
}

/** Nothing in it ends a declaration or names an address. */
const GRADIENT = /^(?:repeating-)?(?:linear|radial|conic)-gradient\((?:(?!url\()[^;{}<>\\"'])*\)$/i

const PICTURE = /^[^?#<>"]+\.(?:png|jpe?g|gif|webp|avif|svg)$/i
