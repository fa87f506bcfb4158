import { FUNCTION_WORDS, HEDGES, NEGATIONS, plain } from '../grammar/english-words.ts'
import { children, isFiniteVerb, predicateAt, rootOf, subtree, type Token, type Tree } from '../grammar/tree.ts'
import type { Span } from '../model/span.ts'

/** The part a phrase plays in its sentence: subject, object, circumstance, a name inside another clause, or an action. */
export type NameForm = 'subject' | 'object' | 'circumstance' | 'name' | 'gerund'

/** What a title can be made of: a clause with its subject, or a noun phrase. */
export interface Part {
  readonly span: Span
  readonly form: 'clause' | NameForm
}

/**
 * The clauses and noun phrases of a sentence that can be titles, in offsets of the sentence. Each is unbroken; the longest come
 * first.
 */
export function partsOf(tree: Tree, longest: number): readonly Part[] {
  // A question is never cut.
  if (/[?？]/.test(tree.tokens.findLast(({ upos }) => upos === 'PUNCT')?.text ?? '')) return []
  if (/^(?:if|unless|whether|although|though|while|whereas|despite)$/.test(plain(tree.tokens[0]?.text ?? ''))) return []
  const clauses = [...verbsOf(tree), ...contentsOf(tree)].flatMap((verb) => clauseSpans(tree, verb))
  const names = [...namesOf(tree), ...gerundsOf(tree)]
  const fits = ({ span: [start, end] }: Part) => end - start <= longest
  const inOrder = (parts: readonly Part[]) => parts.filter(fits).toSorted((one, other) => sizeOf(other) - sizeOf(one))
  return [...inOrder(clauses).slice(0, MOST_PARTS), ...inOrder(names).slice(0, MOST_PARTS)]
}

const MOST_PARTS = 7

function sizeOf({ span: [start, end] }: Part): number {
  return end - start
}

/** The heads of the clauses that the sentence itself asserts: its root and the clauses coordinated with it. */
function verbsOf(tree: Tree): readonly number[] {
  const root = rootOf(tree)
  const joined = children(tree, root).filter(
    (child) =>
      /^(?:conj|parataxis)$/.test(tree.tokens[child]?.relation ?? '') &&
      !children(tree, child).some((mark) => tree.tokens[mark]?.relation === 'mark'),
  )
  return root < 0 ? [] : [root, ...joined]
}

/**
 * The heads of clauses that a sentence asserts through another clause: what the writer learnt or found, or what a fact means. "We
 * learned that | research takes time", "…, which means that | the quotas no longer fit".
 */
function contentsOf(tree: Tree): readonly number[] {
  return tree.tokens.flatMap(({ index, head, relation }) => {
    const verb = tree.tokens[head]
    if (relation !== 'ccomp' || verb === undefined || verb.index > index) return []
    const under = children(tree, head).flatMap((child) => tree.tokens[child] ?? [])
    const subject = under.find((child) => /^nsubj/.test(child.relation))
    const by = plain(subject?.text ?? '')
    const isClaimed = /^(?:i|we)$/.test(by)
      ? FOUND.has(plain(verb.text))
      : MEANING.has(by) && MEANS.has(plain(verb.text))
    return isClaimed && !under.some((child) => /^(?:aux|advmod)/.test(child.relation) && isKept(child)) ? [index] : []
  })
}

const FOUND: ReadonlySet<string> = new Set(
  'learned learnt found discovered realized realised saw noticed know'.split(' '),
)
const MEANING: ReadonlySet<string> = new Set(['this', 'that', 'which', 'it'])
const MEANS: ReadonlySet<string> = new Set(['means', 'meant', 'shows', 'showed'])

