import type { PictureContent } from './draft.ts'
import type { Face } from './face.ts'

/** The event at which a talk is given, as slides and handouts show it. */
export interface Event {
  readonly name: string
  /** Replaces the name where that is too long. */
  readonly short: string | null
  /** The edition in words: "12th edition". */
  readonly edition: string | null
  /** The dates in words: "3 and 4 October 2026". */
  readonly dates: string | null
  readonly place: string | null
  readonly address: Address | null
  /** The hashtag, with its `#`. */
  readonly hashtag: string | null
  readonly speaker: Speaker | null
  readonly logo: Logo | null
  /** The brand colours: none, one or two, each as `#rrggbb`. */
  readonly colours: readonly string[]
  readonly fonts: { readonly display: EventFont | null; readonly text: EventFont | null }
  /** The text at the foot of slides, in place of the name. */
  readonly footer: string | null
  readonly sponsors: readonly Sponsor[]
  /** A line about the code of conduct. */
  readonly conduct: string | null
}

/** A web address, which can also be shown as a QR code. */
export interface Address {
  /** The full address: `https://example.org/2026`. */
  readonly url: string
  /** The address as displayed: `example.org/2026`. */
  readonly text: string
  readonly code: QrCode
}

/** A QR code as a drawing of squares, without its quiet zone of four squares on every side. */
export interface QrCode {
  /** Squares per side. */
  readonly size: number
  /** An SVG path that fills the dark squares, in the view box `0 0 size size`. */
  readonly path: string
}

export interface Speaker {
  readonly name: string
  readonly role: string | null
  /** How to contact the speaker: an address, a number or a handle, such as "@jo" or "jo@example.org". */
  readonly contact: string | null
}

/** A logo for light backgrounds, one for dark backgrounds, or both. */
export interface Logo {
  readonly light: LogoImage | null
  readonly dark: LogoImage | null
  /** Whether the logo contains the event's name. */
  readonly isWordmark: boolean
}

export interface LogoImage {
  readonly picture: PictureContent
  /** The colours of the picture, as `#rrggbb`; empty if they could not be determined. */
  readonly colours: readonly string[]
}

export interface Sponsor {
  readonly name: string
  readonly logo: Logo | null
}

/** A font family with all its faces, which replaces the theme's. */
export interface EventFont {
  readonly family: string
  readonly faces: readonly Face[]
}
