import type { Line } from '../../model/draft.ts'
import type { Sentence } from '../../model/outline.ts'

/** A sentence that a slide shows. */
export interface ShownSentence {
  readonly sentence: Sentence
  /** The line that shows it, if known, then its versions, the longest first. */
  readonly lines: readonly Line[]
  /** The probability that an editor would show the sentence, 0 to 1. */
  readonly weight: number
}
