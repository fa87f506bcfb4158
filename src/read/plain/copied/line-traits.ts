// Determines the traits of a line of a copied page.

import { wordSet } from '../../../util/word-set.ts'
import { isPlainlyCode } from '../detect-code.ts'
import type { SourceLine } from '../lines.ts'
import { traitsOf, type UnitTraits } from '../unit-traits.ts'

/**
 * The traits of a line, regardless of its neighbours. The features of the line and of its neighbours are computed from
 * them.
 */
export interface LineTraits extends UnitTraits {
  readonly sourceLine: SourceLine
  /** The number of words that consist only of letters, apart from punctuation around them. */
  readonly plainWordCount: number
  /** The number of English function words, such as "the", "of" and "is". */
  readonly functionWordCount: number
  readonly isPlainlyCode: boolean
  /** The text up to the first space. */
  readonly firstWord: string
}

/** Returns the traits of a line. */
export function lineTraitsOf(line: SourceLine): LineTraits {
  const text = line.text.slice(0, SEARCHED_LENGTH)
  const words = text.split(/\s+/)
  return {
    ...traitsOf({ type: 'text', lines: [line], text: line.text, marker: undefined }),
    text,
    sourceLine: line,
    wordCount: words.length,
    plainWordCount: words.filter((word) => PLAIN_WORD.test(word)).length,
    functionWordCount: words.filter((word) => FUNCTION_WORDS.has(word.toLowerCase().replace(/[^\p{L}']/gu, ''))).length,
    isPlainlyCode: isPlainlyCode(line),
    firstWord: words[0] ?? '',
  }
}

/** The number of characters of a line that are examined. */
const SEARCHED_LENGTH = 400

const PLAIN_WORD = /^["“‘'(]*\p{L}[\p{L}’'-]*["”’')]*[,.;:?!]?["”’')]*$/u

const FUNCTION_WORDS = wordSet(
  'a about after all also an and any are as at be because been before being between but by can could did do does during each for from ' +
    'had has have he her his how i if in into is it its just like may might more most must my no not of on only or other our over she ' +
    'should so some such than that the their them then there these they this those through to under us was we were what when where ' +
    'which while who why will with without would you your',
)
