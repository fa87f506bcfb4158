/**
 * Returns the fraction of long words and figures that two texts have in common, from 0 to 1. In scripts without spaces,
 * each character counts as a word.
 */
export function wordSimilarity(one: string, other: string): number {
  const [words, otherWords] = [one, other].map((text) => new Set(text.toLowerCase().match(LONG_WORDS)))
  if (words === undefined || otherWords === undefined || words.size === 0 || otherWords.size === 0) return 0
  const sharedCount = [...words].filter((word) => otherWords.has(word)).length
  return sharedCount / Math.max(words.size, otherWords.size)
}

const LONG_WORDS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}]{4,}/gu
