// Scores the sentences of an article with fitted weights.

import { contentWords } from '../../grammar/content-words.ts'
import type { Tree } from '../../grammar/tree.ts'
import type { Article } from '../../model/article.ts'
import { type Memo, newMemo } from '../../util/memo.ts'
import { grammarFeatures, leadFeatures, parsedUnits, type Voice, voiceOf } from './grammar-features.ts'
import { type Obscurity, obscurityOf, type PointCase } from './obscurity.ts'
import { type Features, positionFeatures } from './position-features.ts'
import type { Scores } from './scores.ts'
import { type Coverage, coverageRank, type TitleCandidate, titleFeatures } from './title-features.ts'
import type { Unit } from './units.ts'
import { ENGLISH, OBSCURITY, type PackedWeights, SHAPE, TITLES } from './weights.ts'

/**
 * Fitted weights of features. Each row, keyed by the name of its feature, has one weight for each of `PURPOSES`, or a
 * single weight.
 */
export interface Weights {
  readonly bias: readonly number[]
  readonly rows: ReadonlyMap<string, readonly number[]>
}

/** The weights of the judge: all features for English, position and shape for every other language. */
export interface JudgeWeights {
  readonly english: Weights
  readonly shape: Weights
  /** Weights of the features of titles, one number each. */
  readonly titles: Weights
  /** Weights of the features of points at their positions (see `obscurityFeatures`), one number each. */
  readonly obscurity: Weights
}

/** The properties of `Scores`, in the order of the weights in a row. */
export const PURPOSES = ['show', 'filler', 'key', 'title', 'starts', 'unclear'] as const

/** Scores an article's units, in order. Without `parse`, the scores depend only on position and shape. */
export function judge(
  article: Article,
  units: readonly Unit[],
  {
    parse,
    weights = SHIPPED_WEIGHTS,
    memory = newMemo(),
  }: {
    readonly parse: ((sentence: string) => Tree) | null
    readonly weights?: JudgeWeights | undefined
    /** Earlier results for sentences, judged with the same weights. */
    readonly memory?: Memo<JudgedWords> | undefined
  },
): readonly Scores[] {
  const positions = positionFeatures(article, units)
  if (parse === null) return positions.map((features) => scoresOf(weights.shape.bias, sumBy(weights.shape, features)))
  const { english } = weights
  const words = parsedUnits(units, parse).map((parsed, index) =>
    memory.recall(`${parsed.before}\n${parsed.next}\n${units[index]?.sentence.text ?? ''}`, () => ({
      sums: sumBy(english, grammarFeatures(parsed)),
      voice: voiceOf(parsed.tree),
    })),
  )
  const lead = sumBy(english, leadFeatures(words.map(({ voice }) => voice)))
  return positions.map((features, index) =>
    scoresOf(english.bias, sumBy(english, features), words[index]?.sums ?? [], index === 0 ? lead : []),
  )
}

/** Computes all features of each unit, for fitting weights. */
export function featuresOf(
  article: Article,
  units: readonly Unit[],
  parse: ((sentence: string) => Tree) | null,
): readonly Features[] {
  const positions = positionFeatures(article, units)
  if (parse === null) return positions
  const parsed = parsedUnits(units, parse)
  const lead = leadFeatures(parsed.map(({ tree }) => voiceOf(tree)))
  return positions.map((features, index) => {
    const parsedUnit = parsed[index]
    return new Map([
      ...features,
      ...(parsedUnit === undefined ? [] : grammarFeatures(parsedUnit)),
      ...(index === 0 ? lead : []),
    ])
  })
}

/** The contribution of a unit's words to each of its scores, and the unit's voice. */
export interface JudgedWords {
  readonly sums: readonly number[]
  readonly voice: Voice
}

/** Computes the weighted sum of features for each purpose. */
function sumBy({ rows }: Weights, features: Features): readonly number[] {
  const sums = PURPOSES.map(() => 0)
  for (const [name, value] of features) {
    const row = rows.get(name)
    if (row !== undefined)
      for (const [index, weight] of row.entries()) sums[index] = (sums[index] ?? 0) + weight * value
  }
  return sums
}

function scoresOf(...parts: readonly (readonly number[])[]): Scores {
  const [show = 0, filler = 0, key = 0, title = 0, starts = 0, unclear = 0] = PURPOSES.map((_, index) =>
    parts.reduce((sum, part) => sum + (part[index] ?? 0), 0),
  )
  return { show, filler, key, title, starts, unclear }
}

/** Ranks titles: the sum of the two ranks is the log-odds that an editor would choose the title for the slide. */
export interface TitleRanks {
  /** The rank of a title by itself. */
  readonly byItself: (each: TitleCandidate) => number
  /** The rank of a title of this form, by how well it covers the points of its slide. */
  readonly byCoverage: (form: string, coverage: Coverage) => number
}

export function titleRanksBy({ titles }: JudgeWeights): TitleRanks {
  const weightOf = (name: string) => titles.rows.get(name)?.[0] ?? 0
  return {
    byItself: (each) => {
      let sum = titles.bias[0] ?? 0
      for (const [name, value] of titleFeatures(each)) sum += weightOf(name) * value
      return sum
    },
    byCoverage: coverageRank(weightOf),
  }
}

/** Returns a function that predicts whether readers understand the points of an article's slides. */
export function obscurityBy(
  { obscurity }: JudgeWeights,
  { title }: Article,
): (point: Omit<PointCase, 'title'>) => Obscurity {
  const words = new Set(contentWords(title?.text ?? ''))
  const weightOf = (name: string) => obscurity.rows.get(name)?.[0] ?? 0
  return (point) => obscurityOf(weightOf, obscurity.bias[0] ?? 0, { ...point, title: words })
}

/**
 * Parses stored weights: rows separated by tabs or line breaks, each a name and its weights in hundredths, separated by
 * spaces.
 */
export function parseWeights({ bias, rows }: PackedWeights): Weights {
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
export const SHIPPED_WEIGHTS: JudgeWeights = {
  english: parseWeights(ENGLISH),
  shape: parseWeights(SHAPE),
  titles: parseWeights(TITLES),
  obscurity: parseWeights(OBSCURITY),
}
