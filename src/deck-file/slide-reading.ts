import type { MakeLine } from './read-text.ts'
import type { SlideView } from './slide-view.ts'

/** A slide of a deck file while its blocks are read. */
export interface SlideReading {
  readonly view: SlideView
  readonly lineOf: MakeLine
  /** The layout that is named, or that follows from the slide's position. */
  readonly form: string | null
}
