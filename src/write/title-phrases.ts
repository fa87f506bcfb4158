// Finds the clauses and noun phrases of a sentence that can be titles.

import { FUNCTION_WORDS, normaliseWord, SPEECH_VERBS } from '../grammar/english-words.ts'
import {
  children,
  dependentsOf,
  hasRelation,
  isFiniteVerb,
  predicateAt,
  rootOf,
  subjectAt,
  subtree,
  type Token,
  type Tree,
} from '../grammar/tree.ts'
import { wordSet } from '../util/word-set.ts'
import { gerundsOf, nounPhrasesOf, type TitleSpan } from './noun-phrases.ts'
import { isIndispensable, limitsClauseAfter, limitsSentence } from './qualifiers.ts'
import { continuesList, isDroppableRest, REQUIRED_RELATIONS, splitsPhrase } from './sentence-cuts.ts'

/**
 * Lists the clauses and noun phrases of a sentence that can be titles, as offsets into the sentence. Clauses come
 * before noun phrases, and longer ones before shorter.
 */
export function titlePhrasesOf(tree: Tree, maxLength: number): readonly TitleSpan[] {
  // A question is never cut.
  if (/[?？]/.test(tree.tokens.findLast(({ upos }) => upos === 'PUNCT')?.text ?? '')) return []
  if (/^(?:if|unless|whether|although|though|while|whereas|despite)$/.test(normaliseWord(tree.tokens[0]?.text ?? '')))
    return []
  const clauses = [...verbsOf(tree), ...reportedClausesOf(tree)].flatMap((verb) => clauseSpans(tree, verb))
  const nounPhrases = [...nounPhrasesOf(tree), ...gerundsOf(tree)]
  const isShortEnough = ({ span: [start, end] }: TitleSpan) => end - start <= maxLength
  const inOrder = (parts: readonly TitleSpan[]) =>
    parts.filter(isShortEnough).toSorted((one, other) => sizeOf(other) - sizeOf(one))
  return [...inOrder(clauses).slice(0, MAX_PHRASES), ...inOrder(nounPhrases).slice(0, MAX_PHRASES)]
}

/** The maximum number of clauses, and of noun phrases. */
const MAX_PHRASES = 7

function sizeOf({ span: [start, end] }: TitleSpan): number {
  return end - start
}

/** Lists the heads of the clauses that the sentence itself asserts: its root and the clauses coordinated with it. */
function verbsOf(tree: Tree): readonly number[] {
  const root = rootOf(tree)
  const coordinated = children(tree, root).filter(
    (child) =>
      hasRelation(tree.tokens[child], 'conj', 'parataxis') &&
      isSeparateClause(tree, child) &&
      !children(tree, child).some((word) => tree.tokens[word]?.relation === 'mark'),
  )
  return root < 0 ? [] : [root, ...coordinated]
}

/**
 * Whether a clause is independent of the one before it. In "They have not ruled out | the boats could be old", no
 * punctuation separates the two, so the second may be the object of the first.
 */
function isSeparateClause(tree: Tree, clause: number): boolean {
  if (tree.tokens[clause]?.relation !== 'parataxis') return true
  const first = subtree(tree, clause)[0] ?? clause
  return tree.tokens[first]?.upos === 'PUNCT' || tree.tokens[first - 1]?.upos === 'PUNCT'
}

/**
 * Lists the heads of clauses that a sentence asserts through another clause: something its author learnt or found, or
 * the meaning of a fact. "We learned that | research takes time", "…, which means that | the quotas no longer fit".
 */
function reportedClausesOf(tree: Tree): readonly number[] {
  return tree.tokens.flatMap(({ index, head, relation }) => {
    const verb = tree.tokens[head]
    if (relation !== 'ccomp' || verb === undefined || verb.index > index) return []
    const dependents = dependentsOf(tree, head)
    const subject = dependents.find((child) => hasRelation(child, 'nsubj'))
    const subjectWord = normaliseWord(subject?.text ?? '')
    const isClaimed = /^(?:i|we)$/.test(subjectWord)
      ? DISCOVERY_VERBS.has(normaliseWord(verb.text))
      : MEANING_SUBJECTS.has(subjectWord) && MEANING_VERBS.has(normaliseWord(verb.text))
    return isClaimed && !dependents.some((child) => hasRelation(child, 'aux', 'advmod') && isIndispensable(child))
      ? [index]
      : []
  })
}

const DISCOVERY_VERBS: ReadonlySet<string> = wordSet(
  'learned learnt found discovered realized realised saw noticed know',
)

const MEANING_SUBJECTS: ReadonlySet<string> = new Set(['this', 'that', 'which', 'it'])

const MEANING_VERBS: ReadonlySet<string> = new Set(['means', 'meant', 'shows', 'showed'])

