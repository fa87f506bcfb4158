import { splitWord } from './word.ts'

/** A stretch of a text that is one token. */
export interface Piece {
  /** Equals `text.slice(start, end)`. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * The tokens of one sentence, as the treebanks of English have them: clitics, punctuation, the hyphens of compounds,
 * `%` and currency signs stand apart; abbreviations, numbers, addresses and code between backticks stay whole.
 * All that is not white space is in exactly one token.
 */
export function tokenize(text: string): readonly Piece[] {
  const end = text.trimEnd().length
  return Array.from(text.matchAll(CODE_OR_WORD)).flatMap(({ 0: found, index }) => {
    if (found.startsWith('`') || found.length > LONGEST_WORD) return placed([found], index)
    return placed(splitWord(found, index + found.length === end ? 'last' : 'inside'), index)
  })
}

/** Up to 200 characters of code with their backticks, or a run of neither white space nor backticks. */
const CODE_OR_WORD = /`[^`\n]{1,200}`|[^\s`]+|`+/g

/** Longer runs are no words of English; looking inside them could take the square of their length. */
const LONGEST_WORD = 200

function placed(parts: readonly string[], start: number): readonly Piece[] {
  let end = start
  return parts.map((text) => {
    const from = end
    end += text.length
    return { text, start: from, end }
  })
}
