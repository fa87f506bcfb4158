// Divides a long sentence into its main clauses, each of which can be a separate point.

import { normaliseWord } from '../grammar/english-words.ts'
import { hasQuotation } from '../grammar/quotation-marks.ts'
import {
  children,
  dependentsOf,
  hasRelation,
  isFiniteClause,
  isFiniteVerb,
  predicateAt,
  rootOf,
  subjectAt,
  subtree,
  type Token,
  type Tree,
} from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'
import { wordSet } from '../util/word-set.ts'
import { isBalanced } from './balanced-brackets.ts'

/** The minimum number of words in a clause that becomes a point. */
const MIN_CLAUSE_WORDS = 4

/**
 * Divides a sentence into its main clauses: "Glass is cheap | and anyone can cut it". Returns their spans, without the
 * "and" between them; none if there is only one clause, or if words of one clause may apply to another.
 */
export function clausesOf(tree: Tree, sentence: string): readonly Span[] {
  const root = rootOf(tree)
  if (
    /[?？…]/.test(sentence) ||
    hasQuotation(sentence) ||
    /\bnot only\b/i.test(sentence) ||
    limitsAllClauses(tree, root)
  )
    return []
  const joined = children(tree, root).filter((child) => hasRelation(tree.tokens[child], 'conj', 'parataxis'))
  const clauses = joined.filter((child) => isFullClause(tree, child))
  const starts = clauses.map((clause) => startOf(tree, clause))
  const first = tree.tokens[0]
  const last = tree.tokens.at(-1)
  if (first === undefined || last === undefined || clauses.length === 0 || starts.includes(null)) return []
  const spans = [{ start: first.start, end: first.start }, ...starts.flatMap((start) => start ?? [])].map(
    ({ start }, index): Span => [start, starts[index]?.end ?? last.end],
  )
  return spans.every(([start, end]) => isPoint(tree, sentence, [start, end])) ? spans : []
}

/**
 * Whether words of the first clause may apply to the clauses after it: something before its subject, as in "In May it
 * opened, and it closed in June", a verb of saying or thinking, or a choice ("or").
 */
function limitsAllClauses(tree: Tree, root: number): boolean {
  const subject = subjectAt(tree, root)
  if (subject === undefined || !predicateAt(tree, root).some(isFiniteVerb)) return true
  const opening = tree.tokens.slice(0, subtree(tree, subject)[0] ?? subject)
  return (
    opening.some(({ upos, relation }) => !/^(?:CCONJ|PUNCT)$/.test(upos) && relation !== 'advmod') ||
    dependentsOf(tree, root).some((each) => hasRelation(each, 'ccomp', 'csubj')) ||
    tree.tokens.some(({ text }) => CHOICES_AND_CONDITIONS.has(normaliseWord(text)))
  )
}

const CHOICES_AND_CONDITIONS: ReadonlySet<string> = wordSet('or nor if unless until whether either neither both')

function isFullClause(tree: Tree, clause: number): boolean {
  return (
    isFiniteClause(tree, clause) && !children(tree, clause).some((child) => tree.tokens[child]?.relation === 'mark')
  )
}

/**
 * Returns where a clause starts, without "and", and where the clause before it ends; null if nothing marks the
 * boundary. It is marked by a comma with a conjunction, a semicolon, a colon or a dash.
 */
function startOf(tree: Tree, clause: number): { readonly start: number; readonly end: number } | null {
  const words = subtree(tree, clause).flatMap((index) => tree.tokens[index] ?? [])
  const firstWord = words.find(({ upos }) => upos !== 'PUNCT')
  const opening = firstWord && tree.tokens.slice(0, firstWord.index).findLast(({ upos }) => upos !== 'PUNCT')
  if (firstWord === undefined || opening === undefined) return null
  const marks = tree.tokens.slice(opening.index + 1, firstWord.index).map(({ text }) => text)
  const conjunction = firstWord.upos === 'CCONJ' || SO.test(firstWord.text) ? firstWord : null
  const isMarked = conjunction === null ? marks.some((mark) => /^[;:–—]$/.test(mark)) : marks.length > 0
  if (!isMarked) return null
  const start = conjunction !== null && /^and$/i.test(conjunction.text) ? nextWord(tree, conjunction) : firstWord
  return start === undefined ? null : { start: start.start, end: opening.end }
}

/** "So" is tagged as an adverb. */
const SO = /^so$/i

function nextWord(tree: Tree, token: Token): Token | undefined {
  return tree.tokens.slice(token.index + 1).find(({ upos }) => upos !== 'PUNCT')
}

function isPoint(tree: Tree, sentence: string, [start, end]: Span): boolean {
  const words = tree.tokens.filter((token) => token.start >= start && token.end <= end && token.upos !== 'PUNCT')
  return words.length >= MIN_CLAUSE_WORDS && isBalanced(sentence.slice(start, end))
}
