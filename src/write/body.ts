import type { Draft } from '../model/draft.ts'
import type { Context } from './context.ts'
import type { TitleRanks } from './judge/judge.ts'
import type { Scores } from './judge/scores.ts'
import type { Unit } from './judge/units.ts'
import type { Objective } from './plan/objective.ts'

/** What a slide of the body says, and what is said with it. */
export type Body = Pick<Draft, 'title' | 'content' | 'said' | 'alternatives'>

/** How units were judged, by where each begins in the article. */
export type Judged = ReadonlyMap<number, { readonly unit: Unit; readonly scores: Scores }>

/** What the slides of a body are made with. */
export interface Means {
  readonly context: Context
  readonly judged: Judged
  readonly objective: Objective
  readonly ranks: TitleRanks
}
