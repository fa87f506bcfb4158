import { connectiveLength, turnLength } from '../../grammar/english-cues.ts'
import { isFiniteVerb, type Tree } from '../../grammar/tree.ts'
import { ASIDES } from './asides.ts'
import { CIRCUMSTANCES } from './circumstances.ts'
import { CLAUSES } from './clauses.ts'
import { type Cut, type Ground, groundOf, type Strength } from './cut.ts'
import { MODIFIERS } from './modifiers.ts'
import { OPENINGS } from './openings.ts'
import { PURPOSES } from './purposes.ts'
import { isSpareable } from './spare.ts'
import { TIMES } from './times.ts'

/** Everything that the tree says can be spared, the least loss first and, of one strength, the last first. Cuts may hold one another. */
export function cutsOf(tree: Tree, sentence: string): readonly Cut[] {
  const ground = groundOf(tree)
  const found = tree.tokens.flatMap((token) => KINDS.flatMap((kind) => kind(token, ground) ?? []))
  const spareable = [...found, ...found.flatMap((cut) => restCut(cut, ground))].filter((cut) => isSpareable(tree, cut))
  const leads = [...leadCut(tree, connectiveLength(sentence), 0), ...leadCut(tree, turnLength(sentence), 1)]
  return [...leads, ...spareable].toSorted((one, other) => one.strength - other.strength || other.last - one.last)
}

const KINDS = [...OPENINGS, ...ASIDES, ...TIMES, ...CIRCUMSTANCES, ...PURPOSES, ...CLAUSES, ...MODIFIERS]

/** The same cut with all that follows it. What turns a sentence round stays with it, and so does a verb that may be its own. */
function restCut(cut: Cut, { tree, root, end }: Ground): Cut[] {
  if (cut.first <= root || cut.last >= end || cut.strength < 2) return []
  const rest = tree.tokens.slice(cut.last + 1, end + 1)
  // "urged the towns | in the north to act": what was urged stays.
  if (/^to$/i.test(rest[0]?.text ?? '') && rest[1]?.xpos === 'VB') return []
  const turns = tree.tokens
    .slice(cut.first, end + 1)
    .some(({ text }) => /^(?:but|although|though|whereas|while|yet|rather|instead)$/i.test(text))
  const opensClause = /^(?:CCONJ|SCONJ|PUNCT)$/.test(rest[0]?.upos ?? '')
  const isAway = opensClause || !rest.some(isFiniteVerb)
  return turns || !isAway ? [] : [{ ...cut, last: end, strength: 3 }]
}

/** Moreover, ... · However, ... */
function leadCut(tree: Tree, length: number, strength: Strength): Cut[] {
  const first = tree.tokens.find((token) => token.start >= length)
  return length === 0 || first === undefined ? [] : [{ first: 0, last: first.index - 1, strength }]
}
