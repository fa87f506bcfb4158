import { isFiniteVerb, predicateAt, subtree, type Token, type Tree } from '../../grammar/tree.ts'
import { isOccasion } from './bounds.ts'
import {
  type Cut,
  coreOf,
  type Ground,
  hasBefore,
  hasFigureBeside,
  type Kind,
  plainAt,
  type Stretch,
  textAt,
  withCommas,
} from './cut.ts'
import { isCompleted, isDone, isOpinion, isPassive, needsMore, objectOf, takesTwo } from './needs.ts'
import { TIME_WORDS } from './times.ts'

/** Where, when and how. */
export const CIRCUMSTANCES: readonly Kind[] = [settingCut, placeCut, additionCut, agentCut, tailCut, attendantCut]

/** How a closing circumstance begins that widens a claim and does not limit it. */
const CLOSING_SETTERS: ReadonlySet<string> = new Set(['in', 'by', 'amid', 'within', 'across'])

/** ... in maintaining stability. */
function settingCut(token: Token, ground: Ground): Cut | null {
  const { tree, end, root } = ground
  if (token.index <= root || !/^(?:obl|advcl|nmod|acl)$/.test(token.relation)) return null
  const core = coreOf(tree, token.index)
  const [opener, next] = [plainAt(tree, core.first), tree.tokens[core.first + 1]]
  if (core.last !== end || !CLOSING_SETTERS.has(opener) || hasFigureBeside(ground, core)) return null
  const isGerund = next?.xpos === 'VBG'
  if (needsMore(tree, token.head) || hasRelative(tree, token.index) || isWhereToFind(token, ground)) return null
  if (token.relation === 'obl' && isDouble(tree, token.head)) return null
  const isComplement =
    !hasBefore(tree, token.head, token.index, /^obj$/) && (token.relation === 'obl' || opener === 'by')
  if (isComplement) return null
  const isSetting = opener !== 'by' && token.relation !== 'acl' && token.upos === 'NOUN'
  return isGerund || isSetting ? { ...core, strength: 2 } : null
}

/** You can find the setting in the sidebar: where is what the sentence is for. Not so of what was found once. */
function isWhereToFind({ head }: Token, { tree, tellsEvent }: Ground): boolean {
  const above = tree.tokens[head]
  const verb = above?.relation === 'obj' ? above.head : head
  const isToCome = predicateAt(tree, verb).some(({ xpos }) => xpos === 'MD')
  return FINDING.has(plainAt(tree, verb)) && (isToCome || !tellsEvent(verb))
}

const FINDING: ReadonlySet<string> = new Set(
  'access accessed find finds found install installed locate located open save saved see seen store stored view viewed'.split(
    ' ',
  ),
)

/** What begins so completes no verb. */
const LOOSE: ReadonlySet<string> = new Set(
  'after before during following despite because amid due since throughout alongside'.split(' '),
)

const PLACES: ReadonlySet<string> = new Set('in at on near outside inside within across over through'.split(' '))

/** ... at the town hall. Only of something that happened: it did all the same. */
function placeCut(token: Token, ground: Ground): Cut | null {
  const { tree } = ground
  if (!isOfDeed(token, ground) || isWhereToFind(token, ground)) return null
  const core = coreOf(tree, token.index)
  const opener = plainAt(tree, core.first)
  if (!(PLACES.has(opener) || LOOSE.has(opener)) || hasFigureBeside(ground, core)) return null
  if (needsMore(tree, objectOf(tree, token.head)) || !isClosed(ground, core)) return null
  const isWhole =
    LOOSE.has(opener) || isDone(tree, token.head) || (isCompleted(tree, token) && !isDouble(tree, token.head))
  return isWhole ? { ...withCommas(tree, core), strength: 2 } : null
}

/** Verbs that may want a place beside their object: "put the key in the drawer". */
function isDouble(tree: Tree, verb: number): boolean {
  return takesTwo(tree, verb) && objectOf(tree, verb) > verb
}

/** How what was added to a deed may begin. */
const ADDITIONS: ReadonlySet<string> = new Set(
  'for with from on against about to by around between under towards toward'.split(' '),
)

