import type { Alternatives, Line } from '../model/draft.ts'

/** A slide that the plan chose, with its alternatives. A slide without a title takes the heading above it. */
export interface ChosenSlide {
  readonly title: Line | null
  readonly points: readonly Line[]
  /** The index of its first unit. */
  readonly from: number
  readonly alternatives: Alternatives
}

/** The slides chosen for a run of prose. They depend only on the key of their memo and on the titles used before. */
export interface RememberedSlides {
  /** The offset at which the run began. */
  readonly start: number
  readonly heading: Line | null
  /** For each title whose earlier use was checked, whether it had been used. */
  readonly used: ReadonlyMap<string, boolean>
  readonly slides: readonly ChosenSlide[]
}
