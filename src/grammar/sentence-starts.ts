// Finds the beginnings of sentences in a line.

import { hasLetterOrDigit } from '../util/letters-and-digits.ts'
import { runInItemStarts } from './run-in-list.ts'
import { isBoundary } from './sentence-boundary.ts'
import type { Conventions } from './sentence-conventions.ts'

/**
 * Finds the words that begin a sentence in a line of text whose writing system has capitals and spaces, and returns their indexes, from
 * 0, in ascending order.
 */
export function sentenceStarts(words: readonly string[], conventions: Conventions): readonly number[] {
  const items = runInItemStarts(words)
  const starts = [0]
  // The index of the last word that is not a note or an ornament after a sentence.
  let last = 0
  for (let index = 1; index < words.length; index += 1) {
    if (isTrailer(words[index] ?? '')) continue
    const context = {
      before: words[last - 1] ?? '',
      word: words[last] ?? '',
      after: words.slice(index, index + LOOK_AHEAD),
      isFirst: starts.at(-1) === last,
    }
    if (items.has(index) || isBoundary(context, conventions)) starts.push(index)
    last = index
  }
  return starts
}

/** The number of words after a boundary that are examined: enough for a speaker's first and last name and a verb of speech. */
const LOOK_AHEAD = 3

/** Whether a word belongs to the sentence before it: [17], [...], ***, an emoji. */
function isTrailer(word: string): boolean {
  if (word.length > MAX_TRAILER_LENGTH) return false
  return NOTE_MARK.test(word) || (ORNAMENT.test(word) && !hasLetterOrDigit(word))
}

const NOTE_MARK = /^\[[\d\s,–.…\][-]+\]$/

const ORNAMENT = /^[*)\]}”»\p{Extended_Pictographic}]/u

const MAX_TRAILER_LENGTH = 24
