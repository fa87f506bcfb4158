// Finds the nouns that an English sentence uses as if its reader knew what they refer to.

import { contentWords } from '../../grammar/content-words.ts'
import { dependentsOf, hasRelation, isNoun, type Token, type Tree } from '../../grammar/tree.ts'

/** A noun that a sentence uses to refer to something known: "the restriction", "these forces", "Bowers". */
export interface Reference {
  /** The stem of the noun (see `contentWords`). */
  readonly word: string
  readonly kind: 'the' | 'these' | 'name'
  /** True if neither an adjective nor another noun describes it. */
  readonly isUnmodified: boolean
  readonly isSubject: boolean
}

/**
 * Lists the references of a sentence, except those that the sentence itself explains ("the price of tea", "the boats
 * that left") or has already mentioned.
 */
export function referencesIn(tree: Tree): readonly Reference[] {
  const references: Reference[] = []
  const seen = new Set<string>()
  for (const token of tree.tokens) {
    if (!isNoun(token)) continue
    const [word] = contentWords(token.text)
    if (word === undefined || seen.has(word)) continue
    seen.add(word)
    const dependents = dependentsOf(tree, token.index)
    const kind = kindOf(token, dependents)
    if (kind === null) continue
    const isUnmodified = !dependents.some((each) => hasRelation(each, 'compound', 'amod', 'flat', 'appos'))
    references.push({ word, kind, isUnmodified, isSubject: token.relation.startsWith('nsubj') })
  }
  return references
}

function kindOf(token: Token, dependents: readonly Token[]): Reference['kind'] | null {
  if (token.upos === 'PROPN') return hasRelation(token, 'flat', 'compound') ? null : 'name'
  if (dependents.some((each) => each.index > token.index && hasRelation(each, 'nmod', 'acl'))) return null
  const determiner = dependents.find(({ index, text }) => index < token.index && DEFINITE.test(text))
  if (determiner === undefined) return null
  return /^the$/i.test(determiner.text) ? 'the' : 'these'
}

const DEFINITE = /^(?:the|this|that|these|those|such|both|another)$/i