/**
 * Lists the versions of a clause that begin at its subject (in a command, at its verb) and end where only whole phrases
 * follow.
 */
function clauseSpans(tree: Tree, verb: number): readonly TitleSpan[] {
  const dependents = children(tree, verb)
  const subject = subjectAt(tree, verb)
  const isCommand = subject === undefined && verb === 0 && tree.tokens[verb]?.xpos === 'VB'
  if (
    SPEECH_VERBS.has(normaliseWord(tree.tokens[verb]?.text ?? '')) &&
    !dependents.some((child) => child > verb && hasRelation(tree.tokens[child], 'ccomp', 'obj', 'xcomp'))
  )
    return []
  if (!isCommand && (subject === undefined || !predicateAt(tree, verb).some(isFiniteVerb))) return []
  const first = subject === undefined ? verb : (subtree(tree, subject)[0] ?? subject)
  // A condition before the first clause applies to the coordinated clauses too.
  const isJoined = hasRelation(tree.tokens[verb], 'conj', 'parataxis')
  const opening = isJoined ? Math.min(first, subjectStart(tree)) : first
  const before = tree.tokens.slice(0, first)
  if (isJoined && before.some((token) => limitsSentence(token) && !isJoiningWord(token, verb))) return []
  // In "in three ways: they run longer trains", the clause is only one of several.
  if (tree.tokens.slice(0, opening).some(limitsClauseAfter) || before.some(({ text }) => text === ':')) return []
  // "In the case of a literal, we know its length" and "Knowing that, we can tell" are true only in that case.
  const limits = [
    ...(before.length > 0 ? [tree.tokens[0]] : []),
    ...dependents
      .filter((child) => child < first && hasRelation(tree.tokens[child], 'obl', 'advcl'))
      .map((child) => tree.tokens[subtree(tree, child)[0] ?? child]),
  ]
  if (
    limits.some(
      (token) =>
        token !== undefined && (SETTING_PREPOSITIONS.has(normaliseWord(token.text)) || /^VB[GN]$/.test(token.xpos)),
    )
  )
    return []
  const lastNeeded = Math.max(
    verb,
    ...dependents.filter((child) => REQUIRED_RELATIONS.test(tree.tokens[child]?.relation ?? '')),
  )
  const start = tree.tokens[first]
  return tree.tokens.slice(lastNeeded).flatMap((last): TitleSpan[] => {
    if (start === undefined || last.upos === 'PUNCT' || FUNCTION_WORDS.has(normaliseWord(last.text))) return []
    const rest = tree.tokens.slice(last.index + 1)
    if (rest.length > 0 && rest[0]?.upos !== 'PUNCT' && last.index - first < MIN_CLAUSE_WORDS - 1) return []
    const isSplit =
      splitsPhrase(tree, first, last.index) || continuesList(tree, rest, { last: last.index, withVerbs: false })
    // A clause that contains a punctuation mark must end at one, or it would end inside an aside.
    const hasPunctuation = tree.tokens.slice(first, last.index).some(({ text }) => /^[,;:–—-]$/.test(text))
    if (hasPunctuation && rest.length > 0 && rest[0]?.upos !== 'PUNCT') return []
    if (hasPunctuation && tree.tokens[last.index - 1]?.upos === 'CCONJ') return []
    // In "All gates – and those under way – are free", the clause does not begin inside the aside.
    if (before.filter(isDash).length % 2 === 1 && tree.tokens.slice(first, last.index).some(isDash)) return []
    // The text after a colon is kept whole.
    const isList = tree.tokens.slice(first, last.index).some(({ text }) => text === ':')
    if (isList && rest.some(({ upos }) => upos !== 'PUNCT')) return []
    return !isSplit && isDroppableRest(tree, rest, { last: last.index, isTitle: true })
      ? [{ span: [start.start, last.end], form: 'clause' }]
      : []
  })
}

function isDash({ text }: Token): boolean {
  return /^(?:[–—-]|--)$/.test(text)
}

/** Prepositions that open a sentence and limit where, when or for whom it is true. */
const SETTING_PREPOSITIONS: ReadonlySet<string> = wordSet(
  'in for with within under at on during among without inside outside',
)

/** The minimum number of words in a clause that is cut off where no punctuation follows. */
const MIN_CLAUSE_WORDS = 5

/** Whether a word joins a clause to the one before it: "…, but | the lock held". */
function isJoiningWord({ upos, head }: Token, verb: number): boolean {
  return upos === 'CCONJ' && head === verb
}

/** Returns the index of the first word of the sentence's subject; 0 if it has none. */
function subjectStart(tree: Tree): number {
  const subject = subjectAt(tree, rootOf(tree))
  return subject === undefined ? 0 : (subtree(tree, subject)[0] ?? subject)
}
