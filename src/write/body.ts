// Types for making the slides of a section.

import type { Draft } from '../model/draft.ts'
import type { Context } from './context.ts'
import type { Clarity, PointCase } from './judge/clarity.ts'
import type { TitleRanks } from './judge/judge.ts'
import type { Scores } from './judge/scores.ts'
import type { Unit } from './judge/units.ts'
import type { WriterMemory } from './parser.ts'
import type { Objective } from './plan/objective.ts'

/** The content of a slide; `noteSentences` goes to its speaker notes. */
export type Body = Pick<Draft, 'title' | 'content' | 'noteSentences' | 'alternatives'>

/** The scores of each unit, by the offset in the article at which the unit begins. */
export type JudgedUnits = ReadonlyMap<number, { readonly unit: Unit; readonly scores: Scores }>

/** Everything needed to make the slides of a section. */
export interface BodyContext {
  readonly context: Context
  readonly judged: JudgedUnits
  readonly objective: Objective
  readonly ranks: TitleRanks
  /** Null for a language without a parser. */
  readonly clarityOf: ((point: Omit<PointCase, 'title'>) => Clarity) | null
  /** What the writer remembers from earlier articles; null if it remembers nothing. */
  readonly memory: WriterMemory | null
}
