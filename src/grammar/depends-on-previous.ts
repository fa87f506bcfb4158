// Recognises sentences that depend on the previous one, in languages without a parser.

import { DEPENDENCE_WORDS, type DependenceWords } from './dependence-words.ts'
import { primaryLanguage } from './language-tag.ts'

/**
 * Whether a sentence in a language without a parser depends on the one before it, judged by its first words: "Er",
 * "Dans ce cas", "但是". Returns false for a language without a list.
 */
export function dependsOnPrevious(language: string, sentence: string): boolean {
  const lists = DEPENDENCE_WORDS.get(primaryLanguage(language))
  if (lists === undefined) return false
  const opening = sentence.slice(0, EXAMINED_LENGTH).replace(OPENING_PUNCTUATION, '').replaceAll('’', "'")
  const start = opening.toLowerCase()
  if (startsWith(start, lists.exceptions, lists)) return false
  const words = start.split(SEPARATORS)
  const firstWords = words.slice(0, lists.pointerReach)
  return (
    startsWith(start, lists.openings, lists) ||
    firstWords.some(
      (word, index) =>
        withAndWithoutPrefix(word, lists).some((each) => lists.pointers.has(each)) &&
        !lists.relatives.has(words[index + 1] ?? ''),
    ) ||
    lists.isPronoun?.(words[0] ?? '', opening.split(SEPARATORS)[1] ?? '') === true
  )
}

/** The number of UTF-16 code units that are examined at the start of a sentence. */
const EXAMINED_LENGTH = 80
const SEPARATORS = /[\s,،、:;]+/u
const OPENING_PUNCTUATION = /^[\s"'“‘„«‹「『(（¿¡—–-]+/u

function startsWith(text: string, openings: ReadonlySet<string>, lists: DependenceWords): boolean {
  return withAndWithoutPrefix(text, lists).some((each) => {
    for (let length = Math.min(each.length, MAX_OPENING_LENGTH); length > 0; length--)
      if ((lists.isUnspaced || !/^[\p{L}\p{M}\p{N}]/u.test(each.slice(length))) && openings.has(each.slice(0, length)))
        return true
    return false
  })
}

/**
 * Returns the text and, if a letter such as the Arabic or Hebrew "and" is attached to its front, the text without it.
 */
function withAndWithoutPrefix(text: string, { attachedLetters }: DependenceWords): readonly string[] {
  return attachedLetters !== '' && attachedLetters.includes(text[0] ?? ' ') ? [text, text.slice(1)] : [text]
}

/** The maximum length of an opening that is looked up, in UTF-16 code units. */
const MAX_OPENING_LENGTH = 24
