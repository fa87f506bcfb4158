import type { Token } from '../../grammar/tree.ts'
import { type Cut, coreOf, type Ground, type Kind, plainAt, textAt, withCommas } from './cut.ts'
import { needsMore, objectOf, takesInfinitive, takesObjectAndInfinitive, takesTwo } from './needs.ts'

/** What for, and by what means. */
export const PURPOSES: readonly Kind[] = [purposeCut, meansCut]

/** ... to support its growth, where the verb has its object already. */
function purposeCut(token: Token, { tree, end, root, spine }: Ground): Cut | null {
  if (token.xpos !== 'VB' || token.index < root || !/^(?:advcl|acl)$/.test(token.relation)) return null
  const core = coreOf(tree, token.index)
  // Hung on the object, it may as well be the verb's: "opened an office to tap the market".
  const verb = token.relation === 'acl' ? (tree.tokens[token.head]?.head ?? -1) : token.head
  const object = objectOf(tree, verb)
  const isApart = textAt(tree, core.first - 1) === ',' && token.relation === 'advcl'
  if (!spine.has(verb)) return null
  if (!isApart && (object < 0 || object > token.index || needsMore(tree, object))) return null
  // "the process to elect": which of many.
  const isChosen = token.relation === 'acl' && /^the$/i.test(textAt(tree, coreOf(tree, object).first))
  const isFree = !isChosen && !takesInfinitive(tree, object) && !takesObjectAndInfinitive(tree, verb)
  const isLast = core.last === end && plainAt(tree, core.first) === 'to'
  return isFree && isLast ? { ...withCommas(tree, core), strength: 2 } : null
}

/** ... using a small model. */
function meansCut(token: Token, { tree, end, root, spine }: Ground): Cut | null {
  if (token.relation !== 'advcl' || token.xpos !== 'VBG' || token.index < root || !spine.has(token.head)) return null
  const core = coreOf(tree, token.index)
  const opens = core.first === token.index || /^(?:while|by|after|before|when)$/.test(plainAt(tree, core.first))
  const object = objectOf(tree, token.head)
  // "send a message flying"
  if (core.first === token.index && textAt(tree, core.first - 1) !== ',' && takesTwo(tree, token.head)) return null
  if (!opens || core.last !== end || object < 0 || object > token.index || needsMore(tree, object)) return null
  return { ...withCommas(tree, core), strength: 2 }
}
