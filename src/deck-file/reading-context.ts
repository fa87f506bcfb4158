import type { MakeLine } from './read-text.ts'
import type { SlideView } from './slide-view.ts'

/** The slide whose blocks are being read. */
export interface SlideReading {
  readonly view: SlideView
  readonly lineOf: MakeLine
  /** The layout that the slide's options name, or that follows from its position and heading; null for none. */
  readonly form: string | null
}
