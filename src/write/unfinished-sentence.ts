// Recognises sentences that a list, a listing, a formula or a quotation finishes.

import type { Sentence } from '../model/outline.ts'

/**
 * Whether a sentence of prose ends without the punctuation of a finished sentence, or with a colon: "Your examples can
 * either".
 */
export function isUnfinished({ kind, text }: Sentence): boolean {
  return kind === 'prose' && !FINISHED.test(text) && !UNPUNCTUATED.test(text)
}

const FINISHED = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}"']*\s*$/u
/** Scripts whose sentences end without punctuation. */
const UNPUNCTUATED = /[\p{Script=Thai}\p{Script=Lao}][^:]*$/u
