import type { Ground } from '../grammar/ground.ts'
import { wordChances } from '../grammar/salience.ts'
import { WEIGHTS } from '../grammar/salience-weights.ts'

/** The weight of each sentence of a section. */
export function weighAll(ground: Ground): readonly number[] {
  return ground.sentences.map((_, index) => weigh(ground, index))
}

/** A sentence's share of its section, 0 to 1: how likely somebody who sums the section up keeps a word of it, on average over the words that tell. */
function weigh(ground: Ground, index: number): number {
  const words = ground.sentences[index]?.words ?? []
  const chances = wordChances(ground, index, WEIGHTS).filter((_, at) => words[at]?.isCommon === false)
  const mean = chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length)
  return Math.round(mean * 1000) / 1000
}
