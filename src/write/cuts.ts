import { connectiveLength } from '../grammar/english-cues.ts'
import { HEDGES, LIMITERS, NEGATIONS, plain } from '../grammar/english-words.ts'
import { children, rootOf, subtree, type Token, type Tree } from '../grammar/tree.ts'

/** A stretch of a sentence that can go and leave a sentence: first token to last, inclusive. */
export interface Cut {
  readonly first: number
  readonly last: number
  /** 0 loses next to nothing; 1 loses an aside of some weight; 2 loses a circumstance. */
  readonly strength: 0 | 1 | 2
}

/** Everything that the tree says can be spared, in no order. Cuts may hold one another. */
export function cutsOf(tree: Tree, sentence: string): Cut[] {
  const ground: Ground = { tree, root: rootOf(tree), end: lastWord(tree), subject: subjectStart(tree) }
  const cuts = tree.tokens.flatMap((token) => KINDS.flatMap((kind) => kind(token, ground) ?? []))
  const connective = connectiveCut(tree, connectiveLength(sentence))
  const found = connective === null ? cuts : [connective, ...cuts]
  return [...found, ...alsoCuts(tree, found)].filter((cut) => isSpareable(tree, cut))
}

/** What each kind of cut looks at. */
interface Ground {
  readonly tree: Tree
  readonly root: number
  /** The last token that is a word. */
  readonly end: number
  /** Where the root's subject begins; -1 without one. */
  readonly subject: number
}

type Kind = (token: Token, ground: Ground) => Cut | null

const KINDS: readonly Kind[] = [
  bracketCut,
  openingCut,
  relativeCut,
  appositionCut,
  participleCut,
  examplesCut,
  circumstanceCut,
  timeCut,
  secondClauseCut,
  reasonCut,
  purposeCut,
]

/** Moreover, ... */
function connectiveCut(tree: Tree, length: number): Cut | null {
  const first = tree.tokens.find((token) => token.start >= length)
  return length === 0 || first === undefined ? null : { first: 0, last: first.index - 1, strength: 0 }
}

/** (as it were) */
function bracketCut(token: Token, { tree }: Ground): Cut | null {
  if (token.text !== '(' || /^(?:or|and|not)$/i.test(textAt(tree, token.index + 1))) return null
  const close = tree.tokens.findIndex((other, index) => index > token.index && other.text === ')')
  const [before, after] = [tree.tokens[token.index - 1], tree.tokens[close + 1]]
  // Brackets within a word or a number are part of it.
  const isWithin = before?.end === token.start || (after?.upos !== 'PUNCT' && after?.start === tree.tokens[close]?.end)
  return close < 0 || isWithin ? null : { first: token.index, last: close, strength: 0 }
}

/** How an opening circumstance may begin that only sets the scene. Conditions, concessions and sources are not among them. */
const SCENE_SETTERS: ReadonlySet<string> = new Set([
  'by',
  'beyond',
  'in',
  'during',
  'with',
  'at',
  'on',
  'from',
  'through',
  'throughout',
  'alongside',
  'amid',
  'over',
  'besides',
])

/** In this discussion, ... */
function openingCut(token: Token, { tree, root, subject }: Ground): Cut | null {
  if (token.head !== root || !/^(?:obl|advcl)/.test(token.relation)) return null
  const core = coreOf(tree, token.index)
  if (core.first !== 0 || subject <= core.last || textAt(tree, core.last + 1) !== ',') return null
  if (!SCENE_SETTERS.has(plain(textAt(tree, 0))) || hasFigure(tree, core)) return null
  return { first: 0, last: core.last + 1, strength: 1 }
}

/** ..., which was new, ... */
function relativeCut(token: Token, ground: Ground): Cut | null {
  const { tree } = ground
  if (token.relation !== 'acl:relcl') return null
  const core = coreOf(tree, token.index)
  const opener = tree.tokens
    .slice(core.first, core.first + 2)
    .some((each) => /^(?:which|who|whose|whom|where)$/i.test(each.text))
  return opener ? betweenCommas(ground, core, 0) : null
}

/** An apposition longer than this is more likely a list or a clause misread. */
const LONGEST_APPOSITION = 12

/** ..., a seasoned diplomat, ... */
function appositionCut(token: Token, ground: Ground): Cut | null {
  const { tree } = ground
  if (token.relation !== 'appos') return null
  const core = coreOf(tree, token.index)
  const head = tree.tokens[token.head]
  const isList =
    children(tree, token.head).some((child) => tree.tokens[child]?.relation === 'conj') ||
    children(tree, token.index).some((child) => tree.tokens[child]?.relation === 'conj')
  if (isList || head === undefined || core.last - core.first >= LONGEST_APPOSITION) return null
  if (!/^(?:a|an|the|his|her|its|their|one)$/i.test(textAt(tree, core.first))) return null
  return betweenCommas(ground, core, 0)
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
  if (core.first !== token.index || core.last !== end || textAt(tree, core.first - 1) !== ',') return null
  return { first: core.first - 1, last: core.last, strength: 1 }
}

