import { plain } from './english-words.ts'
import { isFiniteVerb, type Token, type Tree } from './tree.ts'

/** Whether a sentence leaves out what only the one before it says: "Neither did the town", "Others do not", "So is the gate". A step of a story leaves out why. */
export function isElliptical(tree: Tree, sentence: string): boolean {
  return ANSWERS.test(sentence) || CLOSES.test(sentence) || endsInHelper(tree) || isStep(tree)
}

/** What answers, adds to or turns against a sentence before it. A question is no such answer. */
const ANSWERS =
  /^(?:(?:then again|and|but|or|well|still|however|likewise),? )?(?:so|nor|neither) (?:am|is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\b(?!.*\?$)|^(?:then again|even then|even so|either way|ever since|since then|until then|by then|back then|from (?:there|then)|as such|vice versa|ditto|once again|again),? |^(?:or|nor),? (?!else\b)|^if (?:no|not|yes),|^also\b|^then (?!again\b)|^(?:analogous|corresponding|equivalent|similar) (?!to\b)\p{L}+|^the (?:first|second|third|fourth|last|next|other|final)(?: one)? (?:is|was|are|were)\b|^the (?:second|third|fourth|next|other|final) (?:issue|part|point|problem|question|reason|thing) (?:is|was)\b|^(?:all|both|each|few|many|most|neither|none|one|several|some|two|three) of (?:them|these|those|us|which)\b|^the same\b(?!.* as\b)|^(?:each|either|neither|this|that) one\b|^next,? (?:I|it|one|the|we|you)\b|^(?:and |but )?(?:doing so|if so|if not|in the above|the above)\b|^the (?:answer|reason|result|upshot|catch) (?:is|was)\b|^(?:no|true|right|exactly|correct|of course not|not (?:really|quite|exactly|necessarily)|fair enough|granted|agreed)[,.!]|^not (?:so|only that|that)\b|^the (?:same|opposite|reverse|contrary|exception)(?: \p{L}+)? (?:is|was|are|goes|went|applies|applied|holds|happens|happened|can be said)\b|^same (?:goes|here|with|for)\b|^(?:an|the) (?:alternative|exception|opposite) (?:is|was|would be)\b/iu

/** "…, however", "take a look at the other costs too", "a rope instead would be dear" */
const CLOSES =
  /^(?:(?!\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|should)\b|[,;:]).)*\binstead (?!of\b)|\binstead (?:are|can|get|got|had|has|have|is|must|need|should|use|was|were|will)\b|\beither,|\bthe (?:first|second|third|former|latter)(?=,)|\b(?:an?other|few|four|five|many|one|several|some|three|two) more\W*$|(?:, (?:though|however|then|instead|either|too|anyway)| (?:too|as well|either|instead))\W*$/i

/** "Most do not.", "But few could": a helping verb without the verb that it helps. */
function endsInHelper({ tokens }: Tree): boolean {
  const words = tokens.filter(({ upos }) => upos !== 'PUNCT')
  const kept = words.slice(0, words.findLastIndex(({ text }) => !/^(?:not|n't|n’t|either|too|so)$/i.test(text)) + 1)
  const last = kept.at(-1)
  if (last === undefined || !HELPERS.has(plain(last.text)) || !isFiniteVerb(last)) return false
  return !kept.slice(0, -1).some(isOfMatter)
}

/** Not the "lived" of "a long-lived stream". */
function isOfMatter(token: Token): boolean {
  return (token.upos === 'VERB' || isFiniteVerb(token)) && !/^(?:amod|compound)/.test(token.relation)
}

const HELPERS: ReadonlySet<string> = new Set(
  'am is are was were do does did has have had can could will would shall should may might must ca wo'.split(' '),
)

/** "I went back to the lock": one step of a story, of which only the one before it tells why. */
function isStep({ tokens }: Tree): boolean {
  const words = tokens.filter(({ upos }) => upos !== 'PUNCT')
  const isMine = words[0]?.text === 'I' && words.slice(1, 3).some(({ xpos }) => xpos === 'VBD')
  return isMine && words.length <= LONGEST_STEP
}

/** In words: what says more tells of the matter. */
const LONGEST_STEP = 9
