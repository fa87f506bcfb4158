// Finds noun phrases that can be titles.

import { FUNCTION_WORDS, HEDGES, normaliseWord, SPEECH_VERBS } from '../grammar/english-words.ts'
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
import type { Span } from '../model/span.ts'
import { wordSet } from '../util/word-set.ts'
import { isAbsolute, isIndispensable, isNegation } from './qualifiers.ts'
import { splitsWord } from './sentence-cuts.ts'

/** The role of a phrase in its sentence: subject, object, a name inside another clause, or an action. */
export type NameForm = 'subject' | 'object' | 'name' | 'gerund'

/** A clause or noun phrase that can be a title, as offsets into its sentence. */
export interface TitleSpan {
  readonly span: Span
  readonly form: 'clause' | NameForm
}

/**
 * Lists the noun phrases that a sentence is about, with their dependents: the subjects, objects and complements of its
 * main clause, and of clauses that report or complete it.
 */
export function nounPhrasesOf(tree: Tree): readonly TitleSpan[] {
  const root = rootOf(tree)
  const heads = [
    ...tree.tokens
      .filter((each) => hasRelation(each, 'nsubj', 'obj') && !isInMinorClause(tree, each.index))
      .map(({ index }) => index),
    // "This is not a question of money" is not about a question of money.
    ...(tree.tokens[root]?.upos === 'NOUN' && !children(tree, root).some((child) => isNegation(tree.tokens[child]))
      ? [root]
      : []),
  ]
  return heads.flatMap((head): TitleSpan[] => {
    const token = tree.tokens[head]
    if (token === undefined || !isNoun(token)) return []
    const isRoot = head === root
    const words = wordsOf(tree, head, isRoot)
    if (isClausal(tree, head, words) || isSpeakerOrNegated(tree, token, isRoot)) return []
    if (isHalfPhrase(tree, words) || isTornFromVerb(tree, token, words)) return []
    const [start, end] = [startOf(words), words.findLast(({ upos }) => upos !== 'PUNCT')]
    if (start === undefined || end === undefined || FUNCTION_WORDS.has(normaliseWord(end.text))) return []
    if (splitsWord(tree, end.index)) return []
    const isShort = end.index - start.index < MIN_PHRASE_WORDS - (start.upos === 'DET' ? 1 : 2)
    return isShort ? [] : [{ span: [start.start, end.end], form: formOf(token, root, isRoot) }]
  })
}

/** Lists the words of a noun phrase, without the preposition before it. */
function wordsOf(tree: Tree, head: number, isRoot: boolean): readonly Token[] {
  const indexes = isRoot
    ? [
        head,
        ...children(tree, head)
          .filter((child) =>
            hasRelation(tree.tokens[child], 'det', 'amod', 'compound', 'nmod', 'acl', 'nummod', 'flat', 'case'),
          )
          .flatMap((child) => subtree(tree, child)),
      ].sort((a, b) => a - b)
    : subtree(tree, head)
  return indexes
    .flatMap((index) => tree.tokens[index] ?? [])
    .filter((word, index) => !(index === 0 && word.relation === 'case' && word.head === head))
}

function startOf(words: readonly Token[]): Token | undefined {
  return words.find(
    ({ upos, text }) => !/^(?:PUNCT|ADP|CCONJ|SCONJ|ADV)$/.test(upos) && !PREPOSITIONS.has(normaliseWord(text)),
  )
}

/**
 * Whether a phrase is more than a name: it contains a clause or a word such as "all", or depends on several
 * prepositions.
 */
function isClausal(tree: Tree, head: number, words: readonly Token[]): boolean {
  const prepositions = dependentsOf(tree, head).filter((each) => hasRelation(each, 'case', 'mark'))
  // In "according to the mayor" and "thanks to Ann Bell", the name depends on a preposition of several words.
  const isJoined = prepositions.length > 1
  const hasClause =
    words.some((word) => /^[,;:–—]$/.test(word.text) || isAbsolute(word)) ||
    words.some((word, index) => isFiniteVerb(word) && !words.slice(0, index).some(({ xpos }) => /^W/.test(xpos)))
  return isJoined || hasClause || /^(?:thanks|due)$/i.test(startOf(words)?.text ?? '')
}

/** Whether a phrase only names a speaker, or names something that its sentence negates. */
function isSpeakerOrNegated(tree: Tree, token: Token, isRoot: boolean): boolean {
  const isSubject = token.relation.startsWith('nsubj')
  const isSpeaker = isSubject && SPEECH_VERBS.has(normaliseWord(tree.tokens[token.head]?.text ?? ''))
  // "Do not jump into the final design" is a warning, so it is not about the final design.
  const siblings = dependentsOf(tree, token.head)
  const isAsserted = isSubject && !siblings.some(({ relation }) => relation.startsWith('expl'))
  return isSpeaker || (!isRoot && !isAsserted && siblings.some(isNegation))
}

