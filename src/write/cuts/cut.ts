import { plain } from '../../grammar/english-words.ts'
import { children, isFiniteVerb, predicateAt, rootOf, subtree, type Token, type Tree } from '../../grammar/tree.ts'

/** Tokens of a sentence from the first to the last, inclusive. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

/** A stretch of a sentence that can go and leave a sentence. */
export interface Cut extends Stretch {
  readonly strength: Strength
}

/** 0 loses next to nothing; 1 loses an aside of some weight; 2 loses a circumstance; 3 loses what else was done, or a detail of a thing. */
export type Strength = 0 | 1 | 2 | 3

/** What each kind of cut looks at. */
export interface Ground {
  readonly tree: Tree
  readonly root: number
  /** The last token that is a word. */
  readonly end: number
  /** Where the root's subject begins; -1 without one. */
  readonly subject: number
  /** The tokens of the root's subject, with all that hangs from it. */
  readonly nominal: ReadonlySet<number>
  /** The root and the verbs that carry it on: complements and what is joined by "and". */
  readonly spine: ReadonlySet<number>
  /** Whether it tells what happened or will, and not how things are in general: there a circumstance bounds what is claimed. */
  readonly isEvent: boolean
  /** The same of the clause that a verb stands in: "the mayor says that the council met". */
  readonly tellsEvent: (verb: number) => boolean
}

/** Finds what a token makes sparable. */
export type Kind = (token: Token, ground: Ground) => Cut | null

export function groundOf(tree: Tree): Ground {
  const root = rootOf(tree)
  const subject = children(tree, root).find((child) => /^(?:nsubj|expl|csubj)/.test(tree.tokens[child]?.relation ?? ''))
  return {
    tree,
    root,
    end: tree.tokens.findLastIndex((token) => token.upos !== 'PUNCT'),
    subject: subject === undefined ? -1 : coreOf(tree, subject).first,
    nominal: new Set(subject === undefined ? [] : subtree(tree, subject)),
    spine: new Set(spineFrom(tree, root)),
    isEvent: tellsEvent(tree, root),
    tellsEvent: (verb) => !isInRelative(tree, verb) && tellsEvent(tree, clauseOf(tree, verb)),
  }
}

/** Whether it stands in a clause that says which one is meant: "the fame it had before the war" may lose nothing. */
export function isInRelative(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]
  return token !== undefined && (token.relation === 'acl:relcl' || isInRelative(tree, token.head))
}

/** The verb whose tense a verb has: itself where it has a subject of its own, else what it carries on. */
function clauseOf(tree: Tree, index: number): number {
  const token = tree.tokens[index]
  if (token === undefined || token.head === -1 || isTensed(tree, index)) return index
  return clauseOf(tree, token.head)
}

/** Whether a verb has a subject, and a tense by its form or by its helpers. */
export function isTensed(tree: Tree, index: number): boolean {
  return hasBefore(tree, index, index, /^(?:nsubj|expl|csubj)/) && predicateAt(tree, index).some(isFiniteVerb)
}

function spineFrom(tree: Tree, index: number): number[] {
  const next = children(tree, index).filter((child) =>
    /^(?:ccomp|xcomp|conj)$/.test(tree.tokens[child]?.relation ?? ''),
  )
  return [
    index,
    ...next.filter((child) => tree.tokens[child]?.upos === 'VERB').flatMap((child) => spineFrom(tree, child)),
  ]
}

function tellsEvent(tree: Tree, root: number): boolean {
  const helpers = children(tree, root).flatMap((child) => {
    const token = tree.tokens[child]
    return token !== undefined && /^(?:aux|cop)/.test(token.relation) ? [token] : []
  })
  const hasTense = [tree.tokens[root], ...helpers].some((token) => token?.xpos === 'VBD')
  // "The bomb killed two": the past is now and then taken for a participle.
  const isPast = tree.tokens[root]?.xpos === 'VBN' && helpers.length === 0 && hasBefore(tree, root, root, /^nsubj/)
  const isGoingOn = tree.tokens[root]?.xpos === 'VBG' && helpers.length > 0
  return (
    hasTense || isPast || isGoingOn || helpers.some(({ text }) => /^(?:has|have|'ve|’ve|will|'ll|’ll)$/i.test(text))
  )
}

/** A subtree's stretch without the punctuation at its ends. */
export function coreOf(tree: Tree, index: number): Stretch {
  const words = subtree(tree, index).filter((each) => tree.tokens[each]?.upos !== 'PUNCT')
  return { first: words[0] ?? index, last: words.at(-1) ?? index }
}

/** A stretch after a comma, up to the end or the next comma. That goes too, unless it parts an opening from the subject. */
export function betweenCommas({ tree, end, root, nominal }: Ground, core: Stretch, strength: Strength): Cut | null {
  if (textAt(tree, core.first - 1) !== ',') return null
  // "is stopped by, say, cutting the power, and starts"
  if (/^(?:say|by|of|for)$/i.test(textAt(tree, core.first - 2))) return null
  if (core.last === end) return { first: core.first - 1, last: core.last, strength }
  if (textAt(tree, core.last + 1) !== ',') return null
  const isInOpening = core.last < root && !nominal.has(core.first)
  // "the mayor met riders, ..., the paper said": what is no part of the clause stays apart from it.
  const isApart = core.first > root && /^(?:DET|PROPN|PRON)$/.test(tree.tokens[core.last + 2]?.upos ?? '')
  return { first: core.first - 1, last: isInOpening || isApart ? core.last : core.last + 1, strength }
}

/** With the comma that parts it from what stands before, where nothing follows; between two commas, with both. */
export function withCommas(tree: Tree, { first, last }: Stretch): Stretch {
  if (textAt(tree, first - 1) !== ',') return { first, last }
  if (textAt(tree, last + 1) === ',') return { first: first - 1, last: last + 1 }
  return tree.tokens.slice(last + 1).every(({ upos }) => upos === 'PUNCT')
    ? { first: first - 1, last }
    : { first, last }
}

export function textAt(tree: Tree, index: number): string {
  return tree.tokens[index]?.text ?? ''
}

/** The word as the lists have it. */
export function plainAt(tree: Tree, index: number): string {
  return plain(textAt(tree, index))
}

/** Whether something of this relation hangs on a word, before a place. */
export function hasBefore(tree: Tree, index: number, before: number, relation: RegExp): boolean {
  return children(tree, index).some((child) => child < before && relation.test(tree.tokens[child]?.relation ?? ''))
}

/**
 * Whether a sentence gives a figure outside a stretch that may hold only with it: it holds where it was counted, and a
 * circumstance says where. Of something that happened only a measure counts ("49 percent", "$3"); years never do.
 */
export function hasFigureBeside({ tree, isEvent }: Ground, { first, last }: Stretch): boolean {
  return tree.tokens.some(({ index, text, upos }) => {
    if ((index >= first && index <= last) || upos !== 'NUM' || /^(?:1[0-9]|20)\d{2}$|^one$/i.test(text)) return false
    const isMeasure =
      /^[$€£]$/.test(textAt(tree, index - 1)) ||
      /^(?:%|per|percent|million|billion|times)$/i.test(textAt(tree, index + 1))
    return !isEvent || isMeasure || /^(?:million|billion)$|\d[.,]\d/.test(text)
  })
}
