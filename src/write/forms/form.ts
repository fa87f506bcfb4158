import type { Content } from '../../model/draft.ts'
import type { Candidate } from '../candidates.ts'
import type { Ledger } from '../ledger.ts'

/** What some sentences that follow each other say in a form of their own. */
export interface Formed {
  readonly content: Content
  /** The first and the last candidate that it is made of, as indexes into those given. */
  readonly from: number
  readonly to: number
}

/** Finds the first place where sentences take its form; null where the evidence is not there. */
export type FormFinder = (ledger: Ledger, candidates: readonly Candidate[]) => Formed | null
