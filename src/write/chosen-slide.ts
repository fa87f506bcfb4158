import type { Alternatives, Line } from '../model/draft.ts'

/** A slide that the plan chose, with its alternatives. `title` is null if neither its text nor a heading offers one. */
export interface ChosenSlide {
  readonly title: Line | null
  readonly points: readonly Line[]
  /** The index of its first unit. */
  readonly from: number
  readonly alternatives: Alternatives
}

/**
 * The slides chosen for a run of prose. They depend only on the key under which they are remembered and on the titles
 * of earlier slides.
 */
export interface RememberedSlides {
  /** The offset where the run began. */
  readonly start: number
  readonly heading: Line | null
  /** Maps each title that was looked up during the choice to whether an earlier slide had it. */
  readonly lookedUpTitles: ReadonlyMap<string, boolean>
  readonly slides: readonly ChosenSlide[]
}
