// Finds what a pronoun at the start of a sentence refers to.

import { normaliseWord } from '../grammar/english-words.ts'
import { children, hasRelation, isNoun, rootOf, subtree, type Token, type Tree } from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'

/** A pronoun that opens a sentence, and what it refers to; each as offsets into the sentence that contains it. */
export interface Referent {
  readonly pronoun: Span
  readonly name: Span
}

/**
 * Returns what the subject pronoun at the start of an English sentence refers to: the subject of the previous sentence,
 * if that is short and agrees with the pronoun. Null if in doubt, for example if that subject is a pronoun too or is
 * indefinite.
 */
export function referentOf(tree: Tree, before: Tree): Referent | null {
  const [first] = tree.tokens
  if (first === undefined || !hasRelation(first, 'nsubj') || first.head !== rootOf(tree)) return null
  const pronoun = normaliseWord(first.text)
  if (!PRONOUNS.has(pronoun) || /^['’]/.test(tree.tokens[1]?.text ?? '')) return null
  const subject = children(before, rootOf(before)).find((child) => hasRelation(before.tokens[child], 'nsubj'))
  const head = before.tokens[subject ?? -1]
  if (subject === undefined || head === undefined || !isNoun(head)) return null
  const droppedWords = new Set(
    children(before, subject)
      .filter((child) => hasRelation(before.tokens[child], 'acl', 'appos', 'parataxis', 'punct'))
      .flatMap((child) => subtree(before, child)),
  )
  const words = subtree(before, subject)
    .filter((index) => !droppedWords.has(index))
    .flatMap((index) => before.tokens[index] ?? [])
  const [start, end] = [words[0], words.at(-1)]
  const isContiguous = start !== undefined && end !== undefined && end.index - start.index + 1 === words.length
  if (!isContiguous || words.length > MAX_NAME_WORDS || !agrees(pronoun, head, words, before)) return null
  // This excludes half of a name: "the harbour manager | Ann Bell".
  const isHalfName = end !== undefined && isNoun(before.tokens[end.index + 1])
  if (isHalfName || !isDefinite(words)) return null
  return { pronoun: [first.start, first.end], name: [start.start, end.end] }
}

/**
 * "It" is left out: in 22 of 70 labelled sentences, it referred to something other than the subject of the previous
 * sentence. The other pronouns did so in only 5 of 63.
 */
const PRONOUNS: ReadonlySet<string> = new Set(['they', 'he', 'she'])
const MAX_NAME_WORDS = 6

function agrees(pronoun: string, head: Token, words: readonly Token[], { dependents, tokens }: Tree): boolean {
  const isPlural =
    /S$/.test(head.xpos) || (dependents[head.index] ?? []).some((child) => tokens[child]?.relation === 'conj')
  const isPerson =
    head.upos === 'PROPN' &&
    !/^the$/i.test(words[0]?.text ?? '') &&
    words.every(({ upos, text }) => upos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(text))
  if (pronoun === 'they') return isPlural
  return isPerson && words.length <= 3
}

/**
 * Whether a phrase is a name, is definite or is plural: "Ada Marsh", "the gate", "our team", "boats". "One of the
 * gates" is not.
 */
function isDefinite([first]: readonly Token[]): boolean {
  if (first === undefined) return false
  return first.upos === 'PROPN' || /^(?:the|our|my|your)$/i.test(first.text) || first.xpos === 'NNS'
}
