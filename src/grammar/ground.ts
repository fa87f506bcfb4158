import { createHash } from 'node:crypto'
import { type Stemmed, stemsOf } from './stems.ts'

/** The section that a word is weighed in: its sentences and how often each word and each pair of neighbours stands in them. */
export interface Ground {
  readonly language: string
  readonly sentences: readonly GroundSentence[]
  readonly counts: ReadonlyMap<string, Count>
  readonly pairs: ReadonlyMap<string, number>
  /** The mean of `times` over its words that are not common, repeats counted. */
  readonly mean: number
  readonly heading: Head
  readonly title: Head
  /** Whether it cites, as papers do. */
  readonly cites: boolean
}

export interface GroundSentence {
  readonly text: string
  readonly words: readonly Stemmed[]
  /** Whether it opens its paragraph. */
  readonly opens: boolean
}

/** How a stem stands in the section: how often, in how many sentences, in which first. */
interface Count {
  readonly times: number
  readonly sentences: number
  readonly first: number
}

/** What a heading names. */
export interface Head {
  readonly stems: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
}

/** What surrounds the sentences. Either may be empty. */
export interface Heads {
  readonly heading: string
  readonly title: string
  readonly language: string
}

/** A sentence before its words are told apart. */
export type Counted = Pick<GroundSentence, 'text' | 'opens'>

/** All that bears on a ground, as a short key: where it is the same, the ground is. */
export function groundKey(texts: readonly Counted[], { heading, title, language }: Heads): string {
  const bearing = [language, title, heading, ...texts.flatMap(({ text, opens }) => [text, opens])]
  return createHash('sha256').update(JSON.stringify(bearing)).digest('base64')
}

/** Counts the words of a section's sentences. */
export function groundOf(texts: readonly Counted[], { heading, title, language }: Heads): Ground {
  const sentences = texts.map(({ text, opens }) => ({ text, opens, words: stemsOf(text, language) }))
  const counts = countStems(sentences)
  const times = sentences.flatMap(({ words }) =>
    words.flatMap((word) => (word.isCommon ? [] : [counts.get(word.stem)?.times ?? 0])),
  )
  return {
    language,
    sentences,
    counts,
    pairs: countPairs(sentences),
    mean: times.length === 0 ? 1 : times.reduce((sum, each) => sum + each, 0) / times.length,
    heading: headOf(stemsOf(heading, language)),
    title: headOf(stemsOf(title, language)),
    cites: texts.some(({ text }) => isReferring(text)),
  }
}

function countStems(sentences: readonly GroundSentence[]): ReadonlyMap<string, Count> {
  const counts = new Map<string, { times: number; sentences: number; first: number; last: number }>()
  for (const [index, { words }] of sentences.entries()) {
    for (const { stem } of words) {
      const count = counts.get(stem) ?? { times: 0, sentences: 0, first: index, last: -1 }
      counts.set(stem, count)
      count.times += 1
      if (count.last !== index) count.sentences += 1
      count.last = index
    }
  }
  return counts
}

function countPairs(sentences: readonly GroundSentence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { words } of sentences) for (const pair of pairsOf(words)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

function headOf(words: readonly Stemmed[]): Head {
  return {
    stems: new Set(words.filter(({ isCommon }) => !isCommon).map(({ stem }) => stem)),
    pairs: new Set(pairsOf(words)),
  }
}

/** Each two words that stand beside each other. */
export function pairsOf(words: readonly Stemmed[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]?.stem} ${word.stem}`)
}

/** Whether a sentence points to another text or to another place in its own: (Smith, 1999), [3], Figure 3, § 4. */
export function isReferring(text: string): boolean {
  return REFERENCE.test(text)
}

const REFERENCE = /\((?:[^()]*[^()\d])?(?:1[89]|20)\d\d[a-z]?\)|\[\d[\d, –-]*\]|\b(?:fig\.|figure|table|section) \d|§/i
