import { contentWords } from './content-words.ts'
import { plain } from './english-words.ts'
import { children, isFiniteVerb, type Token, type Tree } from './tree.ts'

/** What is read before a sentence, and what its readers know anyhow. */
export interface Background {
  readonly before: readonly string[]
  /** Names of what all of it is about. */
  readonly about: string
}

/**
 * Whether a sentence speaks of something by a word that only points at it: "this trick", "such changes", "we used it before",
 * where neither what is read before it nor its own beginning names that.
 */
export function pointsElsewhere(tree: Tree, background: Background): boolean {
  return tree.tokens.some((token) => POINTERS.some((points) => points(tree, token, background)))
}

/**
 * Whether the subject of a sentence is only the one thing of its kind that a sentence before it brings in: "The assertion was
 * bold", after "I made an assertion". `read` are the words that its readers have read.
 */
export function isNamedAgain(tree: Tree, earlier: readonly Tree[], read: readonly string[]): boolean {
  const subject = tree.tokens.find(({ relation, upos }) => /^nsubj/.test(relation) && upos === 'NOUN')
  if (subject === undefined || !/^the$/i.test(textAt(tree, subject.index - 1)) || subject.index > LATEST) return false
  const own = children(tree, subject.index)
  if (own.length !== 1 || /^['’]s?$/.test(textAt(tree, subject.index + 1))) return false
  const [word] = contentWords(subject.text)
  if (word === undefined || read.includes(word)) return false
  return earlier.some((each) =>
    each.tokens.some(
      ({ index, upos, text }) => upos === 'NOUN' && contentWords(text).includes(word) && isBroughtIn(each, index),
    ),
  )
}

/** A subject stands among the first words. */
const LATEST = 5

/** "an assertion", "the night bus service": by an article that is not definite, or by more than its noun. */
function isBroughtIn(tree: Tree, noun: number): boolean {
  return children(tree, noun).some((child) => {
    const { relation = '', text = '' } = tree.tokens[child] ?? {}
    return child < noun && (/^(?:an?|one|another)$/i.test(text) || /^(?:compound|amod|nmod:poss)/.test(relation))
  })
}

type Pointer = (tree: Tree, token: Token, background: Background) => boolean

const POINTERS: readonly Pointer[] = [isUnnamed, isUnsaid, isUnknown, isOther, isPair, isBareShare]

/** "this common trick": of a kind of thing that nothing names before. */
function isUnnamed(tree: Tree, { index, text, relation, head }: Token, background: Background): boolean {
  if (!DETERMINER.test(text) || !/^(?:det|amod|predet|det:predet)/.test(relation) || head <= index) return false
  if (/^such$/i.test(text) && plain(textAt(tree, index + 1)) === 'as') return false
  // "watches that change by the week"
  if (/^that$/i.test(text) && /^NN/.test(tree.tokens[index - 1]?.xpos ?? '')) return false
  const noun = nounOf(tree, head)
  if (noun === undefined || !/^(?:NOUN|PROPN)$/.test(noun.upos)) return false
  const word = plain(noun.text)
  const isNow = /^(?:this|these)$/i.test(text) && (SPELLS.test(word) || TEXTS.test(word))
  if (isNow || (/^th(?:at|ose)$/i.test(text) && isToldApart(tree, noun.index))) return false
  if (hasClauseBefore(tree, index) || isAnnounced(tree, head)) return false
  const words = contentWords(noun.text)
  const start = tree.tokens.slice(0, index).map((token) => token.text)
  const named = [...background.before, background.about, start.join(' ')].flatMap(contentWords)
  return !words.some((each) => named.includes(each))
}

const DETERMINER = /^(?:this|that|these|those|such)$/i

/** "this year" is now, and "this guide" what is read. */
const SPELLS =
  /^(?:year|month|week|weekend|day|morning|afternoon|evening|night|quarter|season|summer|winter|spring|autumn|fall|decade|century|era|time|point|moment)s?$/
const TEXTS = /^(?:article|chapter|deck|document|guide|page|paper|post|section|series|talk|tutorial)s?$/

/** "this kind of lock" is a lock. */
function nounOf(tree: Tree, index: number): Token | undefined {
  const token = tree.tokens[index]
  if (token === undefined || !/^(?:kind|sort|type|form|level|class)s?$/i.test(token.text)) return token
  const of = children(tree, index).find((child) => child > index && tree.tokens[child]?.relation === 'nmod')
  return of === undefined ? token : tree.tokens[of]
}

/** "those boats that leave", "that part of the lock" */
function isToldApart(tree: Tree, noun: number): boolean {
  return children(tree, noun).some((child) => child > noun && /^(?:acl|nmod)/.test(tree.tokens[child]?.relation ?? ''))
}

/** "these three rules:" */
function isAnnounced(tree: Tree, noun: number): boolean {
  return tree.tokens.slice(noun + 1).some(({ text }) => /^[:：]$/.test(text))
}

/** "We used this before the flood": a whole statement, or a thing, that nothing before it in the sentence says. */
function isUnsaid(tree: Tree, { index, text, upos, xpos }: Token): boolean {
  if (upos !== 'PRON' || xpos !== 'DT' || !/^(?:this|that|these|those)$/i.test(text)) return false
  const [last, next] = [tree.tokens[index - 1], tree.tokens[index + 1]]
  // "boats that sail", where the tree has missed the boats: what is pointed at is done, or stands behind a preposition.
  const isObject = last?.upos === 'ADP' || (last?.upos === 'VERB' && !/^(?:VERB|AUX)$/.test(next?.upos ?? ''))
  if (/^that$/i.test(text) && !isObject) return false
  // "those who sail", "that of the lock", "this: a lock"
  if (
    /^(?:who|whom|whose|which|that|of|with|without|in|on|at|from)$/i.test(next?.text ?? '') &&
    /^th(?:at|ose)$/i.test(text)
  )
    return false
  if (isToldApart(tree, index) || isAnnounced(tree, index)) return false
  // "before that gate": a noun follows that the tree has missed.
  if (next?.upos === 'NOUN' || next?.upos === 'PROPN') return false
  return !hasClauseBefore(tree, index)
}

/** "We may bring it back": a thing or a person that nothing before names. */
function isUnknown(tree: Tree, { index, text, relation }: Token, { before }: Background): boolean {
  if (index === 0 || !/^(?:it|its|itself|he|she|him|her|his|hers)$/i.test(text) || relation.startsWith('expl'))
    return false
  if (/^it$/i.test(text) && isExpletive(tree, index)) return false
  // "One day it stopped": the day did not.
  const start = tree.tokens.slice(0, index).filter((token) => isNominal(token) && !SPELLS.test(plain(token.text)))
  const isNamed = start.length > 0 || before.some((each) => /\p{L}{3}/u.test(each))
  return !isNamed
}

function isNominal(token?: Token): boolean {
  return token?.upos === 'NOUN' || token?.upos === 'PROPN'
}

/** "it takes time to …", "makes it easy to …", "when it comes to …" */
function isExpletive(tree: Tree, index: number): boolean {
  const before = plain(textAt(tree, index - 1))
  const after = tree.tokens.slice(index + 1).map(({ text }) => plain(text))
  const goesOn = after.slice(1).some((word) => /^(?:to|that|if|for|when|how|whether|who|because)$/.test(word))
  if (/^(?:comes|seems|turns|appears|takes|took|makes|helps|matters|depends|rains|means)$/.test(after[0] ?? ''))
    return true
  if (/^(?:make|makes|made|making|find|finds|found|finding|consider|keep|think)$/.test(before)) return goesOn
  return /^(?:is|was|'s|will|would|can|could|may|might|be|isn't|wasn't|has|had)$/.test(after[0] ?? '') && goesOn
}

/** "the other costs", "the others", "the latter" */
function isOther(tree: Tree, { index, text }: Token, background: Background): boolean {
  if (!/^the$/i.test(textAt(tree, index - 1))) return false
  const next = tree.tokens[index + 1]
  const start = tree.tokens.slice(0, index)
  if (/^(?:former|latter)$/i.test(text)) return !start.some(({ text }) => /^(?:and|or)$/i.test(text))
  if (/^others$/i.test(text)) return !start.slice(0, -1).some(isNominal)
  if (!/^other$/i.test(text) || next === undefined || !isNominal(next)) return false
  if (/^(?:side|hand|day|way|end|direction|thing|half|night|people)s?$/i.test(next.text)) return false
  const named = [...background.before, background.about, start.map((token) => token.text).join(' ')].flatMap(
    contentWords,
  )
  return !hasClauseBefore(tree, index) && !contentWords(next.text).some((word) => named.includes(word))
}

/** "Both are shut": which two? */
function isPair(tree: Tree, { index, text, relation }: Token, { before }: Background): boolean {
  if (!/^both$/i.test(text) || /^(?:cc|cc:preconj|det)$/.test(relation)) return false
  const isJoined = tree.tokens.some(({ text: word, index: at }) => at !== index && /^(?:and|&|or)$/i.test(word))
  if (isJoined || /^(?:the|of|my|our|your|their|its)$/i.test(textAt(tree, index + 1))) return false
  return !before.some((each) => /\b(?:and|or|two|both|versus|vs)\b|[,&]/i.test(each))
}

/** "Each has a lock", "Most did not": a share of what? "Some say" is of people. */
function isBareShare(tree: Tree, { index, text, relation, head }: Token, { before }: Background): boolean {
  if (index > 0 || !SHARES.test(text) || !relation.startsWith('nsubj')) return false
  const next = tree.tokens[index + 1]
  const verb = tree.tokens[head]
  const isOfPeople = /^(?:some|many|most|few|several)$/i.test(text) && SAYING.test(verb?.text ?? '')
  const isWhole = next !== undefined && (isFiniteVerb(next) || /^(?:AUX|VERB|ADV)$/.test(next.upos))
  return isWhole && !isOfPeople && before.length === 0
}

const SHARES = /^(?:each|none|some|many|most|few|several|neither|either)$/i
const SAYING =
  /^(?:say|said|think|thought|believe|believed|argue|argued|claim|claimed|fear|feared|hope|hoped|call|called)$/i

/** Whether something is said before a place that a pointer may point at: "The lock broke, and this …", "When the lock broke, that …". */
function hasClauseBefore(tree: Tree, index: number): boolean {
  const joint = tree.tokens
    .slice(0, index)
    .findLast(({ text, upos }) => /^(?:[,;:–—(]|--)$/.test(text) || upos === 'CCONJ' || upos === 'SCONJ')
  if (joint === undefined) return false
  const before = tree.tokens.slice(0, joint.index)
  // "I believe that this …" says nothing to point at.
  if (/^that$/i.test(joint.text) && before.length <= LONGEST_VIEW && /^(?:I|we|you)$/i.test(textAt(tree, 0)))
    return false
  return before.some(isFiniteVerb)
}

function textAt(tree: Tree, index: number): string {
  return tree.tokens[index]?.text ?? ''
}

/** In words: "we now think". */
const LONGEST_VIEW = 3
