import { ATTRIBUTION_VERBS } from '../../grammar/english-words.ts'
import { children, type Token } from '../../grammar/tree.ts'
import { type Cut, coreOf, type Ground, hasFigureBeside, type Kind, plainAt, textAt, withCommas } from './cut.ts'
import { needsMore } from './needs.ts'

/** Words and phrases that describe one word. */
export const MODIFIERS: readonly Kind[] = [emphasisCut, detailCut, clauseCut, roleCut]

/** Adverbs that only raise the voice. */
const EMPHASIS: ReadonlySet<string> = new Set(
  (
    'very really truly actually basically simply extremely incredibly absolutely totally completely ' +
    'indeed literally highly deeply greatly hugely remarkably strikingly surprisingly notably importantly strongly significantly also additionally'
  ).split(' '),
)

/** How much or how many: what stands before says it too. */
const QUANTITIES = /^(?:little|few|fewer|less|more|much|many|often)$/i

/** a very useful tool */
function emphasisCut(token: Token, { tree }: Ground): Cut | null {
  if (token.relation !== 'advmod' || !EMPHASIS.has(plainAt(tree, token.index))) return null
  const [before, next] = [tree.tokens[token.index - 1], tree.tokens[token.index + 1]]
  const head = tree.tokens[token.head]
  if (before === undefined || next === undefined || head === undefined || children(tree, token.index).length > 0)
    return null
  // "not very useful" says less than "not useful", and "a highly" may need "an".
  if (/^(?:not|n't|n’t|so|as|too|how|a|an|if|or|and|,)$/i.test(before.text) || next.upos === 'PUNCT') return null
  // "very little" says the opposite of "little more".
  if (QUANTITIES.test(next.text)) return null
  return /^(?:ADJ|VERB|ADV|AUX)$/.test(next.upos) && head.index > token.index
    ? { first: token.index, last: token.index, strength: 1 }
    : null
}

/** What details a thing that is named already, or of which there is one: a war in the north. */
const DETAILS: ReadonlySet<string> = new Set(
  'in at near outside during after before following amid across from'.split(' '),
)

/**
 * ... its ambassador in the capital. Only of something that happened to one or some: "a fire in a mill broke out" says that
 * a fire broke out, and "the tower in the north" is known by its place.
 */
function detailCut(token: Token, ground: Ground): Cut | null {
  const { tree, tellsEvent } = ground
  const head = tree.tokens[token.head]
  if (!tellsEvent(token.head) || token.relation !== 'nmod' || head === undefined || token.index < head.index)
    return null
  const core = coreOf(tree, token.index)
  const isCounted = children(tree, head.index).some((child) => tree.tokens[child]?.relation === 'nummod')
  if (!DETAILS.has(plainAt(tree, core.first)) || (!isCounted && hasFigureBeside(ground, core))) return null
  // "a warrant for his devices, including the laptop"
  const goesOn = /^(?:including|such|which|who|whose|where|like|especially|namely|a|an|the)$/i.test(
    textAt(tree, core.last + 2),
  )
  // "plans for a school on the site": what follows would be of the plans.
  const isFollowed = tree.tokens[core.last + 1]?.upos === 'ADP'
  const isListed = tree.tokens[core.last + 1]?.upos === 'CCONJ' || (textAt(tree, core.last + 1) === ',' && goesOn)
  // "approved the plan at a meeting": of the deed, wherever the tree hangs it.
  const isOfDeed =
    head.relation === 'obj' && /^(?:at|during|after|before|following|amid)$/.test(plainAt(tree, core.first))
  // "the conflict in Sudan": the name is what is known. "The Church in Wales" is a name by itself.
  const isNamed =
    (token.upos === 'PROPN' || /^\p{Lu}/u.test(token.text)) &&
    (head.upos === 'PROPN' ||
      (head.index > 0 && /^\p{Lu}/u.test(head.text)) ||
      children(tree, head.index).some((child) => /^the$/i.test(textAt(tree, child))))
  return (isCounted || isOfDeed || (isKnown(head, ground) && !isNamed)) && !isListed && !isFollowed
    ? { ...withCommas(tree, core), strength: 3 }
    : null
}

/** ... a new site built on an old pier. */
function clauseCut(token: Token, ground: Ground): Cut | null {
  const { tree, isEvent, end, root } = ground
  const head = tree.tokens[token.head]
  if (!isEvent || !/^acl/.test(token.relation) || head === undefined || head.index < root) return null
  const core = coreOf(tree, token.index)
  const opens =
    /^VB[NG]$/.test(tree.tokens[core.first]?.xpos ?? '') || /^(?:that|which|who)$/.test(plainAt(tree, core.first))
  const isMade = /^(?:a|an)$/i.test(textAt(tree, coreOf(tree, head.index).first)) && isDescribed(head, ground)
  return opens && isMade && core.last === end && !needsMore(tree, head.index) ? { ...core, strength: 3 } : null
}

/** Water secretary Ann Bell: her full name says who is meant. What is part of a name has a capital, and stays. */
function roleCut(token: Token, { tree, isEvent }: Ground): Cut | null {
  const name = tree.tokens[token.head]
  if (!isEvent || token.relation !== 'nmod:desc' || name?.upos !== 'PROPN') return null
  const core = coreOf(tree, token.index)
  const isBefore = core.last === token.index && core.last + 1 === name.index
  const isRole = /^\p{Ll}/u.test(token.text) && coreOf(tree, name.index).first === core.first
  const isFull = [1, 2].every((step) => isNamePart(tree.tokens[token.index + step]))
  const isJoined = children(tree, name.index).some((child) => tree.tokens[child]?.relation === 'conj')
  // Who says it speaks for somebody.
  if (ATTRIBUTION_VERBS.has(plainAt(tree, name.head))) return null
  return isBefore && isRole && isFull && !isJoined ? { ...core, strength: 3 } : null
}

function isNamePart(token: Token | undefined): boolean {
  return token?.upos === 'PROPN' && /^\p{Lu}/u.test(token.text)
}

/** Whether a thing is known without what follows it: by its name, by whose it is, as one of many, or by what describes it. */
function isKnown(head: Token, ground: Ground): boolean {
  const { tree, root } = ground
  if (needsMore(tree, head.index)) return false
  const before = children(tree, head.index).filter((child) => child < head.index)
  const isOneOfMany = before.some((child) => INDEFINITE.test(textAt(tree, child)))
  const isBare = head.xpos === 'NNS' && head.index > root && !before.some((child) => tree.tokens[child]?.upos === 'DET')
  return head.upos === 'PROPN' || isOneOfMany || isBare || isDescribed(head, ground)
}

const INDEFINITE = /^(?:a|an|some|several|its|his|her|their|our|my|your)$/i

function isDescribed(head: Token, { tree }: Ground): boolean {
  return children(tree, head.index).some(
    (child) => child < head.index && /^(?:amod|compound|nmod:poss)$/.test(tree.tokens[child]?.relation ?? ''),
  )
}
