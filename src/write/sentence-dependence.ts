// Recognises English sentences that depend on the sentence before them.

import { contentWords } from '../grammar/content-words.ts'
import { MONTHS, normaliseWord, WEEKDAYS } from '../grammar/english-words.ts'
import { isQuotation } from '../grammar/quotation-marks.ts'
import {
  children,
  dependentsOf,
  hasRelation,
  isFiniteVerb,
  isNoun,
  predicateAt,
  rootOf,
  subtree,
  type Token,
  type Tree,
} from '../grammar/tree.ts'
import { wordSet } from '../util/word-set.ts'
import { connectiveLength } from './connectives.ts'

/**
 * Why a sentence cannot be understood without the one before it; `elsewhere` if it points at another place on the page,
 * so that even the sentence before it does not help.
 */
export type Dependence = 'connective' | 'pronoun' | 'demonstrative' | 'ellipsis' | 'elsewhere'

/** Returns why an English sentence depends on the text before it; null if it makes sense by itself. */
export function dependenceOf(tree: Tree, text: string): Dependence | null {
  // A quotation is shown as it was spoken.
  if (isQuotation(text)) return null
  if (connectiveLength(text) !== 0 || /^(?:and|or|but|nor|yet) /i.test(text)) return 'connective'
  // A relative clause by itself: "Which, in turn, forms a cluster."
  if (/^(?:which|who|whose|whom)$/i.test(tree.tokens[0]?.text ?? '') && !/[?？]\W*$/u.test(text)) return 'connective'
  if (tree.tokens.some(isElsewhere)) return 'elsewhere'
  if (isDatedByPrevious(tree) || /^here,/i.test(text)) return 'demonstrative'
  for (const token of tree.tokens) {
    const dependence = dependenceOfWord(tree, token)
    if (dependence !== null) return dependence
  }
  return isElliptical(tree) ? 'ellipsis' : null
}

/** Whether a word points at another place on the page: "the boats above", "as described below". */
function isElsewhere({ text, upos, relation }: Token): boolean {
  return /^(?:above|below|aforementioned)$/i.test(text) && /^AD[VJ]$/.test(upos) && relation !== 'case'
}

/** Whether the date of a sentence depends on the previous sentence: "Two years later, the lock reopened". */
function isDatedByPrevious(tree: Tree): boolean {
  const root = rootOf(tree)
  const subject = children(tree, root).find((child) => hasRelation(tree.tokens[child], 'nsubj', 'expl'))
  const first = subject === undefined ? root : (subtree(tree, subject)[0] ?? root)
  return tree.tokens.slice(0, first).some(({ index, text, upos }) => {
    const next = normaliseWord(tree.tokens[index + 1]?.text ?? '')
    return upos === 'ADV' && LATER_WORDS.has(normaliseWord(text)) && !/^(?:than|this|that|in|on|today)$/.test(next)
  })
}

const LATER_WORDS = wordSet('later afterwards afterward thereafter beforehand')

/**
 * Returns how a word refers to something that is not named earlier in its sentence; null if it does not.
 */
