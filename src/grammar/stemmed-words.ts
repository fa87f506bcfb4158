// Splits text into stemmed words for comparison.

import { contentWords, stem } from './content-words.ts'
import { isEnglish } from './language-tag.ts'
import { segmentsOf, UNSPACED } from './segments.ts'

/** A word, and the stem by which it is compared. */
export interface StemmedWord {
  /** The word as written. */
  readonly text: string
  readonly stem: string
  /** Whether the word is too common to distinguish one sentence from another. */
  readonly isCommon: boolean
}

/**
 * Lists the words of a string in order, without punctuation; "user-defined" counts as two words. Only English words are
 * stemmed.
 */
export function stemmedWordsOf(text: string, language: string): readonly StemmedWord[] {
  const words = UNSPACED.test(text)
    ? segmentsOf(text, language, 'word').filter(({ isWordLike }) => isWordLike)
    : Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ([word]) => ({ text: word }))
  const isInEnglish = isEnglish(language)
  return words.map(({ text: word }) => {
    const lower = word.toLowerCase()
    return {
      text: word,
      stem: isInEnglish ? stem(lower) : lower,
      isCommon: isInEnglish ? contentWords(lower).length === 0 : isCased(word) && word.length <= MAX_COMMON_LENGTH,
    }
  })
}

/**
 * In a language other than English, words of at most this many letters count as common if their script has capitals.
 */
const MAX_COMMON_LENGTH = 3

function isCased(word: string): boolean {
  return word.toLowerCase() !== word.toUpperCase()
}
