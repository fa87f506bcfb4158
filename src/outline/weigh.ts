import { contentWords } from '../grammar/content-words.ts'
import type { Sentence } from '../model/outline.ts'

/** What a sentence is weighed against. */
export interface Scale {
  /** How often each stem stands in the section, and in how many of its sentences. */
  readonly frequency: ReadonlyMap<string, number>
  /** The mean of `frequency` over the section's words. */
  readonly mean: number
  readonly heading: ReadonlySet<string>
  readonly title: ReadonlySet<string>
}

/** A scale made of a section's sentences, its heading and the article's title. */
export function scaleOf(sentences: readonly Sentence[], heading: string, title: string): Scale {
  const frequency = new Map<string, number>()
  for (const sentence of sentences) {
    for (const word of new Set(contentWords(sentence.text))) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  }
  const counts = [...frequency.values()]
  const mean = counts.length === 0 ? 1 : counts.reduce((sum, count) => sum + count, 0) / counts.length
  return { frequency, mean, heading: new Set(contentWords(heading)), title: new Set(contentWords(title)) }
}

/**
 * The parts of a weight, set by hand in the order of what mattered when single features were left out of a fitted
 * chooser: how central the words are, then the place, then the heading; a figure makes a sentence worth showing.
 */
const SHARE = { centrality: 0.4, opening: 0.2, heading: 0.15, title: 0.05, figure: 0.2 } as const

/** Centrality above this many times the section's mean adds nothing more. */
const CENTRAL_ENOUGH = 2

/** A sentence's share of its section, 0 to 1: central words, first place in the paragraph, the heading's words, a figure. */
export function weigh(text: string, place: number, scale: Scale): number {
  const words = contentWords(text)
  if (words.length === 0) return 0
  const total = words.reduce((sum, word) => sum + (scale.frequency.get(word) ?? 0), 0)
  const centrality = Math.min(total / words.length / scale.mean / CENTRAL_ENOUGH, 1)
  const score =
    SHARE.centrality * centrality +
    SHARE.opening * (1 / (1 + place)) +
    SHARE.heading * overlap(words, scale.heading) +
    SHARE.title * overlap(words, scale.title) +
    SHARE.figure * (/\d/.test(text) ? 1 : 0)
  return Math.round(score * 1000) / 1000
}

function overlap(words: readonly string[], others: ReadonlySet<string>): number {
  if (others.size === 0) return 0
  const met = new Set(words.filter((word) => others.has(word)))
  return met.size / others.size
}