/** The clause from its subject (from its verb in an order) up to each point after which only whole phrases follow. */
function clauseSpans(tree: Tree, verb: number): readonly Part[] {
  const under = children(tree, verb)
  const subject = under.find((child) => /^(?:nsubj|expl|csubj)/.test(tree.tokens[child]?.relation ?? ''))
  const isOrder = subject === undefined && verb === 0 && tree.tokens[verb]?.xpos === 'VB'
  if (
    SPEAKS.has(plain(tree.tokens[verb]?.text ?? '')) &&
    !under.some((child) => child > verb && /^(?:ccomp|obj|xcomp)/.test(tree.tokens[child]?.relation ?? ''))
  )
    return []
  if (!isOrder && (subject === undefined || !predicateAt(tree, verb).some(isFiniteVerb))) return []
  const first = subject === undefined ? verb : (subtree(tree, subject)[0] ?? subject)
  // A condition before the first clause applies to the coordinated clauses too.
  const isJoined = /^(?:conj|parataxis)$/.test(tree.tokens[verb]?.relation ?? '')
  const opening = isJoined ? Math.min(first, subjectStart(tree)) : first
  // In "in three ways: they run longer trains", the clause is only one of several.
  const before = tree.tokens.slice(0, first)
  if (isJoined && before.some((token) => boundsAll(token) && !isTurn(token, verb))) return []
  if (tree.tokens.slice(0, opening).some(isKept) || before.some(({ text }) => text === ':')) return []
  // "In the case of a literal, we know its length" and "Knowing that, we can tell" are true only in that case.
  const limits = [
    ...(before.length > 0 ? [tree.tokens[0]] : []),
    ...under
      .filter((child) => child < first && /^(?:obl|advcl)/.test(tree.tokens[child]?.relation ?? ''))
      .map((child) => tree.tokens[subtree(tree, child)[0] ?? child]),
  ]
  if (limits.some((token) => token !== undefined && (WHERE.has(plain(token.text)) || /^VB[GN]$/.test(token.xpos))))
    return []
  const needed = Math.max(verb, ...under.filter((child) => NEEDED.test(tree.tokens[child]?.relation ?? '')))
  const start = tree.tokens[first]
  return tree.tokens.slice(needed).flatMap((last): Part[] => {
    if (start === undefined || last.upos === 'PUNCT' || FUNCTION_WORDS.has(plain(last.text))) return []
    const rest = tree.tokens.slice(last.index + 1)
    if (rest.length > 0 && rest[0]?.upos !== 'PUNCT' && last.index - first < LEAST_CLAUSE - 1) return []
    const isTorn = isTornAt(tree, first, last.index) || isRow(tree, rest, { last: last.index, verbs: false })
    // A clause with a mark inside must end at a mark, or it would end inside an aside.
    const hasMark = tree.tokens.slice(first, last.index).some(({ text }) => /^[,;:–—-]$/.test(text))
    if (hasMark && rest.length > 0 && rest[0]?.upos !== 'PUNCT') return []
    if (hasMark && tree.tokens[last.index - 1]?.upos === 'CCONJ') return []
    // What follows a colon is kept whole.
    const isList = tree.tokens.slice(first, last.index).some(({ text }) => text === ':')
    if (isList && rest.some(({ upos }) => upos !== 'PUNCT')) return []
    return !isTorn && isFree(tree, rest, { last: last.index, isTitle: true })
      ? [{ span: [start.start, last.end], form: 'clause' }]
      : []
  })
}

/** "The captain told reporters on Wednesday": what he told them is missing. */
const SPEAKS: ReadonlySet<string> = new Set(
  'said says told tells added adds wrote writes asked asks noted notes explained explains recalled recalls reports reported'.split(
    ' ',
  ),
)

/** Words that open a sentence and say where, when or for whom it is true. */
const WHERE: ReadonlySet<string> = new Set(
  'in for with within under at on during among without inside outside'.split(' '),
)

/** A shorter clause says too little without what follows it. */
const LEAST_CLAUSE = 5

/** The word that joins a clause to the one before it: "…, but | the lock held". */
function isTurn({ upos, head }: Token, verb: number): boolean {
  return upos === 'CCONJ' && head === verb
}

/** Where the subject of the whole sentence begins; 0 if it has none. */
function subjectStart(tree: Tree): number {
  const subject = children(tree, rootOf(tree)).find((child) =>
    /^(?:nsubj|expl|csubj)/.test(tree.tokens[child]?.relation ?? ''),
  )
  return subject === undefined ? 0 : (subtree(tree, subject)[0] ?? subject)
}

