// Recognises English sentences that depend on the sentence before them.

import { contentWords } from '../grammar/content-words.ts'
import { isExpletive } from '../grammar/english-expletive.ts'
import { plain } from '../grammar/english-words.ts'
import { isQuotation, withoutOpening } from '../grammar/quotation-marks.ts'
import { children, isFiniteVerb, predicateAt, rootOf, subtree, type Token, type Tree } from '../grammar/tree.ts'

/** Why a sentence *leans*: why a reader needs the sentence before it to understand it. */
export type Lean = 'connective' | 'pronoun' | 'demonstrative' | 'ellipsis'

/** Returns why an English sentence leans on the text before it; null if it makes sense by itself. */
export function leanOf(tree: Tree, text: string): Lean | null {
  // A quotation is shown as it was spoken.
  if (isQuotation(text)) return null
  if (connectiveIn(text) !== 0 || /^(?:and|or|but|nor|yet) /i.test(text)) return 'connective'
  // "Which, in turn, forms a cluster."
  if (/^(?:which|who|whose|whom)$/i.test(tree.tokens[0]?.text ?? '') && !/[?？]\W*$/u.test(text)) return 'connective'
  if (isDatedByBefore(tree)) return 'demonstrative'
  for (const token of tree.tokens) {
    // "the boats above", "as described below"
    if (/^(?:above|below)$/i.test(token.text) && /^(?:ADV|ADJ)$/.test(token.upos)) return 'demonstrative'
    const lean = pointerOf(tree, token, text)
    if (lean !== null) return lean
  }
  return isElliptical(tree) ? 'ellipsis' : null
}

/**
 * Returns the length, in UTF-16 code units, of a connective at the start of a sentence that can be dropped: 9 for
 * "However, it rains". Dropping it loses the link to the sentence before. -1 if the sentence is incomplete without it.
 */
export function connectiveIn(text: string): number {
  const [opening = '', words = '', mark = ''] = OPENING.exec(text) ?? []
  const isWhole = opening.length < text.length
  if (!isWhole) return 0
  const connective = plain(words)
  if (
    mark === ',' &&
    (CONNECTIVES.has(connective) ||
      (/^(?:and|but|so|or|yet) /.test(connective) && CONNECTIVES.has(connective.replace(/^\S+ /, ''))))
  )
    return opening.length
  const reason = REASON.exec(text)?.[0] ?? ''
  if (reason !== '') return reason.length
  const [joint = '', follows = ''] = JOINT.exec(text) ?? []
  if (joint !== '' && !DEPENDENT.has(follows.toLowerCase())) return joint.length
  return POINTERS.some((phrase) => text.toLowerCase().startsWith(phrase)) ? -1 : 0
}

/** Whether a sentence opens with words that announce another matter: "Finally, …", "Another improvement is …". */
export function addsMatter(text: string): boolean {
  const [, words = '', mark = ''] = OPENING.exec(text) ?? []
  return (mark === ',' && ADDITIVE.has(plain(words))) || FURTHER.test(text)
}

const ADDITIVE: ReadonlySet<string> = new Set([
  ...'finally lastly also moreover furthermore additionally besides plus meanwhile next second secondly third thirdly fourth'.split(
    ' ',
  ),
  ...['in addition', 'on top of that', "what's more", 'last but not least', 'and finally', 'and lastly', 'similarly'],
])
const FURTHER = /^(?:another|a (?:second|third|further)|others?|the (?:other|next|last|second|third)|also) /iu

