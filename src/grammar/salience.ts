import type { Ground } from './ground.ts'
import { type Features, pairFeatures, sentenceFeatures, wordFeatures } from './salience-features.ts'
import { HAND_SET, type Weights } from './salience-weights.ts'
import type { Stemmed } from './stems.ts'

/** For each word of a sentence of the section, how likely somebody who sums the section up keeps it, 0 to 1. */
export function wordChances(ground: Ground, index: number, weights: Weights): readonly number[] {
  const sentence = ground.sentences[index]
  if (sentence === undefined) return []
  const place = sum(weights.word, sentenceFeatures(ground, index)) + handSet(ground, index)
  return sentence.words.map((_, at) => chanceOf(place + sum(weights.word, wordFeatures(ground, index, at))))
}

/** How likely somebody keeps two neighbours whose own chances are known side by side, 0 to 1. */
export function pairChance(ground: Ground, pair: readonly [Kept, Kept], weights: Weights): number {
  const [one, other] = pair
  return chanceOf(sum(weights.pair, pairFeatures(ground, [one.word, other.word], [one.chance, other.chance])))
}

/** A word and its chance. */
export interface Kept {
  readonly word: Stemmed
  readonly chance: number
}

function handSet({ sentences, heading, cites }: Ground, index: number): number {
  const { text = '', opens = false } = sentences[index] ?? {}
  const isHeaded = heading.stems.size > 0
  return (
    (isHeaded ? 0 : HAND_SET.laterWithoutHeading * Math.log1p(index)) +
    (opens && index > 0 ? HAND_SET.opensParagraph : 0) +
    (!cites && FIGURE.test(text) ? HAND_SET.figure : 0) +
    (text.includes('?') ? HAND_SET.question : 0)
  )
}

/** 2% · $3.50 · 31,683 · 4 cm · doubled: not the 2 of "version 2", not a year. */
const FIGURE =
  /[$€£¥]\d|\d ?%|\d,\d{3}|(?<![\d.])(?!(?:1[89]|20)\d\d )\d+(?:\.\d+)? (?!(?:and|as|at|for|in|is|of|on|or|the|to|was|with)\b)\p{Ll}|\b(?:doubl|halv|tripl)(?:ed?|es|ing)\b|\b(?:half|twice|third|thirds|quarters)\b/u

function sum(weights: Readonly<Record<string, number>>, features: Features): number {
  return features.reduce((total, [name, amount]) => total + (weights[name] ?? 0) * amount, 0)
}

function chanceOf(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