/** Whether a phrase is only half of a larger one. */
function isHalfPhrase(tree: Tree, words: readonly Token[]): boolean {
  const start = startOf(words)
  // This excludes "the book-to- | bill ratio".
  const followsHyphen = start !== undefined && tree.tokens[start.index - 1]?.end === start.start
  // This excludes "how comprehensive | the coverage is".
  const hasInnerDeterminer = words.some((word, index) => word.upos === 'DET' && words[index - 1]?.upos === 'ADJ')
  const previous = tree.tokens[(start?.index ?? 0) - 1]
  // This excludes "about | a quarter of it".
  const isQualified = isNegation(previous) || (previous !== undefined && HEDGES.has(normaliseWord(previous.text)))
  return followsHyphen || hasInnerDeterminer || isQualified
}

/**
 * Whether a verb follows a subject that is not its own: the parser left it out of the phrase, as in "The reason the boats |
 * wait is that the lock is closed".
 */
function isTornFromVerb(tree: Tree, { relation, head }: Token, words: readonly Token[]): boolean {
  const next = tree.tokens[(words.at(-1)?.index ?? -1) + 1]
  return relation.startsWith('nsubj') && isFiniteVerb(next) && !predicateAt(tree, head).some((word) => word === next)
}

/**
 * Whether a word is part of a clause that only sets the scene, describes a noun or adds something: "the final moments"
 * in "Hamilton, who won | the final moments", or "both trains" in "when | both trains were late".
 */
function isInMinorClause(tree: Tree, index: number): boolean {
  const { head, relation = '' } = tree.tokens[index] ?? {}
  const governor = tree.tokens[head ?? -1]
  if (governor === undefined || governor.index === index) return false
  const dependents = dependentsOf(tree, index)
  const isMain =
    hasRelation({ relation }, 'nsubj', 'obj', 'ccomp', 'csubj', 'xcomp', 'parataxis') ||
    // "The plan is to build | a harbour" and "they came to build | a harbour" are both about the harbour.
    ((relation === 'acl' || relation === 'advcl') && dependents.some(({ xpos }) => xpos === 'TO')) ||
    (relation === 'conj' && dependents.some((dependent) => hasRelation(dependent, 'nsubj')))
  return !isMain || isInMinorClause(tree, governor.index)
}

function formOf({ relation, head }: Token, root: number, isRoot: boolean): NameForm {
  if (!isRoot && head !== root) return 'name'
  return relation.startsWith('nsubj') ? 'subject' : 'object'
}

/** Lists phrases that name an action: "Carrying the boat indoors takes two men". */
export function gerundsOf(tree: Tree): readonly TitleSpan[] {
  return tree.tokens.flatMap(({ index, xpos, relation, head }): TitleSpan[] => {
    // This excludes "replacing the staff" in "supplementing, not replacing, the staff".
    if (
      tree.tokens.slice(0, index).some(isIndispensable) ||
      dependentsOf(tree, index).some((each) => hasRelation(each, 'aux'))
    )
      return []
    if (isNegation(tree.tokens[index - 1]) || children(tree, index).some((child) => isNegation(tree.tokens[child])))
      return []
    if (xpos !== 'VBG' || !hasRelation({ relation }, 'csubj', 'advcl', 'acl', 'ccomp', 'xcomp', 'obj', 'nsubj', 'root'))
      return []
    const tokens = subtree(tree, index).flatMap((each) => tree.tokens[each] ?? [])
    // In "anyone | relying on it" and "they sailed on, | hoping for wind", the action belongs to its subject.
    const isMarked = children(tree, index).some(
      (child) => index - child <= MAX_MARK_DISTANCE && hasRelation(tree.tokens[child], 'mark', 'case'),
    )
    const isSubject = index === 0 && tree.tokens[(tokens.at(-1)?.index ?? 0) + 1]?.text !== ','
    if (hasRelation({ relation }, 'acl', 'advcl') && !isMarked && !isSubject) return []
    // In "a video shows a child | swimming", too. In "we love | swimming", it is the speakers'.
    if (hasRelation({ relation }, 'ccomp', 'xcomp') && !isMarked && head !== index - 1) return []
    const words = tokens.filter((token) => token.index >= index)
    const end = words.findLast(({ upos }) => upos !== 'PUNCT')
    const start = tree.tokens[index]
    if (PREPOSITIONS.has(normaliseWord(tree.tokens[index]?.text ?? ''))) return []
    const isPlain = !words.some((word) => /^[,;:–—-]$/.test(word.text) || isAbsolute(word) || isFiniteVerb(word))
    if (!isPlain || start === undefined || end === undefined || end.index - index < MIN_PHRASE_WORDS - 2) return []
    return FUNCTION_WORDS.has(normaliseWord(end.text)) ? [] : [{ span: [start.start, end.end], form: 'gerund' }]
  })
}

/**
 * A preposition stands directly before the action that it governs, or before an adverb: "by | slowly turning the
 * wheel".
 */
const MAX_MARK_DISTANCE = 2

/** Participles that serve as prepositions: "including the mayor". */
const PREPOSITIONS: ReadonlySet<string> = wordSet(
  'including excluding regarding concerning following according depending pending',
)

/**
 * The minimum number of words in a phrase that begins with a determiner, such as "the"; any other phrase needs one word
 * fewer. "The group" is a label, not a title.
 */
const MIN_PHRASE_WORDS = 4
