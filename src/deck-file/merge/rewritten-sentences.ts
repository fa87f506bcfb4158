// Finds the sentences of the new article that replace sentences of the previous one.

import { diffIndices } from 'node-diff3'
import { wordSimilarity } from './word-similarity.ts'

/** A sentence of an article, with a key that is equal for sentences with the same words. */
export interface KeyedSentence {
  readonly key: string
  readonly text: string
}

/**
 * Maps the key of each sentence that is only in the previous article to the sentence that replaces it in the new
 * article; null if none does.
 */
export function rewrittenSentences<New extends KeyedSentence>(
  before: readonly KeyedSentence[],
  after: readonly New[],
): ReadonlyMap<string, New | null> {
  const [keysBefore, keysAfter] = [before, after].map((sentences) => new Set(sentences.map(({ key }) => key)))
  const replacements = new Map<string, New | null>()
  const unused = new Set(after.filter(({ key }) => keysBefore?.has(key) === false))
  const pair = (removed: readonly KeyedSentence[], added: readonly New[], minSimilarity: number) => {
    for (const sentence of removed) {
      const candidates = added
        .filter((each) => unused.has(each))
        .map((each) => ({ each, score: similarityOf(sentence, each) }))
      const [best] = candidates.sort((one, other) => other.score - one.score)
      if (best === undefined || best.score < minSimilarity) continue
      replacements.set(sentence.key, best.each)
      unused.delete(best.each)
    }
  }
  const removed = before.filter(({ key }) => keysAfter?.has(key) === false)
  const changes = diffIndices(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  )
  for (const { buffer1, buffer2 } of changes) {
    const inChange = new Set(before.slice(buffer1[0], buffer1[0] + buffer1[1]))
    pair(
      removed.filter((sentence) => inChange.has(sentence)),
      after.slice(buffer2[0], buffer2[0] + buffer2[1]),
      MIN_SIMILARITY_IN_PLACE,
    )
  }
  const unpaired = removed.filter(({ key }) => !replacements.has(key))
  pair(unpaired, [...unused], MIN_SIMILARITY_ELSEWHERE)
  for (const { key } of unpaired) if (!replacements.has(key)) replacements.set(key, null)
  return replacements
}

function similarityOf({ text }: KeyedSentence, other: KeyedSentence): number {
  return wordSimilarity(text, other.text)
}

const MIN_SIMILARITY_IN_PLACE = 0.4
/**
 * A replacement elsewhere in the article, for example in a section that has moved, must be more similar, because its
 * place is no evidence.
 */
const MIN_SIMILARITY_ELSEWHERE = 0.6
