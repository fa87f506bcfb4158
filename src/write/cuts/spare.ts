import { HEDGES, LIMITERS, NEGATIONS, plain } from '../../grammar/english-words.ts'
import { stem } from '../../grammar/stem.ts'
import { children, isFiniteVerb, rootOf, type Token, type Tree } from '../../grammar/tree.ts'
import { isBound } from './bounds.ts'
import { type Cut, hasBefore } from './cut.ts'
import { datesIn } from './times.ts'
import { tearsThought } from './torn.ts'

/** Words that make an aside a condition of what it stands beside. */
const CONDITIONS = new Set(['if', 'unless', 'until', 'only', 'except', 'without'])

/** Words by which an opening or a closing circumstance says how far something holds. */
const BOUNDS = new Set([
  ...['theory', 'principle', 'practice', 'part', 'general'],
  ...['some', 'many', 'most', 'few', 'certain', 'case', 'cases'],
])

/** Who says what is said, or whose view it is, wherever it stands. */
const SOURCES =
  /^(?:according|view|opinion|words|eyes|sa(?:y|ys|id|ying)|told|argu(?:e|es|ed)|claim(?:s|ed)|report(?:s|ed)|announced|warn(?:s|ed)|insist(?:s|ed))$/

/**
 * Whether nothing of the promises goes with a cut: it may not take a condition or a source with it; a circumstance may take
 * no figure, negation, hedge or limit either, which a clause may, for they are its own; and what completes a word that
 * stays, stays.
 */
export function isSpareable(tree: Tree, cut: Cut): boolean {
  const gone = tree.tokens.slice(cut.first, cut.last + 1)
  const isBracketed = gone[0]?.text === '(' && gone.at(-1)?.text === ')'
  return (
    keepsMarks(tree, cut) &&
    // Brackets say themselves what belongs together, whatever the tree hangs on what stands in them.
    (isBracketed ? !hasCore(tree, cut) : isWholePhrase(tree, cut) && hasWholeClauses(tree, cut)) &&
    keepsHalf(tree, cut) &&
    !isDenied(tree, cut) &&
    !isBound(tree, cut) &&
    !tearsThought(tree, cut) &&
    !splitsOpener(tree, cut) &&
    !splitsName(tree, cut) &&
    !splitsSequence(tree, cut) &&
    !splitsList(tree, cut) &&
    !splitsBracket(gone) &&
    !splitsDashes(tree, cut) &&
    !cutsQuotation(tree, cut)
  )
}

/** Whether no condition and no source goes with a cut, and with a circumstance no figure, negation, hedge or limit. */
export function keepsMarks(tree: Tree, { first, last, strength }: Cut): boolean {
  const gone = tree.tokens.slice(first, last + 1)
  const ownsMarks = strength === 0 || (first > rootOf(tree) && isClause(gone))
  const dates = datesIn(gone)
  return gone.every((token) => {
    const word = plain(token.text)
    if (CONDITIONS.has(word) || (strength > 0 && SOURCES.test(word))) return false
    const isFigure = (/\d/.test(word) || token.upos === 'NUM') && !dates.has(token.index)
    return ownsMarks || !(isFigure || NEGATIONS.has(word) || HEDGES.has(word) || LIMITERS.has(word) || BOUNDS.has(word))
  })
}

/** Whether a stretch is a clause that hangs from its sentence: "..., and it has done so since", "... after the price rose". */
export function isClause(gone: readonly Token[]): boolean {
  // What stands behind a semicolon says as much as what stands before.
  if (gone[0]?.text === ';') return false
  const [opener, next] = gone.filter(({ upos }) => upos !== 'PUNCT')
  if (opener === undefined || next === undefined || next.upos === 'NUM') return false
  const opens = /^(?:and|as|after|when|while|before|since|because|where)$/i.test(opener.text)
  return opens && gone.some((token) => token.upos === 'VERB' || isFiniteVerb(token))
}