/** ... its ambassador from the capital. A verb that wants two things keeps both. */
function additionCut(token: Token, ground: Ground): Cut | null {
  const { tree } = ground
  if (!isOfDeed(token, ground)) return null
  const core = coreOf(tree, token.index)
  if (!ADDITIONS.has(plainAt(tree, core.first)) || hasFigureBeside(ground, core)) return null
  const object = objectOf(tree, token.head)
  const isWhole = object >= 0 && object < token.index && !needsMore(tree, object) && !takesTwo(tree, token.head)
  return isWhole && isClosed(ground, core) ? { ...withCommas(tree, core), strength: 3 } : null
}

/** ... by a mud slide. What was done was done, unless it lies in the eye of who did it: "was ranked first by the readers". */
function agentCut(token: Token, ground: Ground): Cut | null {
  const { tree } = ground
  const isAgent = isOfDeed(token, ground) && isPassive(tree, token.head)
  const core = coreOf(tree, token.index)
  if (!isAgent || plainAt(tree, core.first) !== 'by' || tree.tokens[core.first + 1]?.xpos === 'VBG') return null
  if (takesTwo(tree, token.head) || isOpinion(tree, token.head) || hasFigureBeside(ground, core)) return null
  return isClosed(ground, core) ? { ...withCommas(tree, core), strength: 3 } : null
}

/** Whether a phrase follows the verb of something that happened, or of what hangs from it. */
function isOfDeed({ index, head, relation }: Token, { tree, root, tellsEvent }: Ground): boolean {
  const isAfterVerb = index > root && head < index && tree.tokens[head]?.upos === 'VERB'
  return isAfterVerb && /^obl(?::agent)?$/.test(relation) && tellsEvent(head)
}

/** Whether a stretch ends where the sentence, a clause or another phrase of its verb begins. */
function isClosed({ tree, end }: Ground, { last }: Stretch): boolean {
  const next = tree.tokens[last + 1]
  if (TIME_WORDS.has(plainAt(tree, last + 1))) return true
  return last === end || next === undefined || /^(?:ADP|SCONJ|PUNCT|PART)$/.test(next.upos) || next.xpos === 'VBG'
}

/** ... following a long debate; ... as the price rose. Whatever the tree hangs it on: what begins so completes nothing. */
function tailCut(token: Token, ground: Ground): Cut | null {
  const { tree, root, end, isEvent } = ground
  const before = tree.tokens[token.index - 1]
  if (!isEvent || token.index <= root + 1 || before === undefined || !isOpener(token)) return null
  const tail = { first: token.index, last: end }
  if (tail.last === tail.first) return null
  const isClause = /^(?:when|as)$/.test(plainAt(tree, token.index)) && hasClause(tree, tail)
  const isPhrase =
    (LOOSE.has(plainAt(tree, token.index)) || isOccasion(tree, token.index)) &&
    (!hasFigureBeside(ground, tail) || hasFiniteVerb(tree, tail))
  const isAfterPhrase = /^(?:NOUN|PROPN|NUM|PRON|ADV|ADJ)$/.test(before.upos) || before.text === ','
  return (isClause || isPhrase) && isAfterPhrase ? { ...withCommas(tree, tail), strength: 3 } : null
}

function isOpener({ upos, text }: Token): boolean {
  return /^(?:ADP|SCONJ|ADV)$/.test(upos) || /^following$/i.test(text)
}

/** Whether a stretch has a subject and a verb: "as the price rose", and not "as code". */
function hasClause(tree: Tree, { first, last }: Stretch): boolean {
  const subject = tree.tokens.slice(first, last + 1).find(({ relation }) => relation.startsWith('nsubj'))
  return subject !== undefined && subject.head > subject.index && hasFiniteVerb(tree, { first: subject.index, last })
}

function hasFiniteVerb(tree: Tree, { first, last }: Stretch): boolean {
  return tree.tokens.slice(first, last + 1).some(isFiniteVerb)
}

/** ..., with the sun behind it. */
function attendantCut(token: Token, { tree, root, end, subject }: Ground): Cut | null {
  const isOpen = plainAt(tree, token.index) === 'with' && textAt(tree, token.index - 1) === ','
  return isOpen && subject >= 0 && token.index > root ? { first: token.index - 1, last: end, strength: 1 } : null
}

/** Whether a clause in it says which of many is meant: "the line that earns more". */
function hasRelative(tree: Tree, index: number): boolean {
  return subtree(tree, index).some((each) => tree.tokens[each]?.relation === 'acl:relcl')
}
