// Counts the words that a speaker reads aloud.

import type { PassageKind } from '../model/article.ts'
import { isSpoken } from '../model/pace.ts'
import { citedKeysIn } from './citations.ts'
import { countWords } from './count-words.ts'

/** Counts the words of sentences that are read aloud, leaving out citations such as "[smith2020]". */
export function countSpokenWords(
  sentences: readonly { readonly kind: PassageKind; readonly text: string }[],
  language: string,
): number {
  return sentences.reduce((sum, { kind, text }) => sum + (isSpoken(kind) ? spokenWordsIn(text, language) : 0), 0)
}

function spokenWordsIn(text: string, language: string): number {
  return citedKeysIn(text).reduce(
    (count, span) => count - countWords(text.slice(...span), language),
    countWords(text, language),
  )
}
