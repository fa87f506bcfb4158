// The types shared by the modules that make a section's slides.

import type { Draft } from '../model/draft.ts'
import type { Context } from './context.ts'
import type { TitleRanks } from './judge/judge.ts'
import type { Obscurity, PointCase } from './judge/obscurity.ts'
import type { Scores } from './judge/scores.ts'
import type { Unit } from './judge/units.ts'
import type { Objective } from './plan/objective.ts'

/** The content of a body slide, and the sentences of its speaker notes. */
export type Body = Pick<Draft, 'title' | 'content' | 'noteSentences' | 'alternatives'>

/** Maps the offset in the article where each unit begins to the unit and its scores. */
export type JudgedUnits = ReadonlyMap<number, { readonly unit: Unit; readonly scores: Scores }>

/** Everything needed to make the slides of a section. */
export interface BodyContext {
  readonly context: Context
  readonly judged: JudgedUnits
  readonly objective: Objective
  readonly ranks: TitleRanks
  /** Null for a language without a parser. */
  readonly obscurityOf: ((point: Omit<PointCase, 'title'>) => Obscurity) | null
}
