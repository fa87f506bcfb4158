// Finds what a sentence says after the clause that becomes a slide's title.

import { normaliseWord } from '../grammar/english-words.ts'
import { isFiniteClause, isFiniteVerb, subtree, type Tree } from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'

/**
 * Finds the clause after offset `end`, where a title ends: "We will end support | because it is a risk to privacy". It
 * can be the first point under that title. Returns its span in the sentence, without "and" or "so"; null if something
 * else follows.
 */
export function remainderAfter(tree: Tree, end: number): Span | null {
  const rest = tree.tokens.filter(({ start }) => start >= end)
  const [mark, ...others] = rest
  const last = rest.at(-1)
  if (mark === undefined || last === undefined) return null
  const words = mark.upos === 'PUNCT' ? others : rest
  const first = words[0]
  if (first === undefined || isFiniteVerb(first) || !/^[\p{L}\p{N}]/u.test(first.text)) return null
  const word = normaliseWord(first.text)
  if (/^(?:and|so)$/.test(word)) {
    // Without a comma, "and" may join two nouns: "It is unlikely that the party | and its members have changed".
    const start = words[1]
    return mark.upos === 'PUNCT' &&
      start !== undefined &&
      // "So that anyone can check it" is an aim.
      normaliseWord(start.text) !== 'that' &&
      isVerbOfDependentClause(tree, first.head, end) &&
      clauseStart(tree, first.head) === start.index
      ? [start.start, last.end]
      : null
  }
  // An adverb may precede the conjunction, as in "primarily because it is a risk".
  const conjunction = words.slice(0, 2).find(({ text }) => CONJUNCTIONS.has(normaliseWord(text)))
  if (conjunction !== undefined && (conjunction === first || first.upos === 'ADV'))
    return isVerbOfDependentClause(tree, conjunction.head, end) ? [first.start, last.end] : null
  if (!/^[;:–—-]$/.test(mark.text)) return null
  const verb = words.find(({ index }) => isVerbOfDependentClause(tree, index, end))
  return verb !== undefined && clauseStart(tree, verb.index) === first.index ? [first.start, last.end] : null
}

/**
 * Finds what a sentence says of the noun phrase that ends at offset `end` and is its subject: "The problem with the
 * studios is that | bonuses drive them". Returns the span of the clause in the sentence; null if something else follows.
 */
export function complementAfter(tree: Tree, end: number): Span | null {
  const [verb, conjunction, first] = tree.tokens.filter(({ start }) => start >= end)
  const last = tree.tokens.at(-1)
  if (!/^(?:is|was)$/.test(verb?.text ?? '') || conjunction?.text !== 'that' || conjunction.relation !== 'mark')
    return null
  const isComplete = isFiniteClause(tree, conjunction.head) && first !== undefined && last !== undefined
  return isComplete ? [first.start, last.end] : null
}

/** Conjunctions that a point can begin with. "Since" may be a time. */
const CONJUNCTIONS: ReadonlySet<string> = new Set(['because', 'but'])

/**
 * Whether the word at `index` is the verb of a clause after `end` that has its own subject and depends on a word before
 * `end`.
 */
function isVerbOfDependentClause(tree: Tree, index: number, end: number): boolean {
  const verb = tree.tokens[index]
  const head = tree.tokens[verb?.head ?? -1]
  return (
    verb !== undefined && head !== undefined && verb.start >= end && head.start < end && isFiniteClause(tree, index)
  )
}

/** Returns the index of the first word of a clause, without the conjunction or punctuation before it. */
function clauseStart(tree: Tree, verb: number): number | undefined {
  return subtree(tree, verb).find((index) => {
    const { upos = '', text = '' } = tree.tokens[index] ?? {}
    return !/^(?:PUNCT|CCONJ)$/.test(upos) && normaliseWord(text) !== 'so'
  })
}
