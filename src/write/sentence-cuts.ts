// Finds the places where a sentence can be cut short. In the examples, | marks the cut.

import { FUNCTION_WORDS, normaliseWord } from '../grammar/english-words.ts'
import {
  children,
  dependentsOf,
  hasRelation,
  isFiniteVerb,
  predicateAt,
  rootOf,
  subtree,
  type Token,
  type Tree,
} from '../grammar/tree.ts'
import { hasLetterOrDigit } from '../util/letters-and-digits.ts'
import { wordSet } from '../util/word-set.ts'
import { isAbsolute, isIndispensable, isNegation, LIMITING_CONTINUATIONS, limitsSentence } from './qualifiers.ts'

/**
 * Finds where a sentence can be cut short: before a punctuation mark after which there is only an aside, an addition or
 * another clause. Returns end offsets in the sentence, the longest first.
 */
export function cutsOf(tree: Tree): readonly number[] {
  const root = rootOf(tree)
  const dependents = children(tree, root)
  if (!predicateAt(tree, root).some(isFiniteVerb) && tree.tokens[root]?.xpos !== 'VB') return []
  if (dependents.some((child) => tree.tokens[child]?.relation.startsWith('expl'))) return []
  // "Because the tide was out | - the boats waited" would lose the main clause.
  if (tree.tokens.slice(0, root).some((token) => marksMainClause(tree, token))) return []
  const lastNeeded = Math.max(
    root,
    ...dependents.filter((child) => REQUIRED_RELATIONS.test(tree.tokens[child]?.relation ?? '')),
  )
  return tree.tokens
    .slice(lastNeeded)
    .toReversed()
    .flatMap((last) => {
      const rest = tree.tokens.slice(last.index + 1)
      if (
        rest[0]?.upos !== 'PUNCT' ||
        last.upos === 'PUNCT' ||
        needsNoun(tree, last) ||
        FUNCTION_WORDS.has(normaliseWord(last.text))
      )
        return []
      // In "The reason the boats wait - is that …", the dash comes before the verb of the sentence.
      if (isFiniteVerb(rest[1])) return []
      // In "the true (product term) array", the words around the brackets belong together.
      if (/^[([{]/.test(rest[0].text)) return []
      // The text after a colon is kept whole, as in "in three ways: they run, they wait | , and they sell".
      if (
        tree.tokens.slice(0, last.index).some(({ text }) => text === ':') &&
        rest.some(({ upos }) => upos !== 'PUNCT')
      )
        return []
      return splitsPhrase(tree, 0, last.index) ||
        !isDroppableRest(tree, rest, { last: last.index, isTitle: false }) ||
        continuesList(tree, rest, { last: last.index, withVerbs: true })
        ? []
        : [last.end]
    })
}

/**
 * Whether the parser attached a subordinating conjunction to something other than a subordinate clause, as it may
 * attach "though" to "not" in "Even though not every user …". The tree is then wrong, and the main clause comes later.
 */
function marksMainClause({ tokens }: Tree, { relation, head }: Token): boolean {
  return relation === 'mark' && !/^(?:advcl|acl|ccomp|csubj|xcomp|conj|parataxis)/.test(tokens[head]?.relation ?? '')
}

/**
 * Whether the last word is an adjective whose noun comes after the cut: "the more than century-old | , privately held
 * corporation".
 */
function needsNoun(tree: Tree, last: Token): boolean {
  return (
    last.upos === 'ADJ' &&
    dependentsOf(tree, last.index).some((each) => hasRelation(each, 'det', 'case')) &&
    tree.tokens[last.index + 1]?.text === ','
  )
}

/**
 * Whether the rest of a sentence, after a clause, can be dropped: it must begin a new phrase and must not restrict the
 * clause's claim.
 */
export function isDroppableRest(
  tree: Tree,
  rest: readonly Token[],
  { last, isTitle }: { last: number; isTitle: boolean },
): boolean {
  const words = rest.filter(({ upos }) => upos !== 'PUNCT').map(({ text }) => normaliseWord(text))
  const first = rest.find(({ upos, text }) => upos !== 'PUNCT' || hasLetterOrDigit(text))
  if (first === undefined) return true
  if (sharesObject(tree, last) || splitsPair(tree, last)) return false
  if (isTitle && (isAnotherClaim(tree, rest, last) || isDescription(tree, first, last)))
    return !rest.some(limitsSentence)
  if (LIMITING_CONTINUATIONS.has(words[0] ?? '') || rest.some(isIndispensable)) return false
  const top = phraseHeadOf(tree, first, last)
  const followsPunctuation = rest[0]?.upos === 'PUNCT'
  if (!followsPunctuation && !isDroppablePhrase(tree, first, top)) return false
  // An addition after a punctuation mark restricts nothing, but "Prices rose | in Berlin" and "the worst flood | in a
  // decade" would lose their scope.
  if (followsPunctuation && first.upos !== 'ADP') return true
  const phrase = subtree(tree, top.index).flatMap((index) => tree.tokens[index] ?? [])
  const isPlace = phrase.some(({ upos }) => upos === 'PROPN' || upos === 'NUM')
  return !isPlace && !tree.tokens.slice(0, last + 1).some(isAbsolute)
}

/** Whether a cut separates a verb from an object that it shares: "They went on making | and mending ropes". */
function sharesObject(tree: Tree, last: number): boolean {
  const isNonfinite = /^VBG?$/.test(tree.tokens[last]?.xpos ?? '')
  return (
    isNonfinite &&
    children(tree, last).some((child) => {
      const { relation = '', upos = '' } = tree.tokens[child] ?? {}
      return child > last && relation === 'conj' && upos === 'VERB'
    })
  )
}

/** Whether a cut separates "either", "both" or "neither" from its second half: "either soon | or never". */
function splitsPair({ tokens }: Tree, last: number): boolean {
  const opening = tokens.slice(0, last + 1).findLast(({ relation }) => relation === 'cc:preconj')
  return opening !== undefined && !tokens.slice(opening.index + 1, last + 1).some(({ relation }) => relation === 'cc')
}

/** Whether a cut falls inside a word or a phrase, or separates a verb from what completes it. */
export function splitsPhrase(tree: Tree, first: number, last: number): boolean {
  if (splitsWord(tree, last)) return true
  return tree.tokens.slice(first, last + 1).some(({ index, head }) => {
    const isHeadOutside = head > last && index !== first
    return (
      isHeadOutside ||
      children(tree, index).some((child) => child > last && REQUIRED_RELATIONS.test(tree.tokens[child]?.relation ?? ''))
    )
  })
}

/** Whether a cut after a token falls inside a word, as in "20-year | -old". */
export function splitsWord({ tokens }: Tree, last: number): boolean {
  const [end, next] = [tokens[last], tokens[last + 1]]
  return end !== undefined && next !== undefined && next.start === end.end && /^[\p{L}\p{N}'’/_–-]/u.test(next.text)
}

/** The relations of dependents without which a verb is incomplete. */
export const REQUIRED_RELATIONS = /^(?:nsubj|csubj|obj|iobj|xcomp|ccomp|cop|aux|compound:prt|obl:arg|advmod)/

/**
 * Whether the rest belongs to a list, which must not lose its last items: "ropes, masts | , and tar". Lists of verbs
 * count only if `withVerbs` is true.
 */
export function continuesList(
  tree: Tree,
  rest: readonly Token[],
  { last, withVerbs }: { last: number; withVerbs: boolean },
): boolean {
  return rest.some(({ relation, head, index, upos }) => {
    if (!withVerbs && upos === 'VERB' && tree.tokens[head]?.upos === 'VERB') return false
    const headToken = tree.tokens[head]
    const hasSubject = dependentsOf(tree, index).some((each) => hasRelation(each, 'nsubj', 'expl'))
    return relation === 'conj' && headToken !== undefined && headToken.index <= last && !hasSubject
  })
}

/**
 * Whether the words after a punctuation mark make a separate claim: "…, and the boats wait", "…, which opened in 1912".
 */
function isAnotherClaim(tree: Tree, rest: readonly Token[], last: number): boolean {
  const [mark, first] = rest
  if (mark?.upos !== 'PUNCT' || first === undefined) return false
  if (/^(?:which|who|where)$/.test(normaliseWord(first.text)))
    return tree.tokens[first.head]?.relation.endsWith('relcl') === true
  // The phrase in "…, giving a ratio of 1.29" is an addition.
  if (first.xpos === 'VBG' && hasRelation(first, 'advcl', 'acl')) return true
  const claim = tree.tokens[first.head]
  const isJoined = /^(?:and|so)$/.test(normaliseWord(first.text)) && claim?.relation === 'conj'
  // The clause in "…, since the company gave up its plans" is a reason or an occasion with its own subject.
  const isReason = /^(?:since|because|after|while)$/.test(normaliseWord(first.text)) && claim?.relation === 'advcl'
  return (
    (isJoined || isReason) &&
    claim !== undefined &&
    claim.head <= last &&
    dependentsOf(tree, claim.index).some((each) => hasRelation(each, 'nsubj', 'expl'))
  )
}

/**
 * Whether the following words describe something that the sentence introduces: "a crisis | that threatens the
 * recovery".
 */
function isDescription(tree: Tree, first: Token, last: number): boolean {
  const clause = tree.tokens[first.head]
  const noun = tree.tokens[clause?.head ?? -1]
  return (
    /^(?:that|which|who)$/.test(normaliseWord(first.text)) &&
    clause?.relation === 'acl:relcl' &&
    noun !== undefined &&
    noun.index === first.index - 1 &&
    // "It is no safe place that people like" negates the noun and the clause together.
    !tree.tokens.slice(0, last + 1).some(isNegation) &&
    children(tree, noun.index).some((child) => /^an?$/.test(normaliseWord(tree.tokens[child]?.text ?? ''))) &&
    // In "a place that nobody likes", the noun alone says nothing: it needs an adjective or a compound.
    dependentsOf(tree, noun.index).some((each) => hasRelation(each, 'amod', 'compound'))
  )
}

/**
 * Whether a phrase without punctuation before it can be dropped: another clause, or an adverbial of a verb that already
 * has its object.
 */
function isDroppablePhrase(tree: Tree, first: Token, top: Token): boolean {
  const isClause = top.relation.startsWith('advcl')
  // In "with the boat | left outside", the participle belongs to the boat.
  if (isClause && first.xpos === 'VBN') return false
  // A clause after a preposition is treated like a noun: in "They will look | at how it happened", it is as necessary
  // as the noun in "They will look | at the gate".
  if (hasRelation(top, 'obl') || (isClause && PREPOSITIONS.has(normaliseWord(first.text))))
    return dependentsOf(tree, top.head).some(
      (each) => each.index < top.index && hasRelation(each, 'obj', 'ccomp', 'xcomp'),
    )
  return hasRelation(top, 'advcl', 'conj', 'cc', 'parataxis', 'ccomp')
}

const PREPOSITIONS: ReadonlySet<string> = wordSet('about at for from in into of on onto over toward towards upon with')

/** Returns the head of the phrase that a token after a cut belongs to. */
function phraseHeadOf(tree: Tree, token: Token, last: number): Token {
  const above = tree.tokens[token.head]
  return above === undefined || above.index <= last ? token : phraseHeadOf(tree, above, last)
}