/** Whether a cut falls inside a word or a phrase, or separates a verb from what completes it. */
function isTornAt(tree: Tree, first: number, last: number): boolean {
  const [end, next] = [tree.tokens[last], tree.tokens[last + 1]]
  if (end !== undefined && next !== undefined && next.start === end.end && /^[\p{L}\p{N}'’/_–-]/u.test(next.text))
    return true
  return tree.tokens.slice(first, last + 1).some(({ index, head }) => {
    const hangsOut = head > last && index !== first
    return (
      hangsOut || children(tree, index).some((child) => child > last && NEEDED.test(tree.tokens[child]?.relation ?? ''))
    )
  })
}

/** The dependents that a verb is incomplete without. */
const NEEDED = /^(?:nsubj|csubj|obj|iobj|xcomp|ccomp|cop|aux|compound:prt|obl:arg|advmod)/

/** Whether a word before a clause restricts its claim: a condition, a source, a doubt. */
function binds({ text }: Token): boolean {
  const word = plain(text)
  return NEGATIONS.has(word) || HEDGES.has(word) || BINDING.has(word)
}

const BINDING: ReadonlySet<string> = new Set(
  'if unless until when once except only according provided although though while despite whether'.split(' '),
)

/** Whether what follows a clause does not restrict its claim, and begins with a phrase that can be dropped. */
function isFree(tree: Tree, rest: readonly Token[], { last, isTitle }: { last: number; isTitle: boolean }): boolean {
  const words = rest.filter(({ upos }) => upos !== 'PUNCT').map(({ text }) => plain(text))
  const first = rest.find(({ upos }) => upos !== 'PUNCT')
  if (first === undefined) return true
  if (isTitle && (isAnotherClaim(tree, rest, last) || isDescription(tree, first, last))) return !rest.some(boundsAll)
  if (BOUNDS_BEHIND.has(words[0] ?? '') || rest.some(isKept)) return false
  const top = topOf(tree, first, last)
  const isApart = rest[0]?.upos === 'PUNCT'
  if (!isApart && !isSpared(tree, top)) return false
  // An addition after a mark restricts nothing, but "Prices rose | in Berlin" and "the worst flood | in a decade" would lose
  // their scope.
  if (isApart && first.upos !== 'ADP') return true
  const phrase = subtree(tree, top.index).flatMap((index) => tree.tokens[index] ?? [])
  const isPlace = phrase.some(({ upos }) => upos === 'PROPN' || upos === 'NUM')
  return !isPlace && !tree.tokens.slice(0, last + 1).some(isAbsolute)
}

/** Whether what follows a mark makes a separate claim: "…, and the boats wait", "…, which opened in 1912". */
function isAnotherClaim(tree: Tree, rest: readonly Token[], last: number): boolean {
  const [mark, first] = rest
  if (mark?.upos !== 'PUNCT' || first === undefined) return false
  if (/^(?:which|who|where)$/.test(plain(first.text)))
    return tree.tokens[first.head]?.relation.endsWith('relcl') === true
  // "…, giving a ratio of 1.29" is an addition.
  if (first.xpos === 'VBG' && /^(?:advcl|acl)/.test(first.relation)) return true
  const claim = tree.tokens[first.head]
  const isJoined = /^(?:and|so)$/.test(plain(first.text)) && claim?.relation === 'conj'
  // "…, since the company gave up its plans" is a reason or an occasion with its own subject.
  const isReason = /^(?:since|because|after|while)$/.test(plain(first.text)) && claim?.relation === 'advcl'
  return (
    (isJoined || isReason) &&
    claim !== undefined &&
    claim.head <= last &&
    children(tree, claim.index).some((child) => /^(?:nsubj|expl)/.test(tree.tokens[child]?.relation ?? ''))
  )
}

/** Whether what follows says more about something that the sentence introduces: "a crisis | that threatens the recovery". */
function isDescription(tree: Tree, first: Token, last: number): boolean {
  const clause = tree.tokens[first.head]
  const noun = tree.tokens[clause?.head ?? -1]
  return (
    /^(?:that|which|who)$/.test(plain(first.text)) &&
    clause?.relation === 'acl:relcl' &&
    noun !== undefined &&
    noun.index === first.index - 1 &&
    // "It is no safe place that people like" denies both together.
    !tree.tokens.slice(0, last + 1).some(isDenial) &&
    children(tree, noun.index).some((child) => /^an?$/.test(plain(tree.tokens[child]?.text ?? ''))) &&
    // In "a place that nobody likes", the noun alone says nothing: it needs an adjective or a compound.
    children(tree, noun.index).some((child) => /^(?:amod|compound)/.test(tree.tokens[child]?.relation ?? ''))
  )
}

/** Whether a word may limit every claim of its sentence: a condition, a contrast or a source. */
function boundsAll({ text }: Token): boolean {
  const word = plain(text)
  return CONDITIONS.has(word) || ATTRIBUTES.has(word)
}

const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless', 'until', 'provided', 'but', 'though', 'although'])

/** Whether a word must survive any shortening: a figure, a negation, a doubt, a condition, a contrast, a source. */
function isKept(token: Token): boolean {
  const word = plain(token.text)
  return binds(token) || ATTRIBUTES.has(word) || CONTRASTS.has(word) || token.upos === 'NUM' || /\p{Nd}/u.test(word)
}

const CONTRASTS: ReadonlySet<string> = new Set('but yet however whereas than instead rather although though'.split(' '))

/** Whether a phrase that no mark sets off can be dropped: another clause, or a circumstance of a verb that has its object. */
function isSpared(tree: Tree, top: Token): boolean {
  if (/^(?:advcl|conj|cc|parataxis)/.test(top.relation)) return true
  return (
    /^obl/.test(top.relation) &&
    children(tree, top.head).some(
      (child) => child < top.index && /^(?:obj|ccomp|xcomp)/.test(tree.tokens[child]?.relation ?? ''),
    )
  )
}

/** The head of the phrase that a token after a cut belongs to. */
function topOf(tree: Tree, token: Token, last: number): Token {
  const above = tree.tokens[token.head]
  return above === undefined || above.index <= last ? token : topOf(tree, above, last)
}

function isAbsolute({ text, xpos }: Token): boolean {
  return /^(?:JJS|RBS)$/.test(xpos) || ABSOLUTE.has(plain(text))
}

/** A claim about all or none may be true only together with what follows. */
const ABSOLUTE: ReadonlySet<string> = new Set(
  'all every each only no never none nothing always first any most'.split(' '),
)

const ATTRIBUTES: ReadonlySet<string> = new Set(
  'according reportedly allegedly apparently said says told tells claim claims claimed argues argued reported estimates estimated believes believed'.split(
    ' ',
  ),
)

const BOUNDS_BEHIND: ReadonlySet<string> = new Set(
  'if unless until except only than without rather as not nor whether that which who of or to per provided when before after'.split(
    ' ',
  ),
)

function isDenial(token: Token | undefined): boolean {
  return token !== undefined && NEGATIONS.has(plain(token.text))
}

/** "The group" is a label, not a title. */
const LEAST_NAME = 4

/** Finds actions as phrases: "Carrying the boat indoors takes two men". */
function gerundsOf(tree: Tree): readonly Part[] {
  return tree.tokens.flatMap(({ index, xpos, relation }): Part[] => {
    // "supplementing, not replacing, the staff"
    if (
      tree.tokens.slice(0, index).some(isKept) ||
      children(tree, index).some((child) => /^aux/.test(tree.tokens[child]?.relation ?? ''))
    )
      return []
    if (isDenial(tree.tokens[index - 1]) || children(tree, index).some((child) => isDenial(tree.tokens[child])))
      return []
    if (xpos !== 'VBG' || !/^(?:csubj|advcl|acl|ccomp|xcomp|obj|nsubj|root)/.test(relation)) return []
    const own = subtree(tree, index).flatMap((each) => tree.tokens[each] ?? [])
    const words = own.filter((token) => token.index >= index)
    const end = words.findLast(({ upos }) => upos !== 'PUNCT')
    const start = tree.tokens[index]
    const isPlain = !words.some((word) => /^[,;:–—-]$/.test(word.text) || isAbsolute(word) || isFiniteVerb(word))
    if (!isPlain || start === undefined || end === undefined || end.index - index < LEAST_NAME - 2) return []
    return FUNCTION_WORDS.has(plain(end.text)) ? [] : [{ span: [start.start, end.end], form: 'gerund' }]
  })
}

/** The noun phrases of a sentence (subjects, objects and complements) with all their dependents. */
function namesOf(tree: Tree): readonly Part[] {
  const root = rootOf(tree)
  const heads = [
    ...tree.tokens.filter(({ relation }) => /^(?:nsubj|obj|obl)/.test(relation)).map(({ index }) => index),
    // "This is not a question of money" is not about a question of money.
    ...(tree.tokens[root]?.upos === 'NOUN' && !children(tree, root).some((child) => isDenial(tree.tokens[child]))
      ? [root]
      : []),
  ]
  return heads.flatMap((head): Part[] => {
    const token = tree.tokens[head]
    if (token === undefined || !/^(?:NOUN|PROPN)$/.test(token.upos)) return []
    const isRoot = head === root
    const own = isRoot
      ? [
          head,
          ...children(tree, head)
            .filter((child) =>
              /^(?:det|amod|compound|nmod|acl|nummod|flat|case)/.test(tree.tokens[child]?.relation ?? ''),
            )
            .flatMap((child) => subtree(tree, child)),
        ].sort((a, b) => a - b)
      : subtree(tree, head)
    const words = own
      .flatMap((index) => tree.tokens[index] ?? [])
      .filter(({ relation, head: on }, at) => !(at === 0 && relation === 'case' && on === head))
    const start = words.find(({ upos }) => !/^(?:PUNCT|ADP|CCONJ|SCONJ|ADV)$/.test(upos))
    // In "according to the mayor" and "thanks to Ann Bell", the name depends on more than one preposition.
    const isJoined =
      children(tree, head).filter((child) => /^(?:case|mark)/.test(tree.tokens[child]?.relation ?? '')).length > 1
    const hasClause =
      words.some((word) => /^[,;:–—]$/.test(word.text) || isAbsolute(word)) ||
      words.some((word, at) => isFiniteVerb(word) && !words.slice(0, at).some(({ xpos }) => /^W/.test(xpos)))
    if (isJoined || hasClause || /^(?:according|thanks|due)$/i.test(start?.text ?? '')) return []
    const end = words.findLast(({ upos }) => upos !== 'PUNCT')
    const governor = tree.tokens[token.head]
    const isSpeaker = token.relation.startsWith('nsubj') && SPEAKS.has(plain(governor?.text ?? ''))
    // "Do not jump into the final design" warns against it.
    const beside = children(tree, token.head).flatMap((child) => tree.tokens[child] ?? [])
    const isTold = token.relation.startsWith('nsubj') && !beside.some(({ relation }) => relation.startsWith('expl'))
    const isWarned = !isRoot && !isTold && beside.some(isDenial)
    if (isSpeaker || isWarned) return []
    // This excludes "the book-to- | bill ratio".
    const isJointed = start !== undefined && tree.tokens[start.index - 1]?.end === start.start
    // This excludes "how comprehensive | the coverage is".
    const isTwo = words.some((word, at) => word.upos === 'DET' && words[at - 1]?.upos === 'ADJ')
    const previous = tree.tokens[(start?.index ?? 0) - 1]
    // This excludes "about | a quarter of it".
    const isBound = isDenial(previous) || (previous !== undefined && HEDGES.has(plain(previous.text)))
    const isTorn = isJointed || isTwo || isBound
    if (
      start === undefined ||
      end === undefined ||
      isTorn ||
      end.index - start.index < LEAST_NAME - (start.upos === 'DET' ? 1 : 2) ||
      FUNCTION_WORDS.has(plain(end.text))
    )
      return []
    const isCentral = isRoot || token.head === root
    const form = token.relation.startsWith('obl')
      ? 'circumstance'
      : !isCentral
        ? 'name'
        : token.relation.startsWith('nsubj')
          ? 'subject'
          : 'object'
    return [{ span: [start.start, end.end], form }]
  })
}

/**
 * Where a sentence can be cut short: after a mark that is followed only by an aside, an addition or another clause. Returns end
 * offsets in the sentence, the longest first.
 */
export function endsOf(tree: Tree): readonly number[] {
  const root = rootOf(tree)
  const under = children(tree, root)
  if (!predicateAt(tree, root).some(isFiniteVerb) && tree.tokens[root]?.xpos !== 'VB') return []
  if (under.some((child) => tree.tokens[child]?.relation.startsWith('expl'))) return []
  const needed = Math.max(root, ...under.filter((child) => NEEDED.test(tree.tokens[child]?.relation ?? '')))
  return tree.tokens
    .slice(needed)
    .toReversed()
    .flatMap((last) => {
      const rest = tree.tokens.slice(last.index + 1)
      if (rest[0]?.upos !== 'PUNCT' || last.upos === 'PUNCT' || FUNCTION_WORDS.has(plain(last.text))) return []
      // In "the true (product term) array", the words around the brackets belong together.
      if (/^[([{]/.test(rest[0].text)) return []
      // What follows a colon is kept whole, as in "in three ways: they run, they wait | , and they sell".
      if (
        tree.tokens.slice(0, last.index).some(({ text }) => text === ':') &&
        rest.some(({ upos }) => upos !== 'PUNCT')
      )
        return []
      const isTorn = isTornAt(tree, 0, last.index)
      return isTorn ||
        !isFree(tree, rest, { last: last.index, isTitle: false }) ||
        isRow(tree, rest, { last: last.index, verbs: true })
        ? []
        : [last.end]
    })
}

/**
 * Whether the rest belongs to a list, which must not lose its last items: "ropes, masts | , and tar". With `verbs`, the same for
 * a list of verbs.
 */
function isRow(tree: Tree, rest: readonly Token[], { last, verbs }: { last: number; verbs: boolean }): boolean {
  return rest.some(({ relation, head, index, upos }) => {
    if (!verbs && upos === 'VERB' && tree.tokens[head]?.upos === 'VERB') return false
    const on = tree.tokens[head]
    const isOwnClause = children(tree, index).some((child) =>
      /^(?:nsubj|expl)/.test(tree.tokens[child]?.relation ?? ''),
    )
    return relation === 'conj' && on !== undefined && on.index <= last && !isOwnClause
  })
}
