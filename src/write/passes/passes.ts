// Runs the passes over the finished drafts.

import type { Draft } from '../../model/draft.ts'
import type { BodyContext } from '../body.ts'
import type { Scores } from '../judge/scores.ts'
import type { Unit } from '../judge/units.ts'
import { numberTitles } from './number-titles.ts'
import { withOtherVersions } from './other-versions.ts'
import { withReasons } from './reasons.ts'
import { removeCitations } from './remove-citations.ts'
import { restoreSpelling } from './restore-spelling.ts'

/**
 * The data that the passes need besides the drafts. `scores` has an entry for each of the `units`, in the same order.
 */
export interface PassContext extends BodyContext {
  readonly units: readonly Unit[]
  readonly scores: readonly Scores[]
}

/** A small step over the finished drafts. It returns new drafts and changes nothing else. */
export interface Pass {
  readonly name: string
  readonly run: (drafts: readonly Draft[], context: PassContext) => readonly Draft[]
}

/** All passes, in the order in which they run. */
export const PASSES: readonly Pass[] = [
  { name: 'number the slides that share a title', run: numberTitles },
  { name: 'explain why each sentence is shown or not', run: withReasons },
  { name: 'add the other versions of each line', run: (drafts, context) => withOtherVersions(context, drafts) },
  {
    name: 'keep the first letter of commands and names',
    run: (drafts, { context }) => restoreSpelling(context.article, drafts),
  },
  {
    name: 'leave out citations and stray marks',
    run: (drafts, { context }) => removeCitations(context.article, drafts),
  },
]

export function runPasses(drafts: readonly Draft[], context: PassContext): readonly Draft[] {
  return PASSES.reduce((all, { run }) => run(all, context), drafts)
}
