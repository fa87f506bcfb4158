import { children, isFiniteVerb, subtree, type Token, type Tree } from '../../grammar/tree.ts'
import { betweenCommas, type Cut, coreOf, type Ground, type Kind, plainAt, type Stretch, textAt } from './cut.ts'

/** What tells more of a word, and could as well stand in brackets. */
export const ASIDES: readonly Kind[] = [
  bracketCut,
  relativeCut,
  appositionCut,
  subjectAsideCut,
  nameAsideCut,
  descriptionCut,
  participleCut,
  examplesCut,
  dashCut,
]

/** (as it were) */
function bracketCut(token: Token, { tree }: Ground): Cut | null {
  if (token.text !== '(' || /^(?:or|and|not)$/i.test(textAt(tree, token.index + 1))) return null
  const close = tree.tokens.findIndex((other, index) => index > token.index && other.text === ')')
  const [before, after] = [tree.tokens[token.index - 1], tree.tokens[close + 1]]
  // Brackets within a word or a number are part of it.
  const isGluedOn = after?.start === tree.tokens[close]?.end && (after?.upos !== 'PUNCT' || /^[-–/*]$/.test(after.text))
  const isWithin = before?.end === token.start || isGluedOn
  return close < 0 || isWithin || isPartOfPhrase(before, after)
    ? null
    : { first: token.index, last: close, strength: 0 }
}

/** "at most (d + 2) choices", "trees in (T)": between these stands a part of the phrase. */
function isPartOfPhrase(before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || /^(?:ADP|AUX|DET|CCONJ|SCONJ|PUNCT)$/.test(before.upos))
    return !/^["”]$/.test(before?.text ?? '')
  return /^(?:ADJ|ADV|NUM|SYM)$/.test(before.upos) && /^(?:ADJ|NOUN|PROPN|NUM|SYM)$/.test(after?.upos ?? '')
}

/** ..., which was new, ... */
function relativeCut(token: Token, ground: Ground): Cut | null {
  const { tree } = ground
  if (token.relation !== 'acl:relcl') return null
  const core = coreOf(tree, token.index)
  const opener = tree.tokens
    .slice(core.first, core.first + 2)
    .some((each) => /^(?:which|who|whose|whom|where)$/i.test(each.text))
  // "is the man, who was hurt, and left for work": the second deed is of who was hurt.
  const rest = tree.tokens.slice(core.last + 2, core.last + 5)
  const goesOn = /^(?:and|or)$/i.test(rest[0]?.text ?? '') && !rest.some(({ xpos }) => /^(?:VBZ|VBP|MD)$/.test(xpos))
  // "meets the clerk, who will show it, and talk through it": so is a verb without a tense.
  const isBare = goesOn && rest.slice(1, 3).some(({ xpos }) => /^VB[NG]?$/.test(xpos))
  if (!opener || isBare || (goesOn && tree.tokens[ground.root]?.upos !== 'VERB')) return null
  // Of a name there is one: "the firm Clough which is believed" too says more of it.
  const isOfName = tree.tokens[core.first - 1]?.upos === 'PROPN' && core.last === ground.end
  return betweenCommas(ground, core, 0) ?? (isOfName ? { ...core, strength: 1 } : null)
}

/** An apposition longer than this is more likely a list or a clause misread; one that is closed by a comma less so. */
const LONGEST_APPOSITION = 12
const LONGEST_CLOSED_APPOSITION = 25

/** ..., a seasoned diplomat, ... */
function appositionCut(token: Token, ground: Ground): Cut | null {
  const { tree } = ground
  if (token.relation !== 'appos') return null
  const core = coreOf(tree, token.index)
  const head = tree.tokens[token.head]
  const longest = textAt(tree, core.last + 1) === ',' ? LONGEST_CLOSED_APPOSITION : LONGEST_APPOSITION
  if (isInList(tree, token) || isListEnd(tree, core) || head === undefined || core.last - core.first >= longest)
    return null
  const opens = /^(?:a|an|the|his|her|its|their|one)$/i.test(textAt(tree, core.first))
  const describesName = head.upos === 'PROPN' && token.upos === 'NOUN'
  return opens || describesName ? betweenCommas(ground, core, 0) : null
}

/** ..., the agency on ageing and the commission: what goes on as it began is no apposition. */
function isListEnd(tree: Tree, { first, last }: Stretch): boolean {
  // "the towns, the hills, the sea are"
  if (textAt(tree, last + 1) === ',' && plainAt(tree, last + 2) === plainAt(tree, first)) return true
  return tree.tokens
    .slice(first, last)
    .some(({ index, text }) => /^(?:and|or)$/i.test(text) && plainAt(tree, index + 1) === plainAt(tree, first))
}

function isInList(tree: Tree, token: Token): boolean {
  return [token.head, token.index].some((index) =>
    children(tree, index).some((child) => tree.tokens[child]?.relation === 'conj'),
  )
}

/** The mayor, a seasoned diplomat, opened ...: from a comma to the one before the verb, whatever the tree makes of it. */
function subjectAsideCut(token: Token, { tree, root }: Ground): Cut | null {
  if (token.text !== ',' || token.index > root || tree.tokens.slice(0, token.index).some(({ text }) => text === ','))
    return null
  const close = tree.tokens.findIndex(
    ({ text, index }) => text === ',' && index > token.index && isVerbOf(tree, index + 1, root),
  )
  const inside = tree.tokens.slice(token.index + 1, close)
  const opens =
    /^(?:a|an|the|one|who|which|where|whose)$/i.test(inside[0]?.text ?? '') || /^VB[NG]$/.test(inside[0]?.xpos ?? '')
  // "The mayor, the council and the riders agreed"
  const isList = inside.some(({ text }) => text === ',') || /^(?:and|or)$/i.test(inside.at(-1)?.text ?? '')
  const isAfterNoun = /^(?:NOUN|PROPN)$/.test(tree.tokens[token.index - 1]?.upos ?? '')
  const strength = inside[0]?.upos === 'VERB' ? 1 : 0
  return close > 0 && opens && !isList && isAfterNoun ? { first: token.index, last: close, strength } : null
}

/** Whether the root, or what helps it, stands at a place, perhaps behind an adverb. */
function isVerbOf(tree: Tree, index: number, root: number): boolean {
  const token = tree.tokens[index]
  if (token?.upos === 'ADV') return isVerbOf(tree, index + 1, root)
  return token !== undefined && (index === root || (token.head === root && /^(?:aux|cop)/.test(token.relation)))
}

/** ... to Ann Bell, a teacher from the north. After a name, up to the end. */
function nameAsideCut(token: Token, { tree, root, end }: Ground): Cut | null {
  const before = tree.tokens[token.index - 1]
  if (token.text !== ',' || token.index < root || before?.upos !== 'PROPN') return null
  const inside = tree.tokens.slice(token.index + 1, end + 1)
  const isOne = /^(?:a|an)$/i.test(inside[0]?.text ?? '') && !inside.some(({ text }) => /^(?:,|and|or)$/i.test(text))
  return isOne && inside.length <= LONGEST_APPOSITION ? { first: token.index, last: end, strength: 0 } : null
}

/** ..., built in the spring, ... */
function descriptionCut(token: Token, ground: Ground): Cut | null {
  const { tree } = ground
  if (!/^(?:acl|advcl)$/.test(token.relation) || !/^VB[NG]$/.test(token.xpos) || isListed(tree, token)) return null
  const core = coreOf(tree, token.index)
  return core.first === token.index ? betweenCommas(ground, core, 1) : null
}

/** ..., fostering a sense of purpose. */
function participleCut(token: Token, { tree, end, root }: Ground): Cut | null {
  if (
    !/^(?:advcl|acl|conj)$/.test(token.relation) ||
    token.xpos !== 'VBG' ||
    token.index < root ||
    isListed(tree, token)
  )
    return null
  const core = coreOf(tree, token.index)
  // "topics might be improving the map, creating new ones, et cetera"
  const isInRow =
    tree.tokens[root]?.xpos === 'VBG' &&
    !children(tree, root).some(
      (child) =>
        /^aux/.test(tree.tokens[child]?.relation ?? '') &&
        /^(?:is|are|was|were|be|been|'s|’s|'re|’re|'m|’m)$/i.test(textAt(tree, child)),
    )
  const isOpenList = tree.tokens.slice(core.first, core.last + 1).some(({ text }) => /^(?:etc\.?|cetera)$/i.test(text))
  if (isInRow || isOpenList) return null
  // "..., thus leaving"
  const opensAt = subtree(tree, token.index).find((index) => tree.tokens[index]?.upos !== 'PUNCT')
  const isOpen = opensAt === token.index || (opensAt === token.index - 1 && tree.tokens[opensAt]?.upos === 'ADV')
  if (!isOpen || core.last !== end || textAt(tree, core.first - 1) !== ',') return null
  return { first: core.first - 1, last: core.last, strength: 1 }
}

/** Whether a participle is one of several: "sharing, training and planning". */
function isListed(tree: Tree, token: Token): boolean {
  const related = [...children(tree, token.index), ...(token.relation === 'conj' ? children(tree, token.head) : [])]
  return related.some(
    (index) =>
      index !== token.index && tree.tokens[index]?.relation === 'conj' && tree.tokens[index]?.xpos === token.xpos,
  )
}

/** ..., including this, that and the other. · ..., in addition to the rest. */
function examplesCut(token: Token, { tree, end, root }: Ground): Cut | null {
  const opener = `${plainAt(tree, token.index)} ${plainAt(tree, token.index + 1)}`
  const [isExample, isBeside] = [EXAMPLES.test(opener), BESIDES.test(opener)]
  if (!(isExample || isBeside) || token.index < root || textAt(tree, token.index - 1) !== ',') return null
  const tail = tree.tokens.slice(token.index, end + 1)
  const isClosed = tail.every((each) => !isFiniteVerb(each) && !each.relation.startsWith('nsubj'))
  // "makes data, including plans, as easy as possible to find": behind the last comma the sentence goes on.
  const last = tail.slice(tail.findLastIndex(({ text }) => text === ',') + 1)
  const isList = last.length === tail.length || last.some(({ upos }) => upos === 'CCONJ')
  return isClosed && isList ? { first: token.index - 1, last: end, strength: isExample ? 0 : 1 } : null
}

const EXAMPLES = /^(?:including|especially|particularly|notably|preferably|ideally|e\.g\.) |^such as$/
const BESIDES = /^(?:following|alongside) |^(?:along with|in addition|thanks to|due to)$/

/** ... — a matter of taste — ... · ... — at last. */
function dashCut(token: Token, { tree, root, end }: Ground): Cut | null {
  if (!isDash(token, tree)) return null
  const close = tree.tokens.findIndex((other, index) => index > token.index && isDash(other, tree))
  const isFirst = tree.tokens.slice(0, token.index).filter((other) => isDash(other, tree)).length % 2 === 0
  if (!isFirst) return null
  if (close > 0) return { first: token.index, last: close, strength: 1 }
  const turns = /^(?:but|not|and|or|yet|though|although)$/i.test(textAt(tree, token.index + 1))
  return token.index > root && !turns ? { first: token.index, last: end, strength: 2 } : null
}

/** A dash with room on both sides, or a long one: not the mark before an option. */
function isDash({ index, text, start, end }: Token, tree: Tree): boolean {
  const [before, after] = [tree.tokens[index - 1], tree.tokens[index + 1]]
  const isLoose = before !== undefined && before.end < start && after !== undefined && after.start > end
  return /^[–—]$/.test(text) || (isLoose && /^--?$/.test(text))
}
