import { type Ground, type Head, isReferring } from './ground.ts'
import type { Stemmed } from './stems.ts'

/** What is seen of a word, by the names of `salience-weights.ts`, and how much of it. */
export type Features = readonly (readonly [name: string, amount: number])[]

/** What the words of one sentence share. */
export function sentenceFeatures(ground: Ground, index: number): Features {
  const { text = '', words = [] } = ground.sentences[index] ?? {}
  const count = ground.sentences.length
  const telling = words.filter(({ isCommon }) => !isCommon)
  return [
    ['always', 1],
    ['later', Math.log1p(index)],
    ['nearer the end', count > 1 ? index / (count - 1) : 0],
    ['long sentence', Math.log1p(words.length)],
    ['long section', Math.log1p(count)],
    ['central', Math.min(centrality(ground, telling), CENTRAL_ENOUGH)],
    ['sentence shares with title', Math.min(shared(telling, ground.title), SHARED_ENOUGH)],
    ['formula', /[^\p{L}\p{M}\s]/u.test(text) && share(text, /[\p{L}\p{M}\s]/gu) < LETTERS_IN_PROSE ? 1 : 0],
    ['reference', isReferring(text) ? 1 : 0],
  ]
}

/** Centrality above this many times the section's mean adds nothing more. */
const CENTRAL_ENOUGH = 2.5

const SHARED_ENOUGH = 3

/** A sentence of fewer letters and spaces is more formula than prose. */
const LETTERS_IN_PROSE = 0.8

/** How often a sentence's words stand in the section, by the section's mean. */
function centrality({ counts, mean }: Ground, telling: readonly Stemmed[]): number {
  const times = telling.reduce((sum, { stem }) => sum + (counts.get(stem)?.times ?? 0), 0)
  return telling.length === 0 ? 0 : times / telling.length / mean
}

function shared(words: readonly Stemmed[], head: Head): number {
  return new Set(words.filter(({ stem }) => head.stems.has(stem)).map(({ stem }) => stem)).size
}

function share(text: string, pattern: RegExp): number {
  return (text.match(pattern)?.length ?? 0) / Math.max(1, text.length)
}

/** What is seen of one word of a sentence. */
export function wordFeatures(ground: Ground, index: number, at: number): Features {
  const { text = '', words = [] } = ground.sentences[index] ?? {}
  const word = words[at]
  if (word === undefined) return []
  const { times, sentences, first } = ground.counts.get(word.stem) ?? { times: 1, sentences: 1, first: index }
  const place: Features = [
    ['comes late', Math.log1p(first)],
    ['opens sentence', at === 0 ? 1 : 0],
  ]
  if (word.isCommon) {
    const kind = ground.language.startsWith('en') ? KINDS.get(word.text.toLowerCase()) : undefined
    const known: Features = kind === undefined ? [] : [[kind, 1]]
    return [...place, ['common', 1], ['common and frequent', Math.log(times)], ...known]
  }
  return [
    ...place,
    ['frequent', Math.log(times)],
    ['once', times === 1 ? 1 : 0],
    ['spread', Math.sqrt(sentences / ground.sentences.length)],
    ['capital', at > 0 && /^\p{Lu}/u.test(word.text) ? 1 : 0],
    ['capitals', /^[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]+$/u.test(word.text) ? 1 : 0],
    ['digits beside a reference', /\p{N}/u.test(word.text) && isReferring(text) ? 1 : 0],
    ['single letter or digit', word.text.length === 1 ? 1 : 0],
    ['in heading', ground.heading.stems.has(word.stem) ? 1 : 0],
    ['in title', ground.title.stems.has(word.stem) ? 1 : 0],
  ]
}

/** English words that only hold others together, by how they do. */
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    article: 'the a an',
    preposition: 'of in for to on with from at by into over',
    and: 'and',
    relative: 'which who that whose where when while because although if whether as than',
    'first person': 'i we our us my me',
    pronoun: 'he his him she her they them their it its you your',
    pointing: 'this these those such there here',
  }).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
)

/** What is seen of two neighbours. */
export function pairFeatures(
  ground: Ground,
  [one, other]: readonly [Stemmed, Stemmed],
  chances: readonly [number, number],
): Features {
  const pair = `${one.stem} ${other.stem}`
  return [
    ['always', 1],
    ['lower chance', odds(Math.min(...chances))],
    ['higher chance', odds(Math.max(...chances))],
    ['frequent', Math.log(ground.pairs.get(pair) ?? 1)],
    ['both tell', one.isCommon || other.isCommon ? 0 : 1],
    ['first tells', !one.isCommon && other.isCommon ? 1 : 0],
    ['second tells', one.isCommon && !other.isCommon ? 1 : 0],
    ['in heading', ground.heading.pairs.has(pair) ? 1 : 0],
    ['in title', ground.title.pairs.has(pair) ? 1 : 0],
  ]
}

function odds(chance: number): number {
  return Math.log(chance / (1 - chance))
}
