import type { Content, Line } from '../../model/draft.ts'
import type { Sentence } from '../../model/outline.ts'
import type { Context } from '../context.ts'

/** A sentence that a slide shows. */
export interface Shown {
  readonly sentence: Sentence
  /** Its lengths, the fullest first. */
  readonly lines: readonly Line[]
  /** The chance that an editor shows it, 0 to 1. */
  readonly weight: number
}

/** What some sentences that follow each other say in a form of their own. */
export interface Formed {
  readonly content: Content
  /** The first and the last sentence that it is made of, as indexes into those given. */
  readonly from: number
  readonly to: number
}

/** Finds the first place where sentences take its form; null where the evidence is not there. */
export type FormFinder = (context: Context, shown: readonly Shown[]) => Formed | null