function dependenceOfWord(tree: Tree, token: Token): Dependence | null {
  const word = normaliseWord(token.text)
  if (PRO_FORMS.has(word)) return isOpenProForm(tree, token, word) ? 'ellipsis' : null
  if (!PERSONAL_PRONOUNS.has(word) && !DEMONSTRATIVES.has(word)) return null
  const before = tree.tokens.slice(0, token.index).filter((other) => !isInsidePhrase(tree, token, other))
  if (PERSONAL_PRONOUNS.has(word) && /^PRP/.test(token.xpos)) {
    if (word === 'it' && token.relation.startsWith('expl')) return null
    return before.some((other) => couldReferTo(word, other)) ? null : 'pronoun'
  }
  if (DEMONSTRATIVES.has(word) && /^(?:DT|JJ|PDT)$/.test(token.xpos)) {
    const head = tree.tokens[token.head]
    const isDeterminer = head !== undefined && head.index > token.index && isNoun(head)
    if (!isDeterminer)
      return word === 'such' || isSpecified(tree, token) || followsClause(tree, token) ? null : 'demonstrative'
    if (
      TIME_NOUNS.has(normaliseWord(head.text)) ||
      (word === 'such' && normaliseWord(tree.tokens[token.index + 1]?.text ?? '') === 'as')
    )
      return null
    // In "those boats that leave", the words that follow say which boats.
    if (word !== 'this' && word !== 'these' && isSpecified(tree, head)) return null
    const [noun] = contentWords(head.text)
    const isNamed = noun !== undefined && before.some((other) => contentWords(other.text).includes(noun))
    return isNamed ? null : 'demonstrative'
  }
  return null
}

/**
 * Whether an earlier clause of the sentence may say what a word means, as in "The boats wait, and that costs money".
 * The word's own clause, and the clauses that contain it, do not: "Prepare well for storms like this".
 */
function followsClause(tree: Tree, { index }: Token): boolean {
  const around = new Set<number>()
  let token = tree.tokens[index]
  while (token !== undefined && !opensClause(tree, token)) {
    token = tree.tokens[token.head]
    if (token !== undefined) for (const { index: part } of predicateAt(tree, token.index)) around.add(part)
  }
  return tree.tokens.slice(0, index).some((other) => isFiniteVerb(other) && !around.has(other.index))
}

/** Whether a word is the head of a clause beside another one, or of a finite adverbial clause. */
function opensClause(tree: Tree, token: Token): boolean {
  return (
    hasRelation(token, 'conj', 'parataxis') ||
    (hasRelation(token, 'advcl') && predicateAt(tree, token.index).some(isFiniteVerb))
  )
}

/** Words that can take the place of a noun, a time or a clause. */
const PRO_FORMS = wordSet('one so then')
/** Verbs after which "so" takes the place of a clause: "I do not think so". */
const SO_VERBS = wordSet('think thinks thought say says said hope hopes hoped believe believes believed')

/**
 * Whether a word takes the place of something that its sentence has not mentioned: "I have never repaired one", "the
 * council thinks so", "nobody had paid until then".
 */
function isOpenProForm(tree: Tree, token: Token, word: string): boolean {
  const before = tree.tokens.slice(0, token.index)
  const next = tree.tokens[token.index + 1]
  if (word === 'then')
    return token.relation === 'obl' && children(tree, token.index).length > 0 && !before.some(isFiniteVerb)
  if (word === 'so') {
    const verb = tree.tokens[token.index - 1]
    return verb !== undefined && SO_VERBS.has(normaliseWord(verb.text)) && (next === undefined || next.upos === 'PUNCT')
  }
  const isAlone = token.relation === 'obj' && children(tree, token.index).length === 0
  return isAlone && !before.some(({ upos }) => upos === 'NOUN' || upos === 'PROPN')
}

const PERSONAL_PRONOUNS = wordSet('it its itself they them their themselves he him his himself she her hers herself')
const DEMONSTRATIVES = wordSet('this that these those such')
const TIME_NOUNS = wordSet(
  'year month week weekend day morning afternoon evening night quarter season summer winter spring autumn fall decade century time article post page guide release edition update',
)

const PLURAL_NOUNS = wordSet(
  'everyone everybody anyone anybody people nobody someone who each both some many most few several all others any team staff police crew company council government committee group family public',
)
const PERSON_NOUNS = wordSet(
  'man woman boy girl father mother who someone person son daughter brother sister wife husband doctor teacher author user customer patient',
)

