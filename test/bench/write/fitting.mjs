// Fits the weights by which words are kept to what people kept.
import { groundOf, pairsOf } from '../../../dist/grammar/ground.js'
import { wordChances } from '../../../dist/grammar/salience.js'
import { pairFeatures, sentenceFeatures, wordFeatures } from '../../../dist/grammar/salience-features.js'
import { stemsOf } from '../../../dist/grammar/stems.js'
import { halfOf } from './corpus.mjs'
import { fitLogistic } from './logistic.mjs'

const RIDGE = 3

/** The weights that tell best what the authors of these items chose, rounded as they are printed. */
export function fitWeights(items) {
  const grounds = items.map((item) => ({ ground: groundFor(item), chosen: stemsIn(item.chosen) }))
  const word = rounded(fitLogistic(grounds.flatMap(wordRows), RIDGE))
  const pairs = grounds.flatMap((each) => pairRows(each, { word, pair: {} }))
  return { word, pair: rounded(fitLogistic(pairs, RIDGE)) }
}

/** An item as the section that the product counts. */
export function groundFor({ paragraphs, heading, title }) {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.map((text, index) => ({ text, opens: index === 0 })))
  return groundOf(sentences, { heading, title, language: 'en' })
}

function stemsIn(text) {
  const lines = text.split('\n').map((line) => stemsOf(line, 'en'))
  return {
    words: new Set(lines.flat().map(({ stem }) => stem)),
    pairs: new Set(lines.flatMap((line) => pairsOf(line))),
  }
}

function wordRows({ ground, chosen }) {
  return ground.sentences.flatMap(({ words }, index) => {
    const shared = sentenceFeatures(ground, index)
    return words.map(({ stem }, at) => ({
      features: [...shared, ...wordFeatures(ground, index, at)],
      isKept: chosen.words.has(stem),
    }))
  })
}

function pairRows({ ground, chosen }, weights) {
  return ground.sentences.flatMap(({ words }, index) => {
    const chances = wordChances(ground, index, weights)
    return words.slice(1).map((word, at) => ({
      features: pairFeatures(ground, [words[at], word], [chances[at], chances[at + 1]]),
      isKept: chosen.pairs.has(`${words[at].stem} ${word.stem}`),
    }))
  })
}

function rounded(weights) {
  return Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 100) / 100]))
}

/** Weights for each half, fitted on the other. */
export function fitHalves(items) {
  return [1, 0].map((half) => fitWeights(items.filter(({ deck }) => halfOf(deck) === half)))
}