/** What a word that stays cannot do without. */
const CORE = /^(?:nsubj|csubj|expl|obj|iobj|ccomp|xcomp|cop|aux|mark|case|fixed|flat|compound|nummod|det)/

function isWholePhrase(tree: Tree, cut: Cut): boolean {
  const isGone = (index: number) => index >= cut.first && index <= cut.last
  const leansOnGone = tree.tokens.some(({ index, head, upos }) => upos !== 'PUNCT' && !isGone(index) && isGone(head))
  return !leansOnGone && !hasCore(tree, cut)
}

/** Whether something in a stretch completes a word outside it. */
function hasCore(tree: Tree, { first, last }: Cut): boolean {
  return tree.tokens.slice(first, last + 1).some((token) => {
    const { head, relation, upos } = token
    if (upos === 'PUNCT' || (head >= first && head <= last)) return false
    return head === -1 || (CORE.test(relation) && !isSecondSubject(tree, token))
  })
}

/** An aside behind the subject is sometimes taken for another subject: the first stays. */
function isSecondSubject(tree: Tree, { index, head, relation }: Token): boolean {
  return /^nsubj/.test(relation) && hasBefore(tree, head, index, /^nsubj/)
}

/** Whether every finite verb that goes takes its subject along: "began after a meeting | between the two was postponed" would lose one half. */
function hasWholeClauses(tree: Tree, { first, last }: Cut): boolean {
  return tree.tokens.slice(first, last + 1).every((token) => {
    const { index, head, relation } = token
    if (!isFiniteVerb(token)) return true
    const verb = /^(?:aux|cop)/.test(relation) ? head : index
    const isJoined = /^(?:conj|parataxis)$/.test(tree.tokens[verb]?.relation ?? '')
    const subjects = children(tree, verb).filter((child) =>
      /^(?:nsubj|csubj|expl)/.test(tree.tokens[child]?.relation ?? ''),
    )
    return isJoined || subjects.some((child) => child >= first && child <= last)
  })
}

/**
 * Whether a stretch stands in what is denied: "nobody chose a watch by lot" does not say that nobody chose a watch. A clause
 * of its own behind a comma does not stand in it.
 */
function isDenied(tree: Tree, { first, last, strength }: Cut): boolean {
  if (strength < 2 || first === 0) return false
  const clause = tree.tokens.slice(0, first).findLastIndex(({ text }) => /^(?:,|;|but)$/i.test(text))
  const gone = tree.tokens.slice(first, last + 1)
  const isJoined = /^and$/i.test(gone[0]?.text ?? '')
  const denies = tree.tokens
    .slice(clause + 1, first)
    .some(({ text }) => NEGATIONS.has(plain(text)) || (!isJoined && DENIALS.has(stem(plain(text)))))
  return denies && !(/^[,;–—]$/.test(gone[0]?.text ?? '') && gone.some(({ relation }) => /^nsubj/.test(relation)))
}

/** Verbs of which more is said by what they bound: "banned cars in the park" does not say that it banned cars. */
const DENIALS: ReadonlySet<string> = new Set(
  'ban banned bar barred prohibit forbid forbidden forbade outlaw boycott prevent avoid oppose exclude eliminate deny denied refuse reject doubt ignore lack limit restrict'
    .split(' ')
    .map(stem),
)

/** "two days | before the vote", "thanks | to the council": what opens a phrase may be more than one word. */
function splitsOpener(tree: Tree, { first }: Cut): boolean {
  const [before, opener] = [tree.tokens[first - 1]?.text ?? '', tree.tokens[first]?.text ?? '']
  const isSpan = /^(?:second|minute|hour|day|week|month|year|decade)s?$/i.test(before)
  const isPart =
    /^(?:thanks|due|prior|because|instead|ahead|out|such|pursuant|relative|similar|related|subject|contrary|close|next|together|regardless)$/i.test(
      before,
    )
  return isPart || (isSpan && /^(?:before|after|since|ago|earlier|later)$/i.test(opener))
}

