import { plain } from '../../grammar/english-words.ts'
import { children, isFiniteVerb, type Token, type Tree } from '../../grammar/tree.ts'
import { type Cut, isInRelative, plainAt, type Stretch, textAt } from './cut.ts'
import { needsMore, takesInfinitive } from './needs.ts'

/**
 * Whether a circumstance says how far a claim holds, or belongs so closely to what stands beside it that what is left says
 * something else: "the worst crackdown | in a decade", "acted | in self-defense", "soon | after the vote".
 */
export function isBound(tree: Tree, cut: Cut): boolean {
  if (cut.strength < 1) return false
  const clause = clauseBefore(tree, cut)
  // A day bounds little of what happened.
  return (cut.strength === 1 ? [isEnabled, isRow] : BOUNDS).some((binds) => binds(tree, cut, clause))
}

/** What stands between the last joint of a sentence and a cut; nothing where the cut stands apart itself. */
function clauseBefore(tree: Tree, { first }: Stretch): readonly Token[] {
  if (/^(?:PUNCT|CCONJ)$/.test(tree.tokens[first]?.upos ?? '')) return []
  const joint = tree.tokens.slice(0, first).findLastIndex(({ text }) => /^(?:[,;:–—]|--)$/.test(text))
  return tree.tokens.slice(joint + 1, first)
}

type Bound = (tree: Tree, cut: Cut, clause: readonly Token[]) => boolean

const BOUNDS: readonly Bound[] = [
  isSuperlative,
  isFocused,
  isCompared,
  isQuantified,
  isManner,
  isRole,
  isMeasured,
  isCondition,
  isEnabled,
  leavesNeedy,
  isState,
  isRange,
  isCalledOn,
  isWanted,
  isOfRelative,
  isRow,
  splitsTitle,
  splitsCompound,
  leavesOpenClause,
]

/** "the worst crackdown | in a decade" */
function isSuperlative(tree: Tree, { first }: Cut, clause: readonly Token[]): boolean {
  const limits = /^(?:in|since|of|among|for|outside|within|across|ever|on|at|to)$/.test(plainAt(tree, first))
  return (
    limits &&
    clause.some(({ xpos, text }) => /^(?:JJS|RBS)$/.test(xpos) && !/^(?:at|most|least)$/i.test(text)) &&
    !clause.some(({ text }) => /^most$/i.test(text) && clause.at(0)?.text === text)
  )
}

/** "you can only read | in the hall": what goes is what the "only" is about. */
function isFocused(_: Tree, __: Cut, clause: readonly Token[]): boolean {
  return clause.some(({ text }) => /^(?:only|solely|exclusively|merely|even|especially|particularly)$/i.test(text))
}

/** "more than their neighbours | in the north" */
function isCompared(tree: Tree, { first }: Cut, clause: readonly Token[]): boolean {
  const isAs = plainAt(tree, first) === 'as' && clause.some(({ text }) => /^(?:as|so|such|same)$/i.test(text))
  return isAs || clause.some(({ text }, at) => /^than$/i.test(text) && !/^\d/.test(clause[at + 1]?.text ?? ''))
}

/** "stops all the trains | in the yard": of all, of each or of none says of which. */
function isQuantified(tree: Tree, { first }: Cut, clause: readonly Token[]): boolean {
  if (tree.tokens[first]?.upos !== 'ADP') return false
  const nominal = clause.slice(clause.findLastIndex(({ upos }) => /^(?:VERB|AUX|ADP|SCONJ|ADV)$/.test(upos)) + 1)
  return nominal.some(({ text }) =>
    /^(?:all|every|each|any|no|none|both|entire|whole|everything|everyone|nothing)$/i.test(text),
  )
}

/** in self-defense, by mistake, on purpose: a bare noun says how, and of what kind the deed was. */
function isManner(tree: Tree, { first, last }: Cut): boolean {
  if (!/^(?:in|by|on|under|without|with|out)$/.test(plainAt(tree, first)) || isOccasion(tree, first)) return false
  const noun = tree.tokens
    .slice(first + 1, last + 1)
    .find(({ upos, head }) => /^(?:NOUN|PROPN)$/.test(upos) && (head < first || head > last))
  return (
    noun?.xpos === 'NN' &&
    !children(tree, noun.index).some((child) =>
      /^(?:det|amod|nmod:poss|nummod|nmod)/.test(tree.tokens[child]?.relation ?? ''),
    )
  )
}

