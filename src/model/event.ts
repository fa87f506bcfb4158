import type { PictureContent } from './draft.ts'
import type { Face } from './face.ts'

/** Where a talk is given, and what its slides and handouts say of it: a name at least, everything else as it is known. */
export interface Event {
  readonly name: string
  /** Stands for the name where that is too long. */
  readonly short: string | null
  /** "12th edition" */
  readonly edition: string | null
  /** As people read them: "3 and 4 October 2026". */
  readonly dates: string | null
  readonly place: string | null
  readonly address: Address | null
  /** With its `#`. */
  readonly hashtag: string | null
  readonly speaker: Speaker | null
  readonly logo: Logo | null
  /** The brand: no colour, one or two, each as `#rrggbb`. */
  readonly colours: readonly string[]
  readonly fonts: { readonly display: EventFont | null; readonly text: EventFont | null }
  /** What the foot of a slide says in place of the name. */
  readonly footer: string | null
  readonly sponsors: readonly Sponsor[]
  /** One line about the code of conduct. */
  readonly conduct: string | null
}

/** An address on the web, and the same as a QR code. */
export interface Address {
  /** Whole: `https://example.org/2026`. */
  readonly url: string
  /** As it is shown: `example.org/2026`. */
  readonly text: string
  readonly code: QrCode
}

/** A QR code as a drawing of squares, without its quiet zone, which is four of them on every side. */
export interface QrCode {
  /** Squares a side. */
  readonly size: number
  /** An SVG path over `0 0 size size` that fills the dark squares. */
  readonly path: string
}

export interface Speaker {
  readonly name: string
  readonly role: string | null
  /** An address, a number or a handle: "@jo", "jo@example.org". */
  readonly contact: string | null
}

/** A mark for light grounds, one for dark grounds, or both. */
export interface Logo {
  readonly light: Mark | null
  readonly dark: Mark | null
  /** Whether it says the name itself. */
  readonly isWordmark: boolean
}

export interface Mark {
  readonly picture: PictureContent
  /** The colours that it is drawn in, as `#rrggbb`; none where they could not be told. */
  readonly colours: readonly string[]
}

export interface Sponsor {
  readonly name: string
  readonly logo: Logo | null
}

/** A family of type that takes the place of the theme's, with every face that there is of it. */
export interface EventFont {
  readonly family: string
  readonly faces: readonly Face[]
}