/** Whether a participle is one of several: "sharing, training and planning". */
function isListed(tree: Tree, token: Token): boolean {
  const related = [...children(tree, token.index), ...(token.relation === 'conj' ? children(tree, token.head) : [])]
  return related.some(
    (index) => index !== token.index && tree.tokens[index]?.relation === 'conj' && tree.tokens[index]?.xpos === 'VBG',
  )
}

/** ..., including this, that and the other. */
function examplesCut(token: Token, { tree, end, root }: Ground): Cut | null {
  const opens =
    /^including$/i.test(token.text) || (/^such$/i.test(token.text) && /^as$/i.test(textAt(tree, token.index + 1)))
  if (!opens || token.index < root || textAt(tree, token.index - 1) !== ',') return null
  const tail = tree.tokens.slice(token.index, end + 1)
  const isClosed = tail.every((each) => !/^(?:MD|VBZ|VBD|VBP)$/.test(each.xpos) && !each.relation.startsWith('nsubj'))
  return isClosed ? { first: token.index - 1, last: end, strength: 0 } : null
}

/** How a closing circumstance begins that widens a claim and does not limit it. */
const CLOSING_SETTERS: ReadonlySet<string> = new Set(['in', 'by', 'amid', 'within', 'across'])

/** Nouns that say nothing without what they are in. */
const NEEDY_NOUNS: ReadonlySet<string> = new Set([
  'progress',
  'role',
  'part',
  'success',
  'interest',
  'difficulty',
  'change',
  'changes',
  'increase',
  'difference',
  'experience',
  'step',
  'way',
])

/** ... in maintaining stability. */
function circumstanceCut(token: Token, { tree, end, root }: Ground): Cut | null {
  if (token.index <= root || !/^(?:obl|advcl|nmod|acl)$/.test(token.relation)) return null
  const core = coreOf(tree, token.index)
  const [opener, next] = [plain(textAt(tree, core.first)), tree.tokens[core.first + 1]]
  if (core.last !== end || !CLOSING_SETTERS.has(opener) || hasFigure(tree, core)) return null
  const isGerund = next?.xpos === 'VBG'
  if (needsMore(tree, token.head) || subtree(tree, token.index).some((index) => isRestrictive(tree, index))) return null
  const hasObject = children(tree, token.head).some(
    (child) => child < token.index && tree.tokens[child]?.relation === 'obj',
  )
  const isComplement = !hasObject && (token.relation === 'obl' || opener === 'by')
  if (isComplement) return null
  const isSetting = opener !== 'by' && token.relation !== 'acl' && token.upos === 'NOUN'
  return isGerund || isSetting ? { first: core.first, last: core.last, strength: 2 } : null
}

/** ... on Friday · ... last week */
function timeCut(token: Token, { tree, end, root }: Ground): Cut | null {
  if (token.index <= root || !/^obl/.test(token.relation) || token.head !== root) return null
  const core = coreOf(tree, token.index)
  const words = tree.tokens.slice(core.first, core.last + 1)
  const isNamed = tree.tokens[core.first - 1]?.upos === 'PROPN' && core.first === token.index
  const isTime = TIMES.has(plain(token.text)) && words.length <= LONGEST_TIME && !isNamed
  return isTime && core.last === end ? { first: core.first, last: core.last, strength: 1 } : null
}

const TIMES: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning afternoon evening night ' +
    'week month weekend'
  ).split(' '),
)

/** "on Friday morning" is one; "in the week before the vote" says more. */
const LONGEST_TIME = 4

/** ..., and it has done so since. What follows "but" turns the first clause round, and stays. */
function secondClauseCut(token: Token, { tree, end, root }: Ground): Cut | null {
  if (token.relation !== 'conj' || token.head !== root || token.index < root) return null
  const core = coreOf(tree, token.index)
  const opens = textAt(tree, core.first)
  const hasSubject = children(tree, token.index).some((child) => /^nsubj/.test(tree.tokens[child]?.relation ?? ''))
  if (core.last !== end || !/^and$/i.test(opens) || textAt(tree, core.first - 1) !== ',' || !hasSubject) return null
  const others = children(tree, root).filter((child) => tree.tokens[child]?.relation === 'conj')
  return others.length > 1 ? null : { first: core.first - 1, last: core.last, strength: 2 }
}

/** ..., as the price rose · ..., after a long debate */
function reasonCut(token: Token, { tree, end, root }: Ground): Cut | null {
  if (token.relation !== 'advcl' || token.head !== root || token.index < root) return null
  const core = coreOf(tree, token.index)
  const isReason = /^(?:as|after|when|since|because)$/i.test(textAt(tree, core.first))
  return isReason && core.last === end && textAt(tree, core.first - 1) === ','
    ? { first: core.first - 1, last: core.last, strength: 2 }
    : null
}

