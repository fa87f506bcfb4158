// Splits an English sentence into tokens.

import { splitWord } from './split-word.ts'

/** A token and its position in the text. */
export interface TokenSpan {
  /** The token itself: the characters of the sentence from `start` to `end`. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Splits a sentence into tokens, as in the English treebanks: clitics, punctuation marks, hyphens in compounds, `%` and
 * currency signs are separate tokens; abbreviations, numbers, addresses and code between backticks stay whole. Every
 * character that is not white space is in exactly one token.
 */
export function tokenize(text: string): readonly TokenSpan[] {
  const end = text.trimEnd().length
  return Array.from(text.matchAll(CODE_OR_WORD)).flatMap(({ 0: found, index }) => {
    if (found.startsWith('`') || found.length > MAX_WORD_LENGTH) return withPositions([found], index)
    return withPositions(splitWord(found, index + found.length === end ? 'last' : 'inside'), index)
  })
}

/** Up to 200 characters of code with their backticks, or a run without white space and backticks. */
const CODE_OR_WORD = /`[^`\n]{1,200}`|[^\s`]+|`+/g

/** In UTF-16 code units. Longer runs are not English words, and splitting them could take quadratic time. */
const MAX_WORD_LENGTH = 200

function withPositions(parts: readonly string[], start: number): readonly TokenSpan[] {
  let end = start
  return parts.map((text) => {
    const from = end
    end += text.length
    return { text, start: from, end }
  })
}