/** "a Request | For Proposals": a small word with a capital is part of the name before it. */
function splitsName(tree: Tree, { first }: Cut): boolean {
  const [before, opener] = [tree.tokens[first - 1]?.text ?? '', tree.tokens[first]?.text ?? '']
  return /^\p{Lu}/u.test(before) && /^\p{Lu}\p{Ll}+$/u.test(opener)
}

/** "decode, validate, then compile": what is done one after another goes whole, however the tree reads its verbs. */
function splitsSequence(tree: Tree, { first, last }: Cut): boolean {
  const textAt = (index: number) => tree.tokens[index]?.text ?? ''
  return tree.tokens.some(({ index: then, text }) => {
    if (then === 0 || !/^then$/i.test(text)) return false
    const joints = tree.tokens.slice(0, then).map(({ text }) => /^(?:,|and)$/i.test(text))
    const joint = joints.findLastIndex((isJoint) => !isJoint) + 1
    if (first >= joint && first <= then) return tree.tokens.slice(rootOf(tree), joint).some(({ text }) => text === ',')
    const isStep = textAt(first) === ',' && last < then && then - last <= LONGEST_STEP
    const isAside =
      /^(?:who|whom|whose|which|where)$/i.test(textAt(first + 1)) &&
      tree.tokens.slice(first + 1, last).every(({ text }) => text !== ',')
    return isStep && (last + 1 >= joint || !isAside)
  })
}

/** Words from what goes to "then" with no more than one other step between. */
const LONGEST_STEP = 5

/** "by the bank, the agency | on ageing and the commission": whatever the tree makes of it, the end of a list goes with its beginning. */
function splitsList(tree: Tree, { first, last }: Cut): boolean {
  const root = rootOf(tree)
  const joins = tree.tokens.slice(first + 1, last + 1).some(({ text }) => /^(?:and|or)$/i.test(text))
  // "two kinds: clean failures, | in which ..., and others": what a colon announces goes whole.
  const isAnnounced = tree.tokens.slice(0, first).some(({ text }) => text === ':')
  const goesOn = /^(?:and|or)$/i.test(tree.tokens[last + 1]?.text ?? '')
  if (isAnnounced && (joins || goesOn)) return true
  const comma = tree.tokens.slice(0, first).findLastIndex(({ text }) => text === ',')
  const between = tree.tokens.slice(comma + 1, first)
  return joins && comma > root && between.length > 0 && !between.some(({ upos }) => /^(?:VERB|AUX)$/.test(upos))
}

/** What stands behind a semicolon or a "but" goes whole, but for its asides. */
function keepsHalf(tree: Tree, { first, strength }: Cut): boolean {
  return strength < 2 || !tree.tokens.slice(0, first).some(({ text }) => /^(?:;|but)$/i.test(text))
}

/** Brackets go with what stands in them. */
function splitsBracket(gone: readonly Token[]): boolean {
  return gone.filter(({ text }) => text === '(').length !== gone.filter(({ text }) => text === ')').length
}

/** Of two dashes around an aside neither goes alone. */
function splitsDashes(tree: Tree, { first, last }: Cut): boolean {
  const isDash = ({ text }: Token) => /^(?:[–—]|--)$/.test(text)
  const inside = tree.tokens.slice(first + 1, last + 1).filter(isDash).length
  const outside = tree.tokens.slice(0, first).filter(isDash).length + tree.tokens.slice(last + 1).filter(isDash).length
  return inside % 2 !== 0 && outside % 2 !== 0
}

/** A quotation goes whole or not at all. */
function cutsQuotation(tree: Tree, { first, last }: Cut): boolean {
  const marks = tree.tokens.filter(({ text }) => /^(?:["“”]|``|'')$/.test(text))
  const inside = marks.filter(({ index }) => index >= first && index <= last).length
  const before = marks.filter(({ index }) => index < first).length
  return inside % 2 !== 0 || before % 2 !== 0
}