/** ... to support its growth, where the verb has its object already. */
function purposeCut(token: Token, { tree, end, root }: Ground): Cut | null {
  if (token.relation !== 'advcl' || token.head !== root || token.index < root || token.xpos !== 'VB') return null
  const core = coreOf(tree, token.index)
  const hasObject = children(tree, root).some(
    (child) =>
      child < token.index && tree.tokens[child]?.relation === 'obj' && !NEEDY_NOUNS.has(plain(textAt(tree, child))),
  )
  const isPlain = core.last === end && /^to$/i.test(textAt(tree, core.first)) && hasObject
  return isPlain ? { first: core.first, last: core.last, strength: 2 } : null
}

/** Whether a sentence gives a figure outside a stretch: it holds where it was counted, and a circumstance says where. Years count nothing. */
function hasFigure(tree: Tree, { first, last }: { readonly first: number; readonly last: number }): boolean {
  return tree.tokens.some(
    ({ index, text, upos }) =>
      (index < first || index > last) && upos === 'NUM' && !/^(?:1[0-9]|20)\d{2}$|^one$/i.test(text),
  )
}

/** Whether a word says too little without what follows it: "helpful in …", "progress in …", "the only line in …". */
function needsMore(tree: Tree, index: number): boolean {
  const word = tree.tokens[index]
  const isSingledOut = children(tree, index).some((child) => {
    const { text = '', xpos = '' } = tree.tokens[child] ?? {}
    return xpos === 'JJS' || /^(?:only|first|last|same|next|one)$/i.test(text)
  })
  return word === undefined || word.upos === 'ADJ' || NEEDY_NOUNS.has(plain(word.text)) || isSingledOut
}

/** Whether a word heads a clause that says which of many is meant: "the line that earns more". */
function isRestrictive(tree: Tree, index: number): boolean {
  return tree.tokens[index]?.relation === 'acl:relcl'
}

/** "also" refers to what an opening cut takes away. */
function alsoCuts(tree: Tree, cuts: readonly Cut[]): Cut[] {
  const opening = cuts.find((cut) => cut.first === 0)
  if (opening === undefined) return []
  return tree.tokens
    .filter(
      (token) =>
        plain(token.text) === 'also' &&
        token.relation === 'advmod' &&
        token.index > opening.last &&
        token.index < tree.tokens.length - 2,
    )
    .slice(0, 1)
    .map((token) => ({ first: token.index, last: token.index, strength: opening.strength }))
}

/** Words that make an aside a condition of what it stands beside. */
const CONDITIONS = new Set(['if', 'unless', 'until', 'only', 'except', 'without'])

/** Words by which an opening or a closing circumstance says whose view something is, or how far it holds. */
const BOUNDS = new Set([
  ...['according', 'view', 'opinion', 'words', 'eyes', 'theory', 'principle', 'practice', 'part', 'general'],
  ...['some', 'many', 'most', 'few', 'certain'],
])

/** A cut may not take a condition with it; a circumstance may take no figure, negation, hedge or limit either. */
function isSpareable(tree: Tree, { first, last, strength }: Cut): boolean {
  return tree.tokens.slice(first, last + 1).every((token) => {
    const word = plain(token.text)
    if (CONDITIONS.has(word)) return false
    const isFigure = /\d/.test(word) || token.upos === 'NUM'
    return (
      strength === 0 || !(isFigure || NEGATIONS.has(word) || HEDGES.has(word) || LIMITERS.has(word) || BOUNDS.has(word))
    )
  })
}

/** A subtree's stretch without the punctuation at its ends. */
function coreOf(tree: Tree, index: number): { readonly first: number; readonly last: number } {
  const words = subtree(tree, index).filter((each) => tree.tokens[each]?.upos !== 'PUNCT')
  return { first: words[0] ?? index, last: words.at(-1) ?? index }
}

/** A stretch after a comma, up to the end or the next comma. That goes too, unless it parts an opening from the subject. */
function betweenCommas(
  { tree, end, subject }: Ground,
  core: { readonly first: number; readonly last: number },
  strength: 0 | 1,
): Cut | null {
  if (textAt(tree, core.first - 1) !== ',') return null
  if (core.last === end) return { first: core.first - 1, last: core.last, strength }
  const isInOpening = core.last < subject
  return textAt(tree, core.last + 1) === ','
    ? { first: core.first - 1, last: isInOpening ? core.last : core.last + 1, strength }
    : null
}

function subjectStart(tree: Tree): number {
  const subject = children(tree, rootOf(tree)).find((child) =>
    /^(?:nsubj|expl|csubj)/.test(tree.tokens[child]?.relation ?? ''),
  )
  return subject === undefined ? -1 : coreOf(tree, subject).first
}

function lastWord(tree: Tree): number {
  return tree.tokens.findLastIndex((token) => token.upos !== 'PUNCT')
}

function textAt(tree: Tree, index: number): string {
  return tree.tokens[index]?.text ?? ''
}
