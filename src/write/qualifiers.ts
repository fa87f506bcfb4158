// Words that limit a claim and must survive shortening.

import { HEDGES, NEGATIONS, normaliseWord } from '../grammar/english-words.ts'
import type { Token } from '../grammar/tree.ts'
import { wordSet } from '../util/word-set.ts'

/**
 * Whether a word must survive any shortening: a figure, a negation, or a word of doubt, condition, contrast or
 * attribution.
 */
export function isIndispensable(token: Token): boolean {
  const word = normaliseWord(token.text)
  return (
    restrictsClaim(token) ||
    ATTRIBUTION_WORDS.has(word) ||
    CONTRAST_WORDS.has(word) ||
    token.upos === 'NUM' ||
    /\p{Nd}/u.test(word)
  )
}

/** Whether a word before a clause limits its claim: "Sometimes the gate leaks" does not claim that the gate leaks. */
export function limitsClauseAfter(token: Token): boolean {
  return isIndispensable(token) || FREQUENCY_WORDS.has(normaliseWord(token.text))
}

/** Whether a word may limit every claim of its sentence: a word of condition, concession or attribution. */
export function limitsSentence({ text }: Token): boolean {
  const word = normaliseWord(text)
  return CONDITION_WORDS.has(word) || ATTRIBUTION_WORDS.has(word)
}

/**
 * Whether a word restricts a claim: a negation, a hedge, or another restriction such as "if", "only" or "according to".
 */
function restrictsClaim({ text }: Token): boolean {
  const word = normaliseWord(text)
  return NEGATIONS.has(word) || HEDGES.has(word) || RESTRICTIVE_WORDS.has(word)
}

export function isAbsolute({ text, xpos }: Token): boolean {
  return /^(?:JJS|RBS)$/.test(xpos) || ABSOLUTE_WORDS.has(normaliseWord(text))
}

export function isNegation(token: Token | undefined): boolean {
  return token !== undefined && NEGATIONS.has(normaliseWord(token.text))
}

const RESTRICTIVE_WORDS: ReadonlySet<string> = wordSet(
  'if unless until when once except only according provided although though while despite whether',
)

const FREQUENCY_WORDS: ReadonlySet<string> = wordSet(
  'sometimes often usually generally normally typically occasionally frequently mostly partly',
)

const CONDITION_WORDS: ReadonlySet<string> = new Set(['if', 'unless', 'until', 'provided', 'but', 'though', 'although'])

const CONTRAST_WORDS: ReadonlySet<string> = wordSet('but yet however whereas than instead rather although though')

/** Words such as "all" and "none". A claim that contains one may be true only with the words that follow. */
const ABSOLUTE_WORDS: ReadonlySet<string> = wordSet('all every each only no never none nothing always first any most')

const ATTRIBUTION_WORDS: ReadonlySet<string> = wordSet(
  'according reportedly allegedly apparently said say says told tell tells claim claims claimed argue argues argued reported estimate estimates estimated believe believes believed',
)

/** Words that may limit or complete what comes before them. A sentence is not cut directly before such a word. */
export const LIMITING_CONTINUATIONS: ReadonlySet<string> = wordSet(
  'if unless until except only than without rather as not nor whether that which who of or to per provided when before after',
)
