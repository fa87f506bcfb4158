// ROUGE-1 and ROUGE-2 (F1) as the common Python package has them with stemming, and the F1 of kept words for shortened sentences.
import { stem } from '../../../dist/grammar/stem.js'

const stems = new Map()

/** Words of letters a to z and digits, small; those of more than three letters as stems. */
export function tokensOf(text) {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '')
  return words.map((word) => (word.length > 3 ? stemOf(word) : word))
}

function stemOf(word) {
  const known = stems.get(word)
  if (known !== undefined) return known
  const found = stem(word)
  stems.set(word, found)
  return found
}

/** F1 of the runs of `n` words of a prediction against those of a target, 0 to 1. */
export function rouge(target, prediction, n) {
  return overlap(runs(tokensOf(target), n), runs(tokensOf(prediction), n))
}

function runs(words, n) {
  return words.slice(0, Math.max(0, words.length - n + 1)).map((_, index) => words.slice(index, index + n).join(' '))
}

function overlap(target, prediction) {
  if (target.length === 0 || prediction.length === 0) return 0
  const left = new Map()
  for (const run of target) left.set(run, (left.get(run) ?? 0) + 1)
  let hits = 0
  for (const run of prediction) {
    const count = left.get(run) ?? 0
    if (count === 0) continue
    hits += 1
    left.set(run, count - 1)
  }
  return hits === 0 ? 0 : (2 * hits) / (target.length + prediction.length)
}

/** A sentence's words as a compression is scored: case and marks do not count, "Obama 's" is one word. */
export function wordsOf(sentence) {
  const joined = sentence
    .replaceAll('’', "'")
    .replaceAll('``', '"')
    .replaceAll("''", '"')
    .replace(/(\w) '(s|re|ve|ll|d|m)\b/gi, "$1'$2")
    .replace(/\b(\w+) n't\b/gi, "$1n't")
    .replace(/(\w) (-|\/) (\w)/g, '$1$2$3')
  return (joined.match(/[a-z0-9]+(?:[.,'’\-/][a-z0-9]+)*|[$€£%]/gi) ?? []).map((word) => word.toLowerCase())
}

/** F1 of the words kept, and the share of the sentence's words that were kept. */
export function compression(sentence, target, shortened) {
  const kept = wordsOf(shortened)
  return { f1: overlap(wordsOf(target), kept), rate: kept.length / Math.max(1, wordsOf(sentence).length) }
}
