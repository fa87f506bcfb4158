// The table of passes over the finished drafts.

import type { Draft } from '../../model/draft.ts'
import type { Means } from '../body.ts'
import type { Scores } from '../judge/scores.ts'
import type { Unit } from '../judge/units.ts'
import { withHeadingsInOrder } from './headings-in-order.ts'
import { withNumbers } from './numbers.ts'
import { withOtherVersions } from './other-versions.ts'
import { withReasons } from './reasons.ts'
import { asSpelt } from './spelt.ts'
import { uncited } from './uncited.ts'

/** The data of the passes in addition to the drafts. `scores` are those of the `units`, in the same order. */
export interface Known extends Means {
  readonly units: readonly Unit[]
  readonly scores: readonly Scores[]
}

/** A small step over the finished drafts. It returns new drafts and changes nothing else. */
export interface Pass {
  readonly name: string
  readonly run: (drafts: readonly Draft[], known: Known) => readonly Draft[]
}

/** All passes, in the order in which they run. */
export const PASSES: readonly Pass[] = [
  { name: 'number the slides that share a title', run: withNumbers },
  { name: 'explain why each sentence is shown or not', run: withReasons },
  { name: 'add the other versions of each line', run: (drafts, known) => withOtherVersions(known, drafts) },
  {
    name: 'keep the first letter of commands and names',
    run: (drafts, { context }) => asSpelt(context.article, drafts),
  },
  { name: 'leave out citations and stray marks', run: (drafts, { context }) => uncited(context.article, drafts) },
  { name: 'put headings back in their place in the notes', run: withHeadingsInOrder },
]

/** Runs all passes. */
export function finish(drafts: readonly Draft[], known: Known): readonly Draft[] {
  return PASSES.reduce((all, { run }) => run(all, known), drafts)
}
