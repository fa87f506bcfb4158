// The interface that every form finder implements.

import type { Content, Line } from '../../model/draft.ts'
import type { Sentence } from '../../model/outline.ts'
import type { Context } from '../context.ts'

/** A sentence that a slide shows. */
export interface ShownSentence {
  readonly sentence: Sentence
  /** The line that shows it, if known, then its versions, the longest first. */
  readonly lines: readonly Line[]
  /** The probability that an editor would show the sentence, 0 to 1. */
  readonly weight: number
}

/** Consecutive sentences that fit a form, and the content made from them. */
export interface FormMatch {
  readonly content: Content
  /** The indexes of the first and last sentence used. */
  readonly from: number
  readonly to: number
}

/** Finds the first run of sentences that clearly fits the form; null if there is none. */
export type FormFinder = (context: Context, shown: readonly ShownSentence[]) => FormMatch | null