/** in response to, in a bid to, ahead of: none completes a verb. */
export function isOccasion(tree: Tree, index: number): boolean {
  const words = [0, 1, 2, 3].map((step) => plainAt(tree, index + step)).join(' ')
  return OCCASIONS.test(words)
}

const OCCASIONS =
  /^(?:in (?:an? |the )?(?:response to|protest (?:over|at|against)|preparation for|hono(?:u)?r of|support of|connection with|anticipation of|exchange for|recognition of|memory of|wake of|bid to|effort to|attempt to|move to|order to)|as (?:part of|a result of)|ahead of|on the (?:eve|occasion) of)\b/

/** "described | as simple", "asked | as to when": what has no verb of its own after "as" says what something is. */
function isRole(tree: Tree, { first, last }: Cut): boolean {
  if (plainAt(tree, first) !== 'as' || isOccasion(tree, first)) return false
  const gone = tree.tokens.slice(first + 1, last + 1)
  return plainAt(tree, first + 1) === 'to' || !gone.some(isFiniteVerb)
}

/** "right | after the vote", "totally | in the background": an adverb that leans on what follows it. */
function isMeasured(tree: Tree, { first }: Cut): boolean {
  return LEANING.test(textAt(tree, first - 1))
}

const LEANING =
  /^(?:ever|right|just|soon|shortly|immediately|even|especially|particularly|long|well|straight|only|not|always|mostly|partly|exactly|directly|deep|high|low|far|totally|completely|fully|really|truly|highly|deeply|greatly|strongly)$/i

/** What stands in a condition is part of it: "useful when passing values | across a boundary". */
function isCondition(_: Tree, __: Cut, clause: readonly Token[]): boolean {
  return clause.some(({ text }) => /^(?:when|if|unless|until|once|whenever)$/i.test(text))
}

/** "made it possible to read | in the dark": what can be done can be done there. */
function isEnabled(_: Tree, __: Cut, clause: readonly Token[]): boolean {
  return clause.some(
    ({ text }, at) =>
      /^(?:possible|impossible|able|unable|easy|easier|hard|harder|difficult|free|allowed|likely|ready|safe)$/i.test(
        text,
      ) && /^to$/i.test(clause[at + 1]?.text ?? ''),
  )
}

/** "focusing on changes | since the review": what says too little alone stays with what says more. */
function leavesNeedy(tree: Tree, { first }: Cut): boolean {
  const before = tree.tokens[first - 1]
  if (tree.tokens[first]?.upos !== 'ADP' || before?.upos !== 'NOUN') return false
  // "comes from growth | in the web": of a bare noun behind a preposition too little is said.
  const isBare = before.xpos === 'NN' && tree.tokens[first - 2]?.upos === 'ADP'
  return isBare || needsMore(tree, first - 1)
}

