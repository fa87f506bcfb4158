import { FUNCTION_WORDS, plain } from '../grammar/english-words.ts'
import { stem } from '../grammar/stem.ts'
import { children, isFiniteVerb, predicateAt, rootOf, type Token, type Tree } from '../grammar/tree.ts'
import type { Parser } from './parser.ts'

/** A sentence shorter than this says nothing on a slide. */
const LEAST_WORDS = 4

/**
 * Whether a shortened sentence still is one, by a second look: parsed anew, it must have the same verb at its head with
 * the subject and the finite form that the whole has, keep its objects and complements, and end where a phrase ends.
 */
export function isSound(parse: Parser, whole: Tree, shortened: string): boolean {
  const tree = parse(shortened)
  const words = tree.tokens.filter((token) => token.upos !== 'PUNCT')
  const last = words.at(-1)
  if (
    last === undefined ||
    words.length < LEAST_WORDS ||
    !canEnd(tree, last) ||
    GOES_ON.test(shortened) ||
    HALF.test(shortened) ||
    isOpenRelative(tree)
  )
    return false
  if (!isBalanced(shortened) || /[,:;]\s*[,.;:]|^\W*,|\s['’](?:\s|$)|[–—-]\W*$/.test(shortened)) return false
  if (losesThan(whole, tree) || isBrokenList(whole, tree) || isBrokenRow(whole, tree) || leavesParticiple(whole, last))
    return false
  if (hasOtherHead(whole, tree)) return hasSubject(tree) && hasFiniteVerb(tree)
  return (
    hasSameHead(whole, tree) &&
    (hasSubject(tree) || !hasSubject(whole)) &&
    (hasFiniteVerb(tree) || !hasFiniteVerb(whole)) &&
    keepsComplements(whole, tree)
  )
}

/** "There are cases, for example" */
const GOES_ON = /\b(?:for (?:example|instance)|in particular|including|namely|such as|e\.g|i\.e)\W*$/i

/** "No matter when you look at it | , the gauge is right": half of a sentence. */
const HALF = /^(?:no matter|regardless of|whatever|whenever|wherever|whoever)\b[^,]*$/i

/** "a place in which many old boats": what they do there went. */
function isOpenRelative({ tokens }: Tree): boolean {
  const at = tokens.findLastIndex(
    ({ text }, index) => /^(?:which|whom|whose)$/i.test(text) && tokens[index - 1]?.upos === 'ADP',
  )
  return at >= 0 && !tokens.slice(at).some(isFiniteVerb)
}

/** Whether every bracket and every double quotation mark that opens also closes: otherwise it was cut in a quotation. */
export function isBalanced(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(/[([]/g) === count(/[)\]]/g) && count(/"/g) % 2 === 0 && count(/“/g) === count(/”/g)
}

/** "We had far more help | and made far more than we could have foreseen": more than what went. */
function losesThan(whole: Tree, tree: Tree): boolean {
  const compares = ({ tokens }: Tree) => tokens.some(({ text }) => /^(?:fewer|less|more)$/i.test(text))
  const tells = ({ tokens }: Tree) => tokens.some(({ text }) => /^than$/i.test(text))
  return tells(whole) && !tells(tree) && compares(tree)
}

/** Whether a list lost its last item and the "and" before it. */
function isBrokenList(whole: Tree, tree: Tree): boolean {
  const joins = (each: Tree) => each.tokens.some(({ upos }) => upos === 'CCONJ')
  const inRow = tree.tokens.some(
    ({ index, relation }) =>
      /^(?:conj|parataxis)$/.test(relation) && tree.tokens.slice(0, index).some(({ text }) => text === ','),
  )
  return joins(whole) && !joins(tree) && (inRow || tree.tokens.some(({ relation }) => relation === 'conj'))
}

/** "It has two parts: the gate is above | ; the sluice is below." */
function isBrokenRow(whole: Tree, tree: Tree): boolean {
  const colon = tree.tokens.findIndex(({ text }) => text === ':')
  return colon >= 0 && semicolonsAfterColon(tree) < semicolonsAfterColon(whole)
}

function semicolonsAfterColon({ tokens }: Tree): number {
  const colon = tokens.findIndex(({ text }) => text === ':')
  return tokens.slice(colon + 1).filter(({ text }) => text === ';').length
}

/** "a statement released | on Thursday": a participle behind its noun says nothing alone. */
function leavesParticiple(whole: Tree, last: Token): boolean {
  const end = whole.tokens.findLast(({ upos }) => upos !== 'PUNCT')
  return last.relation === 'acl' && /^VB[NG]$/.test(last.xpos) && end?.text !== last.text
}

/** A function word ends no line; "..., she said" ends one. */
function canEnd(tree: Tree, last: Token): boolean {
  if (!FUNCTION_WORDS.has(plain(last.text))) return true
  return (
    /^(?:said|says|say)$/i.test(last.text) &&
    tree.tokens.slice(rootOf(tree), last.index).some(({ text }) => text === ',')
  )
}

/** Whether the parser now hangs the sentence on another of its two heads: on what was said, or on "said". */
function hasOtherHead(whole: Tree, tree: Tree): boolean {
  const others = children(whole, rootOf(whole)).filter((child) =>
    /^(?:parataxis|ccomp)$/.test(whole.tokens[child]?.relation ?? ''),
  )
  const head = plain(tree.tokens[rootOf(tree)]?.text ?? '')
  return !hasSameHead(whole, tree) && others.some((index) => plain(whole.tokens[index]?.text ?? '') === head)
}

function hasSameHead(whole: Tree, tree: Tree): boolean {
  return plain(whole.tokens[rootOf(whole)]?.text ?? '') === plain(tree.tokens[rootOf(tree)]?.text ?? '')
}

function hasSubject(tree: Tree): boolean {
  return relationsUnderRoot(tree).some((relation) => /^(?:nsubj|csubj|expl)/.test(relation))
}

function hasFiniteVerb(tree: Tree): boolean {
  return predicateAt(tree, rootOf(tree)).some(isFiniteVerb)
}

/** What completes a verb: not all of these may go. How many there are the parser tells otherwise of another length. */
const COMPLEMENTS = /^(?:obj|iobj|ccomp|xcomp)/

/** What it says all of something that this was done to it. */
const WHOLE_DEEDS: ReadonlySet<string> = new Set(
  (
    'abandon abolish accept acquit adopt approve arrest assassinate attack ban bomb bury cancel capture charge clear close complete convict cut damage ' +
    'defeat delay demolish deport destroy detain disable dismiss divert drop elect evacuate execute expel extend fine finish fire fix free hack halt hire ' +
    'hospitalize hurt identify impeach indict injure jail kidnap kill launch lift lock loot mend murder open overturn pardon postpone publish quarantine ' +
    'raid reject release reopen repair replace rescue resolve restore retire revise rob scrap seize sentence settle shot shut solve steal stolen ' +
    'stop suspend unveil uphold upheld vaccinate withdraw withdrawn wound wreck'
  )
    .split(' ')
    .map(stem),
)

/** One of these completes a verb that has no other: the last may not go. */
const COMPLETIONS = /^(?:obj|iobj|ccomp|xcomp|obl)/

function keepsComplements(whole: Tree, tree: Tree): boolean {
  const [had, has] = [relationsUnderRoot(whole), relationsUnderRoot(tree)]
  const count = (relations: readonly string[], kind: RegExp) =>
    relations.filter((relation) => kind.test(relation)).length
  // "was killed" is whole without by whom, or where; "was described" is not.
  const isDeed =
    had.some((relation) => /^aux:pass/.test(relation)) &&
    WHOLE_DEEDS.has(stem(plain(tree.tokens[rootOf(tree)]?.text ?? '')))
  if (!isDeed && count(had, COMPLETIONS) > 0 && count(has, COMPLETIONS) === 0) return false
  return count(has, COMPLEMENTS) > 0 || count(had, COMPLEMENTS) === 0
}

function relationsUnderRoot(tree: Tree): string[] {
  return children(tree, rootOf(tree)).map((child) => tree.tokens[child]?.relation ?? '')
}
