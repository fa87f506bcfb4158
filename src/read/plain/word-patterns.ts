// Word patterns that help to recognise headings, prose and other lines.

import { wordSet } from '../../util/word-set.ts'
import type { UnitTraits } from './unit-traits.ts'

export const TWO_SENTENCES = /[.!?。！？।]["'”’)]?\s+["'“‘(]?\p{Lu}|[。！？।][^」』）)]/u
export const ADDRESS = /https?:|www\.|@\w+\.|\w\/\w+\/|\.(?:com|org|html?|js|json|py|md)\b/
export const KEY_AND_VALUE = /^[^\s:][^:]{0,30}[:：]\s\S/
export const CALL_TO_ACTION = /\b(?:click|read more|learn more|subscribe|sign up|share|back to|reply|comment)/i
export const SENTENCE_OPENER =
  /^(?:it|this|these|those|we|you|i|they|he|she|there|if|when|as|in|for|to|by|with|and|but|or|so)\s/i
export const FINITE_VERB = / (?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|does|did)\b/i
export const SENTENCE_CASE = /^\p{Lu}\p{Ll}*\s\p{Ll}/u

/**
 * Whether a string has at least two longer words that start with a capital, and these are at least four in five of its
 * longer words.
 */
export function isTitleCase(text: string): boolean {
  const longWords = (text.match(/\p{L}[\p{L}'’-]*/gu) ?? []).filter(
    (word) => word.length > 3 && /^[\p{Lu}\p{Ll}]/u.test(word),
  )
  const capitalised = longWords.filter((word) => /^\p{Lu}/u.test(word))
  return longWords.length >= 2 && capitalised.length >= 0.8 * longWords.length
}

/** Returns the fraction of characters that are neither letters nor white space. */
export function nonLetterFraction(text: string): number {
  return (text.match(/[^\p{L}\s]/gu) ?? []).length / Math.max(1, text.length)
}

/** Whether at least half of a unit's content words, compared by their first letters, occur in another unit. */
export function sharesWords(unit: UnitTraits, other: UnitTraits | undefined): boolean {
  const unitStems = stems(unit.text)
  const otherStems = new Set(other === undefined ? [] : stems(other.text.slice(0, SEARCHED_LENGTH)))
  return unitStems.length > 0 && unitStems.filter((stem) => otherStems.has(stem)).length >= unitStems.length / 2
}

/** The number of characters of the other unit that are searched for words. */
const SEARCHED_LENGTH = 1500

/** The number of letters at the start of each word that are compared. */
const STEM_LENGTH = 5

function stems(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? []
  return words.filter((word) => !FUNCTION_WORDS.has(word)).map((word) => word.slice(0, STEM_LENGTH))
}

const FUNCTION_WORDS = wordSet(
  'about after also and are because been before being between both but can could does each from have how into its just like many may more ' +
    'most much must not only other our over should some such than that the their them then there these they this those through under using ' +
    'very was way what when where which while who why will with within would you your',
)
