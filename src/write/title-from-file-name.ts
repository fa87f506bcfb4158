// Makes titles from file names.

import { type StemmedWord, stemmedWordsOf } from '../grammar/stemmed-words.ts'
import type { Article } from '../model/article.ts'

/**
 * Returns the name of an article's file as a title, in the article's spelling: "nato-summit" becomes "NATO summit".
 * Null if it is a single word, or contains a word that the article does not, as in "my-talk" and "final-draft".
 */
export function topicOfName(name: string, { text, language }: Article): string | null {
  const words = stemmedWordsOf(withSpaces(name), language)
  const articleWords = stemmedWordsOf(text.slice(0, SEARCHED_CHARACTERS), language)
  const meaningfulWords = words.filter(({ isCommon }) => !isCommon)
  const stems = new Set(articleWords.map(({ stem }) => stem))
  if (words.length < 2 || !meaningfulWords.every(({ stem }) => stems.has(stem))) return null
  if (!meaningfulWords.some(({ text }) => /\p{L}/u.test(text))) return null
  return capitalise(words.map((word) => spellingOf(word, articleWords)).join(' '))
}

/** A topic is named early, and the longest articles without a title are books. */
const SEARCHED_CHARACTERS = 20_000

/** Returns a file name as a title: "night_trains" becomes "Night trains". */
export function titleOfName(name: string): string {
  return capitalise(withSpaces(name)) || name
}

function withSpaces(name: string): string {
  return name.replace(/[-_\s]+/g, ' ').trim()
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Returns a word as the article spells it, with a capital only if it has one everywhere. */
function spellingOf({ text: word }: StemmedWord, articleWords: readonly StemmedWord[]): string {
  const lower = word.toLowerCase()
  const spellings = articleWords.flatMap(({ text }) => (text.toLowerCase() === lower ? [text] : []))
  return spellings.includes(lower) ? lower : (spellings[0] ?? word)
}
