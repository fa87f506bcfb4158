import type { Tree } from '../../grammar/tree.ts'
import type { Article } from '../../model/article.ts'
import { type Features, featuresOf } from './features.ts'
import type { Scores } from './scores.ts'
import { type Cover, coverRank, type TitleCase, titleFeatures } from './title-features.ts'
import type { Unit } from './units.ts'
import { ENGLISH, type Packed, SHAPE, TITLES } from './weights.ts'

/** Fitted weights of features, by name; each row is in the order of `PURPOSES`. */
export interface Weights {
  readonly bias: readonly number[]
  readonly rows: ReadonlyMap<string, readonly number[]>
}

/** The weights of the judge: all features for English, place and shape for every other language. */
export interface JudgeWeights {
  readonly english: Weights
  readonly shape: Weights
  /** Weights of the features of titles, one number each. */
  readonly titles: Weights
}

export const PURPOSES = ['show', 'filler', 'key', 'title', 'starts', 'unclear'] as const

/** The scores of an article's units, in order. Without `parse` they depend on place and shape alone. */
export function judge(
  article: Article,
  units: readonly Unit[],
  { parse, weights = SHIPPED }: { parse: ((sentence: string) => Tree) | null; weights?: JudgeWeights | undefined },
): readonly Scores[] {
  const own = parse === null ? weights.shape : weights.english
  return featuresOf(article, units, parse).map((features) => scoresBy(own, features))
}

function scoresBy({ bias, rows }: Weights, features: Features): Scores {
  const sums = [...bias]
  for (const [name, value] of features) {
    const row = rows.get(name)
    if (row !== undefined) for (const [at, weight] of row.entries()) sums[at] = (sums[at] ?? 0) + weight * value
  }
  const [show = 0, filler = 0, key = 0, title = 0, starts = 0, unclear = 0] = sums
  return { show, filler, key, title, starts, unclear }
}

/** How titles are ranked: the sum of the two is the log-odds that a reader accepts the title for the slide. */
export interface TitleRanks {
  /** The worth of a title by itself. */
  readonly own: (each: TitleCase) => number
  /** Its worth over its points. */
  readonly over: (form: string, cover: Cover) => number
}

export function ranksBy({ titles }: JudgeWeights): TitleRanks {
  const weightOf = (name: string) => titles.rows.get(name)?.[0] ?? 0
  return {
    own: (each) => {
      let sum = titles.bias[0] ?? 0
      for (const [name, value] of titleFeatures(each)) sum += weightOf(name) * value
      return sum
    },
    over: coverRank(weightOf),
  }
}

/** Parses stored weights: a name and whole numbers, in hundredths, separated by tabs. */
export function unpack({ bias, rows }: Packed): Weights {
  const entries = rows.split(/[\t\n]/).filter((row) => row !== '')
  return {
    bias,
    rows: new Map(
      entries.map((row) => {
        const [name = '', ...values] = row.split(' ')
        return [name, values.map((value) => Number(value) / 100)]
      }),
    ),
  }
}

/** The weights that Lectern ships with. */
export const SHIPPED: JudgeWeights = { english: unpack(ENGLISH), shape: unpack(SHAPE), titles: unpack(TITLES) }