/** Whether a text is only a connective: "For example:". */
export function isConnective(text: string): boolean {
  return CONNECTIVES.has(plain(text).replace(/[^\p{L}']+$/u, ''))
}

/** The words up to the first comma, at most five. */
const OPENING = /^((?:[\p{L}’'-]+ ){0,4}[\p{L}’'-]+)(,) /u

/** "That is why boats wait" claims that boats wait. */
const REASON = /^(?:that|this|which)(?: is|['’]s) why /iu

/**
 * In "But the gate held", what follows can be shown alone unless it begins with a word that depends on the sentence
 * before.
 */
const JOINT = /^(?:and|but|so|yet|plus) (?=([\p{L}’']+))/iu
const DEPENDENT = words(
  'if unless not no only for when what why how to with without then also even rather instead once far long much many that',
)

const CONNECTIVES: ReadonlySet<string> = new Set([
  ...'however but yet nevertheless nonetheless instead therefore thus hence so consequently then also otherwise meanwhile still rather'.split(
    ' ',
  ),
  ...'similarly likewise moreover furthermore additionally besides accordingly conversely alternatively yes no plus again too indeed'.split(
    ' ',
  ),
  ...'finally lastly first firstly second secondly third thirdly fourth next overall now well sure ok okay certainly importantly notably'.split(
    ' ',
  ),
  ...'unfortunately fortunately interestingly surprisingly crucially remember granted anyway'.split(' '),
  ...[
    'as a result',
    'as a consequence',
    'as such',
    'for example',
    'for instance',
    'in contrast',
    'by contrast',
    'in addition',
    'in turn',
    'in fact',
  ],
  ...[
    'on the other hand',
    'on the one hand',
    'that said',
    'even so',
    'in other words',
    'at the same time',
    'after all',
    'of course',
    'in short',
  ],
  ...[
    'in conclusion',
    'in summary',
    'to sum up',
    'last but not least',
    'first of all',
    'to begin with',
    'in particular',
    'more importantly',
  ],
  ...[
    'most importantly',
    'for one thing',
    'for starters',
    'not only that',
    'on top of that',
    "what's more",
    'in the meantime',
    'all in all',
  ],
  ...[
    'in general',
    'as always',
    'as usual',
    'as you can see',
    'as mentioned',
    'as noted',
    'to be clear',
    'in any case',
    'either way',
    'in practice',
  ],
  ...[
    'in this case',
    'in that case',
    'in this way',
    'with that in mind',
    'with this in mind',
    'because of this',
    'because of that',
    'for this reason',
  ],
  ...[
    'after that',
    'before that',
    'since then',
    'until then',
    'by then',
    'in both cases',
    'along the way',
    'long story short',
    'in a nutshell',
  ],
])

/** Openings that refer to the sentence before and cannot be dropped. */
const POINTERS = [
  'the same ',
  'all of this ',
  'all of these ',
  'all of that ',
  'for this ',
  'with this ',
  'with that ',
  'to this end',
  'to do this',
  'to do so',
  'the former',
  'the latter',
  'the other ',
  'the remaining ',
  'the rest ',
  'another ',
  'others ',
  'the answer is ',
  'the reason is ',
  'the result is ',
  'one of them ',
  'either of ',
  'some of them ',
  'most of them ',
  'both of ',
  'in both ',
  'so did ',
  'so does ',
  'so is ',
  'so are ',
  'neither ',
  'nor ',
  'hence ',
  'thus ',
  'therefore ',
]

/** Whether the date of a sentence depends on the sentence before: "Two years later, the lock reopened". */
function isDatedByBefore(tree: Tree): boolean {
  const root = rootOf(tree)
  const subject = children(tree, root).find((child) => /^(?:nsubj|expl)/.test(tree.tokens[child]?.relation ?? ''))
  const first = subject === undefined ? root : (subtree(tree, subject)[0] ?? root)
  return tree.tokens.slice(0, first).some(({ index, text, upos }) => {
    const next = plain(tree.tokens[index + 1]?.text ?? '')
    return upos === 'ADV' && LATER.has(plain(text)) && !/^(?:than|this|that|in|on|today)$/.test(next)
  })
}

const LATER = words('later afterwards afterward thereafter beforehand')

/** Whether a word refers to something that the sentence does not name before it. */
function pointerOf(tree: Tree, token: Token, text: string): Lean | null {
  const word = plain(token.text)
  if (!PERSONAL.has(word) && !DEMONSTRATIVES.has(word)) return null
  const before = tree.tokens.slice(0, token.index).filter((other) => !isInside(tree, token, other))
  if (PERSONAL.has(word) && /^PRP/.test(token.xpos)) {
    if (word === 'it' && (token.relation.startsWith('expl') || isExpletive(withoutOpening(text)))) return null
    return before.some((other) => couldBe(word, other)) ? null : 'pronoun'
  }
  if (DEMONSTRATIVES.has(word) && /^(?:DT|JJ|PDT)$/.test(token.xpos)) {
    const head = tree.tokens[token.head]
    const isDeterminer = head !== undefined && head.index > token.index && /^(?:NOUN|PROPN)$/.test(head.upos)
    // In "Waiting costs money, and that adds up", an earlier clause of the sentence says what is meant.
    if (!isDeterminer)
      return word === 'such' || isAntecedent(tree, token) || before.some(isFiniteVerb) ? null : 'demonstrative'
    if (TIMES.has(plain(head.text)) || (word === 'such' && plain(tree.tokens[token.index + 1]?.text ?? '') === 'as'))
      return null
    // In "those boats that leave", what follows says which ones.
    if (word !== 'this' && word !== 'these' && isAntecedent(tree, head)) return null
    const [noun] = contentWords(head.text)
    const isNamed = noun !== undefined && before.some((other) => contentWords(other.text).includes(noun))
    return isNamed ? null : 'demonstrative'
  }
  return null
}

const PERSONAL = words('it its itself they them their themselves he him his himself she her hers herself')
const DEMONSTRATIVES = words('this that these those such')
const TIMES = words(
  'year month week weekend day morning afternoon evening night quarter season summer winter spring autumn fall decade century time article post page guide release edition update',
)

const SEVERAL = words(
  'everyone everybody anyone anybody people nobody someone who each both some many most few several all others any team staff police crew company council government committee group family public',
)
const PERSONS = words(
  'man woman boy girl father mother who someone person son daughter brother sister wife husband doctor teacher author user customer patient',
)

/** Whether a pronoun could stand for a noun before it, by number and kind. */
function couldBe(word: string, other: Token): boolean {
  if (/^the(?:y|m|ir|mselves)$/.test(word) && other.relation === 'conj') return true
  if (/^(?:they|them|their|themselves)$/.test(word))
    return /^(?:NNP?S|CD)$/.test(other.xpos) || SEVERAL.has(plain(other.text))
  if (/^(?:he|him|his|himself|she|her|hers|herself)$/.test(word))
    return other.upos === 'PROPN' || PERSONS.has(plain(other.text))
  return /^(?:NN|NNP)$/.test(other.xpos) && other.upos !== 'PRON' && !/^obl:tmod/.test(other.relation)
}

/**
 * Whether a pronoun is part of the phrase around a noun and so cannot stand for it: "the voices in their heads", "the
 * features that they provide". In "sailors who lost their boats" and "a town with its lock" it can.
 */
function isInside(tree: Tree, pronoun: Token, noun: Token): boolean {
  const branch = branchUnder(tree, noun, pronoun)
  if (branch === undefined) return false
  const under = children(tree, branch.index).flatMap((child) => tree.tokens[child] ?? [])
  if (branch.relation.startsWith('nmod'))
    return under.some(({ relation, text }) => relation === 'case' && plain(text) !== 'with')
  const subject = under.find(({ relation }) => relation.startsWith('nsubj'))
  return branch.relation.startsWith('acl') && subject !== undefined && !subject.xpos.startsWith('W')
}

/** Returns the dependent of a word that a token is, or is under; undefined if there is none. */
function branchUnder(tree: Tree, { index }: Token, token: Token): Token | undefined {
  let at: Token | undefined = token
  while (at !== undefined && at.head !== index) at = tree.tokens[at.head]
  return at
}

/** Whether the following words say which one is meant: "that which leaves", "those who sail", "that of the lock". */
function isAntecedent(tree: Tree, token: Token): boolean {
  return (tree.dependents[token.index] ?? []).some(
    (child) => child > token.index && /^(?:acl|nmod)/.test(tree.tokens[child]?.relation ?? ''),
  )
}

/** Whether a sentence lacks its main verb: "Most do not." */
function isElliptical(tree: Tree): boolean {
  const { tokens } = tree
  if (isVerblessQuestion(tree)) return true
  const said = tokens.filter(({ upos }) => upos !== 'PUNCT')
  const last = said.findLast(({ text }) => !/^(?:not|n['’]t|either|too|so)$/i.test(text))
  return last !== undefined && last.upos === 'AUX' && !said.some(({ upos }) => upos === 'VERB')
}

/** Whether a text with a full stop is only a phrase with a preposition: "Like a card that lets us drive." */
export function isFragment(tree: Tree, text: string): boolean {
  const root = rootOf(tree)
  const first = children(tree, root)[0]
  const isPhrase = first !== undefined && first < root && tree.tokens[first]?.relation === 'case'
  return /[.!]["'”’)]*$/u.test(text) && isPhrase && !predicateAt(tree, root).some(isFiniteVerb)
}

/**
 * Whether a question has no verb of its own, so that only the text before explains it: "Those same members from whom he
 * differs?"
 */
function isVerblessQuestion(tree: Tree): boolean {
  const [first] = tree.tokens
  if (tree.tokens.at(-1)?.text !== '?' || first === undefined || /^(?:W|MD)/.test(first.xpos)) return false
  return !predicateAt(tree, rootOf(tree)).some(isFiniteVerb)
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
