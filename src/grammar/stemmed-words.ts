// Splits text into stemmed words for comparison.

import { contentWords } from './content-words.ts'
import { stem } from './porter-stem.ts'
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
 * stemmed. Words in `known` are reused, so that they need not be stemmed again.
 */
export function stemmedWordsOf(
  text: string,
  language: string,
  known: readonly StemmedWord[] = [],
): readonly StemmedWord[] {
  const words = UNSPACED.test(text)
    ? segmentsOf(text, language, 'word').filter(({ isWordLike }) => isWordLike)
    : Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ([word]) => ({ text: word }))
  const isEnglish = language.startsWith('en')
  const knownByText = new Map(known.map((word) => [word.text, word]))
  return words.map(({ text: word }) => {
    const found = knownByText.get(word)
    if (found !== undefined) return found
    const lower = word.toLowerCase()
    return {
      text: word,
      stem: isEnglish && lower.length > MAX_UNSTEMMED_LENGTH ? stem(lower) : lower,
      isCommon: isEnglish ? contentWords(lower).length === 0 : isCased(word) && word.length <= MAX_COMMON_LENGTH,
    }
  })
}

/** Words of at most this many characters are not stemmed, because they have no endings worth removing. */
const MAX_UNSTEMMED_LENGTH = 3

/**
 * In a language other than English, words of at most this many letters count as common if their script has capitals.
 */
const MAX_COMMON_LENGTH = 3

function isCased(word: string): boolean {
  return word.toLowerCase() !== word.toUpperCase()
}
