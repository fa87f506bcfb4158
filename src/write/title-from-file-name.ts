// Makes titles from file names.

import { type StemmedWord, stemsOf } from '../grammar/stemmed-words.ts'
import type { Article } from '../model/article.ts'

/**
 * Returns the name of an article's file as a title, in the article's spelling: "nato-summit" becomes "NATO summit". Null
 * if it is a single word, or has a word that the article lacks, as "my-talk" and "final-draft" have.
 */
export function topicOfName(name: string, { text, language }: Article): string | null {
  const words = stemsOf(spaced(name), language)
  const known = stemsOf(text.slice(0, SEARCHED_CHARACTERS), language)
  const tellingWords = words.filter(({ isCommon }) => !isCommon)
  const stems = new Set(known.map(({ stem }) => stem))
  if (words.length < 2 || !tellingWords.every(({ stem }) => stems.has(stem))) return null
  if (!tellingWords.some(({ text }) => /\p{L}/u.test(text))) return null
  return capitalised(words.map((word) => spellingOf(word, known)).join(' '))
}

/** A topic is named early, and the longest articles without a title are books. */
const SEARCHED_CHARACTERS = 20_000

/** Returns a file name as a title: "night_trains" becomes "Night trains". */
export function titleOfName(name: string): string {
  return capitalised(spaced(name)) || name
}

function spaced(name: string): string {
  return name.replace(/[-_\s]+/g, ' ').trim()
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Returns a word as the article spells it, with a capital only if it has one everywhere. */
function spellingOf({ text: word }: StemmedWord, known: readonly StemmedWord[]): string {
  const lower = word.toLowerCase()
  const spellings = known.flatMap(({ text }) => (text.toLowerCase() === lower ? [text] : []))
  return spellings.includes(lower) ? lower : (spellings[0] ?? word)
}
