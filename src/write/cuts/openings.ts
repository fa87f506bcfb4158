import { HEDGES, LIMITERS, NEGATIONS } from '../../grammar/english-words.ts'
import { predicateAt, type Token } from '../../grammar/tree.ts'
import { type Cut, coreOf, type Ground, hasFigureBeside, type Kind, plainAt, textAt } from './cut.ts'

/** What opens a sentence before its subject. */
export const OPENINGS: readonly Kind[] = [sceneCut, participleCut, timeClauseCut, remarkCut]

/** How an opening circumstance may begin that only sets the scene. Conditions, concessions and sources are not among them. */
const SCENE_SETTERS: ReadonlySet<string> = new Set(
  'by beyond in during with at on from through throughout alongside amid over besides'.split(' '),
)

/** In addition to the plan, ... */
const FURTHER = /^(?:in addition|along with|as well|apart from|aside from)$/

/** Of these, what says where or when: a general statement may hold there and nowhere else. */
const PLACES: ReadonlySet<string> = new Set('in at on during from'.split(' '))

/** In this discussion, ... */
function sceneCut(token: Token, ground: Ground): Cut | null {
  const { tree, isEvent } = ground
  const opener = plainAt(tree, 0)
  const cut = openingAt(token, ground, /^(?:obl|advcl)/, 1)
  if (cut === null) return null
  if (FURTHER.test(`${opener} ${plainAt(tree, 1)}`)) return cut
  if (!SCENE_SETTERS.has(opener) || hasFigureBeside(ground, cut)) return null
  if (token.xpos === 'VBG' && isCondition(ground)) return null
  // "In this case, the gate is shut": what follows is so there, and nowhere else.
  if (/^(?:this|these|that|those|such|both|each)$/i.test(textAt(tree, 1)) && CASES.test(token.text)) return null
  const isAhead = tree.tokens.some(({ text }) => /^(?:will|'ll|’ll)$/i.test(text))
  const isBound =
    PLACES.has(opener) &&
    (!isEvent || isAhead) &&
    token.xpos !== 'VBG' &&
    !/^(?:this|these|that|those)$/i.test(textAt(tree, 1))
  return isBound ? null : cut
}

const CASES = /^(?:case|configuration|context|example|instance|mode|scenario|setting|setup|situation|state)s?$/i

/** "By waiting, we would lose a year": what is true only of who does so. What was done was done, however it came about. */
function isCondition({ tree, root, isEvent }: Ground): boolean {
  return !isEvent || predicateAt(tree, root).some(({ xpos }) => xpos === 'MD')
}

/** Speaking at the fair, ... · Founded by two brothers, ... */
function participleCut(token: Token, ground: Ground): Cut | null {
  const isParticiple = token.xpos === 'VBG' || token.xpos === 'VBN'
  return isParticiple && token.index === 0 && ground.isEvent ? openingAt(token, ground, /^(?:advcl|acl)/, 2) : null
}

/** As the price rose, ... In a general statement it says when that holds. */
function timeClauseCut(token: Token, ground: Ground): Cut | null {
  const isTime = /^(?:after|as|before|when|since|because|while)$/.test(plainAt(ground.tree, 0))
  const isReason = /^(?:because|since)$/.test(plainAt(ground.tree, 0))
  const isConcession = plainAt(ground.tree, 0) === 'while'
  return isTime && !isConcession && (ground.isEvent || isReason) ? openingAt(token, ground, /^(?:advcl|obl)/, 2) : null
}

/** Unfortunately, ... · Today, ... */
function remarkCut(token: Token, ground: Ground): Cut | null {
  const { tree } = ground
  if (token.index !== 0 || token.upos !== 'ADV' || textAt(tree, 1) !== ',') return null
  const word = plainAt(tree, 0)
  if (NEGATIONS.has(word) || HEDGES.has(word) || LIMITERS.has(word) || BINDING.has(word)) return null
  return openingAt(token, ground, /^advmod/, 1)
}

/** Adverbs that tie a sentence to the one before, or bound it. */
const BINDING: ReadonlySet<string> = new Set(
  'otherwise instead however rather still though thus therefore hence then so theoretically conversely alternatively consequently accordingly together previously formerly once originally historically traditionally initially earlier first sometimes soon later here there'.split(
    ' ',
  ),
)

function openingAt(token: Token, { tree, root, subject }: Ground, relation: RegExp, strength: 1 | 2): Cut | null {
  if (token.head !== root || !relation.test(token.relation)) return null
  const core = coreOf(tree, token.index)
  if (core.first !== 0 || subject <= core.last || textAt(tree, core.last + 1) !== ',') return null
  return { first: 0, last: core.last + 1, strength }
}