/** "was seven | when it happened", "will stop | when it is full": a state, and what is yet to come, are bounded by their time; a deed is not. */
function isState(tree: Tree, { first, last }: Cut, clause: readonly Token[]): boolean {
  const isAhead = [...tree.tokens.slice(0, first), ...tree.tokens.slice(last + 1)].some(({ text }) =>
    /^(?:will|'ll|’ll)$/i.test(text),
  )
  if (isAhead && /^(?:when|once|as|after|before|until)$/.test(plainAt(tree, first))) return true
  const opens = /^(?:when|as|while|before|after|until|since|once)$/.test(plainAt(tree, first))
  const isClause = tree.tokens.slice(first, last + 1).some(isFiniteVerb)
  const verb = clause.findLast(({ upos }) => /^(?:VERB|AUX)$/.test(upos))
  return opens && isClause && verb !== undefined && /^(?:am|is|are|was|were|be|been|'s|’s)$/i.test(verb.text)
}

/** "from the old | to the new" */
function isRange(tree: Tree, { first, last }: Cut, clause: readonly Token[]): boolean {
  const [opener, next] = [plainAt(tree, first), plainAt(tree, last + 1)]
  return (
    (opener === 'from' && /^(?:to|into|through|until)$/.test(next)) ||
    (/^(?:to|into|through|until)$/.test(opener) &&
      tree.tokens[first]?.upos === 'ADP' &&
      clause.some(({ text }) => /^from$/i.test(text)))
  )
}

/** "calls for the council | to resign" */
function isCalledOn(tree: Tree, { first }: Cut, clause: readonly Token[]): boolean {
  if (plainAt(tree, first) !== 'to' || tree.tokens[first]?.upos === 'ADP') return false
  const opener = clause.findLast(({ upos }) => /^(?:ADP|VERB)$/.test(upos))
  return opener !== undefined && opener.upos === 'ADP' && /^(?:for|on|upon)$/i.test(opener.text)
}

/** "the gems that you use | in the file": a clause that says which one is meant stays whole. */
function isOfRelative(tree: Tree, { first, last }: Cut): boolean {
  if (!/^(?:ADP|PART)$/.test(tree.tokens[first]?.upos ?? '')) return false
  const top = tree.tokens
    .slice(first, last + 1)
    .find(({ head, upos }) => upos !== 'PUNCT' && (head < first || head > last))
  return top !== undefined && isInRelative(tree, top.head)
}

/** "new maps, new stops, et cetera" goes on as it began. */
function isRow(tree: Tree, { first, last }: Cut): boolean {
  return tree.tokens.slice(first, last + 1).some(({ text }) => /^(?:etc\.?|cetera)$/i.test(text))
}

/** "a talk called Night Boats | in Old Harbours": what has capitals on both sides is one name. */
function splitsTitle(tree: Tree, { first, last }: Cut): boolean {
  const [before, opener] = [tree.tokens[first - 1], tree.tokens[first]]
  const isCommon =
    before !== undefined && before.index > 0 && /^\p{Lu}\p{Ll}/u.test(before.text) && /^NN(?:S|PS)?$/.test(before.xpos)
  const next = tree.tokens.slice(first + 1, last + 1).find(({ upos }) => !/^(?:DET|PUNCT)$/.test(upos))
  return opener?.upos === 'ADP' && isCommon && /^\p{Lu}/u.test(next?.text ?? '')
}

/** "with enough room | to rest", "the right | to read": what the word before it is for. */
function isWanted(tree: Tree, { first }: Cut, clause: readonly Token[]): boolean {
  if (plainAt(tree, first) !== 'to' || tree.tokens[first + 1]?.xpos !== 'VB') return false
  return takesInfinitive(tree, first - 1) || clause.some(({ text }) => /^(?:enough|too|sufficient)$/i.test(text))
}

/** "against similar side-channel | attacks", "a note from teacher | Ann Bell" */
function splitsCompound(tree: Tree, { first, last }: Cut): boolean {
  const [opener, end, next] = [tree.tokens[first], tree.tokens[last], tree.tokens[last + 1]]
  const isNominal = (token?: Token) => /^(?:NOUN|PROPN)$/.test(token?.upos ?? '')
  return opener?.upos === 'ADP' && (isNominal(end) || end?.upos === 'ADJ') && isNominal(next)
}

/** "since only one pin | and the settings have changed": the clause that the "since" opens would have no verb. */
function leavesOpenClause(tree: Tree, { first }: Cut): boolean {
  const joins = tree.tokens[first]?.upos === 'CCONJ'
  const opener = tree.tokens
    .slice(0, first)
    .findLast(
      ({ index, upos, text }) =>
        OPENERS.has(plain(text)) && (upos === 'SCONJ' || joins || (upos === 'ADP' && textAt(tree, index - 1) === ',')),
    )
  if (opener === undefined) return false
  const kept = tree.tokens.slice(opener.index + 1, first)
  return kept.length > 0 && !kept.some(({ upos }) => /^(?:VERB|AUX)$/.test(upos))
}

const OPENERS: ReadonlySet<string> = new Set(
  'since because as while before after although though whereas if when that'.split(' '),
)
