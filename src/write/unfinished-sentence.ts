// Recognises sentences that a list, a listing, a formula or a quotation finishes.

import { hasRelation, isFiniteVerb } from '../grammar/tree.ts'
import type { Sentence } from '../model/outline.ts'
import type { Context } from './context.ts'

/**
 * Whether a sentence of prose ends without the punctuation of a finished sentence, or with a colon: "Your examples can
 * either".
 */
export function isUnfinished({ kind, text }: Sentence): boolean {
  return kind === 'prose' && !FINISHED.test(text) && !UNPUNCTUATED.test(text)
}

/** The end of a sentence, with what may follow it: a quotation mark (in German “), an emoji, the number of a note. */
const FINISHED =
  /[\p{Sentence_Terminal}…](?:[\p{Pe}\p{Pf}\p{Pi}"'\s¹²³⁰-⁹]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|\[\d+\])*$/u
/** Scripts whose sentences end without punctuation. */
const UNPUNCTUATED = /[\p{Script=Thai}\p{Script=Lao}][^:]*$/u

/**
 * Whether an unfinished sentence may be shown as the lead of a list or a quotation. "Photo by Ada Marsh" and "The rules
 * are at https://example.org" only lack their full stop.
 */
export function leadsOn({ parse }: Context, { text }: Sentence): boolean {
  if (/[:：,，、]\s*$/u.test(text)) return true
  if (parse === null || /:\/\/\S*$/.test(text)) return false
  const { tokens } = parse(text)
  return tokens.some(isFiniteVerb) && tokens.some((token) => hasRelation(token, 'nsubj', 'expl'))
}
