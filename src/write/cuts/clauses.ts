import { children, isFiniteVerb, type Token } from '../../grammar/tree.ts'
import { type Cut, coreOf, type Ground, hasBefore, isTensed, type Kind, plainAt, textAt, withCommas } from './cut.ts'
import { objectOf } from './needs.ts'

/** Clauses that follow one which is whole without them. */
export const CLAUSES: readonly Kind[] = [secondClauseCut, secondDeedCut, reasonCut, besidesCut]

/** ..., and it has done so since. What follows "but" turns the first clause round, and stays. */
function secondClauseCut(token: Token, ground: Ground): Cut | null {
  const { tree, end, root } = ground
  if (!isLastOfTwo(token, ground) || !hasBefore(tree, token.index, token.index, /^nsubj/)) return null
  const core = coreOf(tree, token.index)
  const isClause = core.last === end && plainAt(tree, core.first) === 'and' && token.head === root
  const isApart = textAt(tree, core.first - 1) === ','
  // Without a comma "the pelvis and skull were old" may be one subject: the second clause must begin as one.
  const isOwn =
    isTensed(tree, root) && OWN_SUBJECTS.test(textAt(tree, core.first + 1)) && !isPunctuation(core.first - 1)
  return isClause && (isApart || isOwn) ? { ...withCommas(tree, core), strength: isApart ? 2 : 3 } : null

  function isPunctuation(index: number): boolean {
    return tree.tokens[index]?.upos === 'PUNCT'
  }
}

const OWN_SUBJECTS = /^(?:the|an?|its|his|her|their|our|my|this|these|it|he|she|they|we|you|i)$/i

/** ... and injured two others. One of two deeds goes; of three or more none, for they are a list. */
function secondDeedCut(token: Token, ground: Ground): Cut | null {
  const { tree, end, spine, subject } = ground
  // "Lift the plants and dig in sand": both are to be done.
  if (subject < 0 || token.upos !== 'VERB' || !spine.has(token.head) || !isLastOfTwo(token, ground)) return null
  const core = coreOf(tree, token.index)
  const isDeed = plainAt(tree, core.first) === 'and' && core.last === end
  // "both reads and writes"
  const isPaired = tree.tokens.slice(0, core.first).some(({ text }) => /^(?:both|between|either|neither)$/i.test(text))
  // "to read, mark and learn"
  const isRow = tree.tokens
    .slice(token.head, core.first)
    .some(({ index, upos }) => upos === 'VERB' && textAt(tree, index - 1) === ',')
  // "able to install and use it": the first deed must have an object where the second has one.
  const hasOwn = (relation: RegExp) =>
    children(tree, token.head).some(
      (child) => child > token.head && child < core.first && relation.test(tree.tokens[child]?.relation ?? ''),
    )
  const isShared = objectOf(tree, token.index) >= 0 && !hasOwn(/^(?:obj|ccomp|xcomp|obl)$/)
  const isWhole =
    !isPaired && !isRow && !isShared && hasOwn(/^(?:obj|ccomp|xcomp|obl|advmod)$/) && hasObject(token, ground)
  return isDeed && isWhole && sameForm(token, ground) ? { ...withCommas(tree, core), strength: 3 } : null
}

/** With an object of its own that the first does not share. */
function hasObject({ index }: Token, { tree }: Ground): boolean {
  return children(tree, index).some(
    (child) => child > index && /^(?:obj|obl|ccomp|xcomp|advmod)/.test(tree.tokens[child]?.relation ?? ''),
  )
}

/** "fell and rose", "has fallen and is rising"; not "to read and write", which may share what follows. */
function sameForm({ index, xpos, head }: Token, { tree }: Ground): boolean {
  const isTensed = (at: number) =>
    [at, ...children(tree, at)].some(
      (each) =>
        isFiniteVerb(tree.tokens[each]) && /^(?:aux|cop|root|conj|ccomp)/.test(tree.tokens[each]?.relation ?? ''),
    )
  return tree.tokens[head]?.xpos === xpos || (isTensed(head) && isTensed(index))
}

function isLastOfTwo({ index, head, relation }: Token, { tree }: Ground): boolean {
  if (relation !== 'conj' || index < head) return false
  const others = [...children(tree, head), ...children(tree, index)].filter(
    (child) => tree.tokens[child]?.relation === 'conj' && tree.tokens[child]?.upos === tree.tokens[index]?.upos,
  )
  return others.length === 1
}

/** ..., as the price rose · ... after a long debate. Of a general statement only what gives a reason. */
function reasonCut(token: Token, { tree, end, root, spine, isEvent }: Ground): Cut | null {
  if (!/^advcl/.test(token.relation) || !spine.has(token.head) || token.index < root) return null
  const core = coreOf(tree, token.index)
  const mark = children(tree, token.index).find((child) => tree.tokens[child]?.relation === 'mark') ?? core.first
  // "decades after"
  const opener = plainAt(tree, mark - core.first <= LONGEST_MEASURE ? mark : core.first)
  const isAfterComma = textAt(tree, core.first - 1) === ','
  const isReason =
    opener === 'because' ||
    (opener === 'so' && /^(?:that|you|we|they|it|your|our)$/.test(plainAt(tree, mark + 1))) ||
    (isAfterComma && /^(?:as|since|because|so)$/.test(opener))
  const isTime = isEvent && /^(?:as|after|when|before|since)$/.test(opener)
  return core.last === end && (isReason || isTime || (isAfterComma && /^(?:as|after|when|since|because)$/.test(opener)))
    ? { ...withCommas(tree, core), strength: 2 }
    : null
}

/** "just a few months" before "after". */
const LONGEST_MEASURE = 4

/** ...; the rest followed. */
function besidesCut(token: Token, { tree, end, root }: Ground): Cut | null {
  if (token.relation !== 'parataxis' || token.head !== root || token.index < root) return null
  const core = coreOf(tree, token.index)
  return core.last === end && textAt(tree, core.first - 1) === ';'
    ? { first: core.first - 1, last: core.last, strength: 2 }
    : null
}
