import type { PassageKind } from './article.ts'

/** The number of words that an unhurried speaker says in a minute. */
export const WORDS_PER_MINUTE = 130

/** Returns the time it takes to say this many words, in whole seconds. */
export function secondsFor(words: number): number {
  return Math.round((words * 60) / WORDS_PER_MINUTE)
}

/** Whether a speaker reads text of this kind aloud. Footnotes include references, credits and thanks. */
export function isSpoken(kind: PassageKind): boolean {
  return !UNSPOKEN_KINDS.has(kind)
}

const UNSPOKEN_KINDS: ReadonlySet<PassageKind> = new Set(['row', 'code', 'math', 'caption', 'footnote'])
