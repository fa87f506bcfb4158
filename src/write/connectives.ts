// Recognises connectives at the start of English sentences.

import { normaliseWord } from '../grammar/english-words.ts'
import { phraseSet } from '../util/word-set.ts'

/**
 * Returns the length, in UTF-16 code units, of a droppable connective at the start of a sentence, including the space
 * after it: 9 for "However, it rains". Returns 0 if there is none, and -1 if the sentence opens with words that refer
 * to the previous sentence and cannot be dropped.
 */
export function connectiveLength(text: string): number {
  const [opening = '', words = '', comma = ''] = OPENING.exec(text) ?? []
  if (opening.length === text.length) return 0
  const connective = normaliseWord(words)
  if (
    comma === ',' &&
    (CONNECTIVES.has(connective) ||
      (/^(?:and|but|so|or|yet) /.test(connective) && CONNECTIVES.has(connective.replace(/^\S+ /, ''))))
  )
    return opening.length
  const reason = REASON.exec(text)?.[0] ?? ''
  if (reason !== '') return reason.length
  if (REFERRING_OPENINGS.some((phrase) => text.toLowerCase().startsWith(phrase))) return -1
  const [conjunction = '', nextWord = ''] = CONJUNCTION.exec(text) ?? []
  return conjunction !== '' && !DEPENDENT_WORDS.has(nextWord.toLowerCase()) ? conjunction.length : 0
}

/** Whether a sentence opens with words that announce another subject: "Finally, …", "Another improvement is …". */
export function changesSubject(text: string): boolean {
  const [, words = '', comma = ''] = OPENING.exec(text) ?? []
  return (comma === ',' && ADDITIVE_WORDS.has(normaliseWord(words))) || FURTHER_OPENING.test(text)
}

/** Whether a sentence opens with words that set it against the text before it: "But the gate held". */
export function contrastsWithTextBefore(text: string): boolean {
  return CONTRAST_OPENING.test(text)
}

const CONTRAST_OPENING =
  /^(?:but|however|yet|nevertheless|nonetheless|instead|still|conversely|otherwise|in fact|in reality|in contrast|on the contrary|on the other hand)\b/iu

const ADDITIVE_WORDS = phraseSet(
  'finally|lastly|also|moreover|furthermore|additionally|besides|plus|meanwhile|next|second|secondly|third|' +
    "thirdly|fourth|in addition|on top of that|what's more|last but not least|and finally|and lastly|similarly",
)
const FURTHER_OPENING = /^(?:another|a (?:second|third|further)|others?|the (?:other|next|last|second|third)|also) /iu

/** Whether the text is only a connective: "For example:". */
export function isConnective(text: string): boolean {
  const words = normaliseWord(text).replace(/[^\p{L}']+$/u, '')
  return CONNECTIVES.has(words) || LIMITING_OPENINGS.has(words)
}

/** The words up to the first comma, at most five. */
const OPENING = /^((?:[\p{L}’'-]+ ){0,4}[\p{L}’'-]+)(,) /u

/** An opening that can be dropped: "That is why boats wait" claims that boats wait. */
const REASON = /^(?:that|this|which)(?: is|['’]s) why /iu

/**
 * A conjunction that can be dropped, as in "But the gate held", unless one of `DEPENDENT_WORDS` follows.
 */
const CONJUNCTION = /^(?:and|but|so|yet|plus) (?=([\p{L}’']+))/iu
const DEPENDENT_WORDS = phraseSet(
  'if|unless|not|no|only|for|when|what|why|how|to|with|without|then|also|even|rather|instead|once|far|long|much|' +
    'many|that',
)

const CONNECTIVES = phraseSet(
  'however|but|yet|nevertheless|nonetheless|instead|therefore|thus|hence|so|consequently|then|also|meanwhile|' +
    'still|rather|similarly|likewise|moreover|furthermore|additionally|besides|accordingly|conversely|' +
    'alternatively|yes|no|plus|again|too|indeed|finally|lastly|first|firstly|second|secondly|third|thirdly|fourth|' +
    'next|overall|now|well|sure|ok|okay|certainly|importantly|notably|unfortunately|fortunately|interestingly|' +
    'surprisingly|crucially|remember|granted|anyway|as a result|as a consequence|as such|for example|for instance|' +
    'in contrast|by contrast|in addition|in turn|in fact|on the other hand|on the one hand|that said|even so|' +
    'in other words|at the same time|after all|of course|in short|in conclusion|in summary|to sum up|' +
    'last but not least|first of all|to begin with|in particular|more importantly|most importantly|for one thing|' +
    "for starters|not only that|on top of that|what's more|in the meantime|all in all|in general|as always|" +
    'as usual|as you can see|as mentioned|as noted|to be clear|in any case|either way|in practice|in this way|' +
    'with that in mind|with this in mind|because of this|because of that|for this reason|after that|along the way|' +
    'long story short|in a nutshell',
)

/**
 * Openings that say when or in which case a sentence is true. Without them, the sentence would seem to be true in every
 * case.
 */
const LIMITING_OPENINGS = phraseSet(
  'otherwise|in this case|in that case|in both cases|until then|since then|by then|before that',
)

/** Openings that refer to the previous sentence and cannot be dropped. */
const REFERRING_OPENINGS = [
  ...LIMITING_OPENINGS,
  ...phraseSet(
    'the same |all of this |all of these |all of that |for this |with this |with that |to this end|to do this|' +
      'to do so|the former|the latter|the other |the remaining |the rest |another |others |the answer is |' +
      'the reason is |the result is |one of them |either of |some of them |most of them |both of |in both |so do |' +
      'so does |so did |so is |so are |so was |so were |so has |so have |so had |so can |so will |so would |neither |nor |hence |thus |therefore ',
  ),
]