/** Whether a pronoun could refer to a noun before it, by number and kind. */
function couldReferTo(pronoun: string, noun: Token): boolean {
  if (/^the(?:y|m|ir|mselves)$/.test(pronoun) && noun.relation === 'conj') return true
  if (/^(?:they|them|their|themselves)$/.test(pronoun))
    return (
      /^NNP?S$/.test(noun.xpos) ||
      (noun.xpos === 'CD' && normaliseWord(noun.text) !== 'one') ||
      PLURAL_NOUNS.has(normaliseWord(noun.text))
    )
  if (/^(?:he|him|his|himself|she|her|hers|herself)$/.test(pronoun))
    return (noun.upos === 'PROPN' && !isDayOrMonth(noun)) || isPerson(noun)
  if (isPerson(noun)) return false
  return /^(?:NN|NNP)$/.test(noun.xpos)
}

const CALENDAR_NAMES = new Set([...WEEKDAYS, ...MONTHS].map(normaliseWord))

function isDayOrMonth({ text }: Token): boolean {
  return CALENDAR_NAMES.has(normaliseWord(text))
}

function isPerson({ text }: Token): boolean {
  return PERSON_NOUNS.has(normaliseWord(text))
}

/**
 * Whether a pronoun is part of the phrase around a noun and so cannot refer to it: "the voices in their heads", "the
 * features that they provide". In "sailors who lost their boats" and "a town with its lock", it can.
 */
function isInsidePhrase(tree: Tree, pronoun: Token, noun: Token): boolean {
  const branch = branchUnder(tree, noun, pronoun)
  if (branch === undefined) return false
  const dependents = dependentsOf(tree, branch.index)
  if (branch.relation.startsWith('nmod'))
    return dependents.some(({ relation, text }) => relation === 'case' && normaliseWord(text) !== 'with')
  const subject = dependents.find(({ relation }) => relation.startsWith('nsubj'))
  return branch.relation.startsWith('acl') && subject !== undefined && !subject.xpos.startsWith('W')
}

/** Returns the dependent of a word whose subtree contains a token; undefined if the token is not under the word. */
function branchUnder(tree: Tree, { index }: Token, token: Token): Token | undefined {
  let branch: Token | undefined = token
  while (branch !== undefined && branch.head !== index) branch = tree.tokens[branch.head]
  return branch
}

/**
 * Whether the words that depend on a word say which one is meant: "that which leaves", "those who sail", "that of the
 * lock".
 */
function isSpecified(tree: Tree, token: Token): boolean {
  return (tree.dependents[token.index] ?? []).some(
    (child) => child > token.index && hasRelation(tree.tokens[child], 'acl', 'nmod'),
  )
}

/** Whether a sentence lacks its main verb: "Most do not." */
function isElliptical(tree: Tree): boolean {
  const { tokens } = tree
  if (isVerblessQuestion(tree)) return true
  const wordTokens = tokens.filter(({ upos }) => upos !== 'PUNCT')
  const last = wordTokens.findLast(({ text }) => !/^(?:not|n['’]t|either|too|so)$/i.test(text))
  return last !== undefined && last.upos === 'AUX' && !wordTokens.some(({ upos }) => upos === 'VERB')
}

/** Whether words that end like a sentence are only a prepositional phrase: "Like a card that lets us drive." */
export function isFragment(tree: Tree, text: string): boolean {
  const root = rootOf(tree)
  const first = children(tree, root)[0]
  const isPhrase = first !== undefined && first < root && tree.tokens[first]?.relation === 'case'
  return /[.!]["'”’)]*$/u.test(text) && isPhrase && !predicateAt(tree, root).some(isFiniteVerb)
}

/**
 * Whether a question has no main verb, so that it makes sense only after the text before it: "Those same members from
 * whom he differs?"
 */
function isVerblessQuestion(tree: Tree): boolean {
  const [first] = tree.tokens
  if (tree.tokens.at(-1)?.text !== '?' || first === undefined || /^(?:W|MD)/.test(first.xpos)) return false
  return !predicateAt(tree, rootOf(tree)).some(isFiniteVerb)
}
