// Dependency trees of sentences.

/** A word, punctuation mark or clitic of a sentence, with its tags and its head. */
export interface Token {
  /** The index of the token in `Tree.tokens`. */
  readonly index: number
  /** The token as written: the characters of the parsed text from `start` to `end`. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** The universal part-of-speech tag, such as `NOUN` or `VERB`. */
  readonly upos: string
  /** The Penn Treebank tag, such as `VBD` or `NNP`. */
  readonly xpos: string
  /** The index of the token's head; -1 for the root. */
  readonly head: number
  /** The universal relation to the head, such as `nsubj` or `acl:relcl`. */
  readonly relation: string
}

/** A sentence as a tree. It has exactly one root, unless there are no tokens. Each subtree is contiguous. */
export interface Tree {
  readonly tokens: readonly Token[]
  /** For each token, the indexes of its dependents, in ascending order. */
  readonly dependents: readonly (readonly number[])[]
}

/** Builds a tree from tokens whose heads are known. */
export function buildTree(tokens: readonly Token[]): Tree {
  const dependents: number[][] = tokens.map(() => [])
  for (const token of tokens) dependents[token.head]?.push(token.index)
  return { tokens, dependents }
}

/** Returns the indexes of the dependents of the token at `index`, in ascending order. */
export function children(tree: Tree, index: number): readonly number[] {
  return tree.dependents[index] ?? []
}

/** Returns the dependents of the token at `index`, in order. */
export function dependentsOf(tree: Tree, index: number): readonly Token[] {
  return children(tree, index).flatMap((child) => tree.tokens[child] ?? [])
}

/** Whether a token has one of these relations to its head, or a subtype of one, such as `nsubj:pass` for `nsubj`. */
export function hasRelation(token: Pick<Token, 'relation'> | undefined, ...relations: readonly string[]): boolean {
  return token !== undefined && relations.includes(token.relation.split(':')[0] ?? '')
}

/** Whether a token is a noun or a name. */
export function isNoun(token: Token | undefined): boolean {
  return token?.upos === 'NOUN' || token?.upos === 'PROPN'
}

/** Returns `index` itself and the indexes of all tokens below it, in ascending order. */
export function subtree(tree: Tree, index: number): readonly number[] {
  if (tree.tokens[index] === undefined) return []
  const cached = SUBTREES.get(tree) ?? new Map<number, readonly number[]>()
  SUBTREES.set(tree, cached)
  const found = cached.get(index) ?? collectSubtree(tree, index)
  cached.set(index, found)
  return found
}

/** Caches the subtrees of each tree, because many rules look at the same subtrees. */
const SUBTREES = new WeakMap<Tree, Map<number, readonly number[]>>()

function collectSubtree(tree: Tree, index: number): readonly number[] {
  const found: number[] = []
  const pending = [index]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next)
    pending.push(...children(tree, next))
  }
  return found.sort((left, right) => left - right)
}

/** Returns the index of the root, or -1 if there are no tokens. */
export function rootOf(tree: Tree): number {
  return tree.tokens.findIndex((token) => token.head === -1)
}

/** Whether a token is a finite verb or a modal. */
export function isFiniteVerb(token: Token | undefined): boolean {
  return token !== undefined && FINITE_TAGS.has(token.xpos)
}

const FINITE_TAGS: ReadonlySet<string> = new Set(['VBD', 'VBP', 'VBZ', 'MD'])

/**
 * Returns the index of the subject of the clause whose head is `index`; undefined if the clause has none, as in a
 * command.
 */
export function subjectAt(tree: Tree, index: number): number | undefined {
  return children(tree, index).find((child) => hasRelation(tree.tokens[child], 'nsubj', 'expl', 'csubj'))
}

/** Returns the predicate at `index`, whether or not it is a verb, with its auxiliaries and copula. */
export function predicateAt(tree: Tree, index: number): readonly Token[] {
  const auxiliaries = children(tree, index).filter((child) => hasRelation(tree.tokens[child], 'aux', 'cop'))
  return [index, ...auxiliaries].flatMap((each) => tree.tokens[each] ?? [])
}

/** Whether the word at `index` is the head of a clause with a subject and a finite verb. */
export function isFiniteClause(tree: Tree, index: number): boolean {
  return subjectAt(tree, index) !== undefined && predicateAt(tree, index).some(isFiniteVerb)
}
