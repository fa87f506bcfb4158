// Measures how strongly neighbouring sentences are connected.

import { stemmedWordsOf } from '../../grammar/stemmed-words.ts'

/** The features of the gap between a sentence and the next, each from 0 to 1. */
export type Gap = Readonly<Record<GapFeature, number>>

export type GapFeature = (typeof GAP_FEATURES)[number]

export const GAP_FEATURES = [
  'always',
  'similarity of neighbours',
  'dip in similarity',
  'new words',
  'name recurs',
  'begins like the one before',
  'begins with a number',
  'quotation before',
  'within a quotation',
  'short before',
  'question before',
] as const

/** The features and lengths of sentences, which determine where text is divided. */
export interface SentenceAnalysis {
  /** The gaps between sentences. There is one fewer than there are sentences. */
  readonly gaps: readonly Gap[]
  /** The length of each sentence, in words. */
  readonly lengths: readonly number[]
}

/**
 * Analyses sentences and the gaps between them. Words are compared by stem; the fewer sentences contain a word, the
 * more it weighs.
 */
export function analyseSentences(texts: readonly string[], language: string): SentenceAnalysis {
  const sentences = texts.map((text) => wordsIn(text, language))
  const weights = weightsOf(sentences)
  const similarity = sentences.slice(1).map((_, index) => {
    const [before, after] = [
      wordsBetween(sentences, index + 1 - WINDOW, index + 1),
      wordsBetween(sentences, index + 1, index + 1 + WINDOW),
    ]
    return similarityOf(before, after, weights)
  })
  const isOpen = openQuotations(texts)
  const earlierWords = new Set<string>()
  const gaps = sentences.slice(1).map((next, index): Gap => {
    const before = sentences[index] ?? next
    for (const word of before.contentWords) earlierWords.add(word)
    const newWords = [...next.contentWords].filter((word) => !earlierWords.has(word))
    const names = [...next.names]
    return {
      always: 1,
      'similarity of neighbours': similarityOf(before.contentWords, next.contentWords, weights),
      'dip in similarity': dipAt(similarity, index),
      'new words': ratio(weightOf(newWords, weights), weightOf(next.contentWords, weights)),
      'name recurs': ratio(names.filter((name) => before.names.has(name)).length, names.length),
      'begins like the one before': Number(next.firstWord === before.firstWord),
      'begins with a number': Number(/^\p{N}/u.test(next.text)),
      'quotation before': Number(/["”“»’」』][.,!?]?$/u.test(before.text)),
      'within a quotation': Number(isOpen[index] === true),
      'short before': Math.max(0, 1 - before.length / SHORT_SENTENCE),
      'question before': Number(/[?？؟]["”’»]?$/u.test(before.text)),
    }
  })
  return { gaps, lengths: sentences.map(({ length }) => length) }
}

/** The number of sentences compared on either side of a gap. */
const WINDOW = 3
/** A sentence with fewer words counts as short. */
const SHORT_SENTENCE = 12

/** Returns, for each sentence, whether it ends inside a quotation that is closed in one of the following sentences. */
function openQuotations(texts: readonly string[]): readonly boolean[] {
  const isOpen = texts.map(() => false)
  let openSince: number | undefined
  for (const [index, text] of texts.entries())
    for (const [mark] of text.matchAll(/["“”„«»「」『』]/gu)) {
      const closes = /[”»」』]/u.test(mark) || (mark === '"' && openSince !== undefined)
      if (closes && openSince !== undefined && index - openSince <= LONGEST_QUOTATION)
        isOpen.fill(true, openSince, index)
      openSince = closes ? undefined : (openSince ?? index)
    }
  return isOpen
}

/** In sentences. A longer quotation was probably never closed. */
const LONGEST_QUOTATION = 6

interface SentenceWords {
  readonly text: string
  /** The stems of the sentence's uncommon words. */
  readonly contentWords: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  readonly length: number
  readonly firstWord: string | undefined
}

function wordsIn(text: string, language: string): SentenceWords {
  const words = stemmedWordsOf(text, language)
  return {
    text,
    contentWords: new Set(words.filter(({ isCommon }) => !isCommon).map(({ stem }) => stem)),
    names: new Set(words.slice(1).flatMap(({ text: word, stem }) => (/^\p{Lu}/u.test(word) ? [stem] : []))),
    length: words.length,
    firstWord: words[0]?.text.toLowerCase(),
  }
}

type WordWeights = ReadonlyMap<string, number>

function weightsOf(sentences: readonly SentenceWords[]): WordWeights {
  const counts = new Map<string, number>()
  for (const { contentWords } of sentences)
    for (const word of contentWords) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + sentences.length / count)]))
}

function wordsBetween(sentences: readonly SentenceWords[], start: number, end: number): ReadonlySet<string> {
  return new Set(sentences.slice(Math.max(0, start), end).flatMap(({ contentWords }) => [...contentWords]))
}

/** Computes the cosine similarity of two sets of weighted words. */
function similarityOf(one: ReadonlySet<string>, other: ReadonlySet<string>, weights: WordWeights): number {
  const sumOfSquares = (words: Iterable<string>) =>
    [...words].reduce((total, word) => total + (weights.get(word) ?? 0) ** 2, 0)
  return ratio(
    sumOfSquares([...one].filter((word) => other.has(word))),
    Math.sqrt(sumOfSquares(one) * sumOfSquares(other)),
  )
}

/**
 * Computes how far the similarity at a gap is below the mean of two peaks: the highest similarity within two gaps
 * before it, and within two gaps after it.
 */
function dipAt(similarity: readonly number[], index: number): number {
  const here = similarity[index] ?? 0
  const before = Math.max(here, ...similarity.slice(Math.max(0, index - 2), index))
  const after = Math.max(here, ...similarity.slice(index + 1, index + 3))
  return (before + after) / 2 - here
}

function weightOf(words: Iterable<string>, weights: WordWeights): number {
  return [...words].reduce((total, word) => total + (weights.get(word) ?? 0), 0)
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
