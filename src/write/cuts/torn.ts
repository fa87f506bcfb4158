import { plain } from '../../grammar/english-words.ts'
import { children, isFiniteVerb, rootOf, type Token, type Tree } from '../../grammar/tree.ts'
import { type Cut, coreOf, plainAt, textAt } from './cut.ts'

/** Whether a cut tears one thought in two, whatever the tree hangs where: what is left would say it only by half. */
export function tearsThought(tree: Tree, cut: Cut): boolean {
  if (cut.strength === 0 && textAt(tree, cut.first) === '(') return false
  const gone = tree.tokens.slice(cut.first, cut.last + 1).filter(({ upos }) => upos !== 'PUNCT')
  return TEARS.some((tears) => tears(tree, cut, gone))
}

type Tear = (tree: Tree, cut: Cut, gone: readonly Token[]) => boolean

const TEARS: readonly Tear[] = [
  isSecondRelative,
  sharesObject,
  isSecondSubject,
  isExpletive,
  isOneOfTwoTimes,
  isInCase,
  saysWhich,
  isWished,
  isLetDo,
  isOneOfTwoConditions,
  isOfResult,
  isOneSide,
  isOneTwin,
]

/** "the way between the gate | and the quay": a way has two ends. */
function isOneSide(tree: Tree, { first }: Cut, gone: readonly Token[]): boolean {
  if (!gone.some(({ text }) => /^(?:and|or|nor)$/i.test(text))) return false
  const kept = tree.tokens.slice(0, first)
  const pair = kept.findLastIndex(
    // "Both keepers" are no two that follow.
    ({ text, relation }) =>
      /^between$/i.test(text) || (/^(?:both|either|neither)$/i.test(text) && /^cc/.test(relation)),
  )
  return pair >= 0 && !kept.slice(pair).some(({ text }) => /^(?:and|or|nor)$/i.test(text))
}

/** "boats on the river and boats | on the lake": only by what goes are they two. */
function isOneTwin({ tokens }: Tree, { first }: Cut): boolean {
  const noun = tokens[first - 1]
  if (noun?.upos !== 'NOUN') return false
  const twin = tokens.slice(0, noun.index).findLastIndex(({ text }) => plain(text) === plain(noun.text))
  return twin >= 0 && tokens.slice(twin, noun.index).some(({ text }) => /^(?:and|or)$/i.test(text))
}

/** "babies who are ill | and who stay for a week": both say who. */
function isSecondRelative(_: Tree, __: Cut, [first, second]: readonly Token[]): boolean {
  return (
    /^(?:and|or)$/i.test(first?.text ?? '') && /^(?:that|which|who|whom|whose|where|when|if)$/i.test(second?.text ?? '')
  )
}

/** "has logic to detect | , and report any fault": what is reported is what is detected. */
function sharesObject(tree: Tree, { first }: Cut, [joint, second]: readonly Token[]): boolean {
  const before = tree.tokens[first - 1]
  return (
    before?.upos === 'VERB' &&
    /^(?:and|or)$/i.test(joint?.text ?? '') &&
    second?.upos === 'VERB' &&
    before.xpos === second.xpos
  )
}

/** "…, and numbers like stars | and raw totals belong nowhere": the verb of both is in what goes. */
function isSecondSubject(tree: Tree, { first }: Cut, gone: readonly Token[]): boolean {
  const [opener, next] = gone
  const isApart = opener?.index !== first || /^(?:DET|PRON)$/.test(next?.upos ?? '')
  if (isApart || !/^(?:and|or)$/i.test(opener?.text ?? '') || !gone.some(isFiniteVerb)) return false
  const joint = tree.tokens.slice(0, first).findLastIndex(({ text }) => /^(?:[,;:]|and|but|or)$/i.test(text))
  const kept = tree.tokens.slice(joint + 1, first)
  return joint > rootOf(tree) && kept.length > 0 && !kept.some(({ upos }) => /^(?:VERB|AUX)$/.test(upos))
}

/** "it is better, for teaching, | to tell them": what is better. */
function isExpletive(tree: Tree, _: Cut, gone: readonly Token[]): boolean {
  const root = rootOf(tree)
  const subject = children(tree, root).find((child) => /^(?:nsubj|expl)/.test(tree.tokens[child]?.relation ?? ''))
  const isIt = subject !== undefined && plainAt(tree, subject) === 'it' && tree.tokens[root]?.upos === 'ADJ'
  return isIt && /^(?:that|to|for|when|if)$/i.test(gone[0]?.text ?? '')
}

/** "the roads in 2020 and the bridges | in 2023": the first year would be that of both. */
function isOneOfTwoTimes(tree: Tree, { first }: Cut, gone: readonly Token[]): boolean {
  const isYear = ({ text }: Token) => /^(?:1[5-9]|20)\d\d$/.test(text)
  const isSame = (at: number) => plainAt(tree, at - 1) === plainAt(tree, first)
  return gone.some(isYear) && tree.tokens.slice(0, first).some((token) => isYear(token) && isSame(token.index))
}

/** "gives back the key | in the event of a fault": a condition. */
function isInCase(tree: Tree, { first }: Cut): boolean {
  const opener = [0, 1, 2, 3].map((step) => plainAt(tree, first + step)).join(' ')
  return /^(?:in (?:the )?(?:event|case) of|as long as|so long as|provided |assuming |given )/.test(opener)
}

/** "in the weeks | following this note", "people | trying to learn": what follows says which. */
function saysWhich(tree: Tree, { first, strength }: Cut, [opener]: readonly Token[]): boolean {
  const noun = tree.tokens[first - 1]
  if (strength < 1 || noun?.upos !== 'NOUN' || opener === undefined || opener.index !== first) return false
  const says =
    /^VB[GN]$/.test(opener.xpos) || /^(?:that|which|who|whose|where)$/i.test(opener.text) || isInfinitive(tree, opener)
  const isDefinite = children(tree, noun.index).some((child) => /^(?:the|those)$/i.test(textAt(tree, child)))
  const isPeople = /^(?:people|anyone|everyone|someone|experts|users|teams)$/i.test(noun.text)
  // "knowledge | sharing" is one word.
  const isBare = opener.xpos === 'VBG' && noun.xpos === 'NN' && coreOf(tree, noun.index).first === noun.index
  return says && (isPeople || isBare || (isDefinite && coreOf(tree, noun.index).first < noun.index))
}

/** "you want to choose a goal | to fit your readers": what is wanted is the end. */
function isWished(tree: Tree, { first }: Cut, [opener]: readonly Token[]): boolean {
  if (opener === undefined || !isInfinitive(tree, opener)) return false
  return tree.tokens
    .slice(0, first)
    .some(
      ({ text, index }) => /^(?:want|wants|need|needs|have|has)$/i.test(text) && /^to$/i.test(textAt(tree, index + 1)),
    )
}

/** "allows the keepers | in both towns to be free": what they are allowed. */
function isLetDo(tree: Tree, { first }: Cut, gone: readonly Token[]): boolean {
  if (!gone.some((token) => isInfinitive(tree, token))) return false
  const verb = tree.tokens.slice(0, first).findLast(({ upos }) => upos === 'VERB')
  return verb !== undefined && LETS.test(verb.text)
}

/** "if the gate is shut | and you want to be sure": both have to be so. */
function isOneOfTwoConditions(tree: Tree, { first }: Cut, [opener]: readonly Token[]): boolean {
  if (opener?.index !== first || !/^(?:and|or)$/i.test(opener.text)) return false
  const comma = tree.tokens.slice(0, first).findLastIndex(({ text }) => /^[,;:–—]$/.test(text))
  return tree.tokens
    .slice(comma + 1, first)
    .some(({ text, upos }) => upos === 'SCONJ' && /^(?:if|once|unless|until|when|whenever|whether)$/i.test(text))
}

/** "built such that a bell rings | when the gate opens": it rings only then. */
function isOfResult(tree: Tree, { first }: Cut, [opener]: readonly Token[]): boolean {
  if (
    opener?.index !== first ||
    !/^(?:when|whenever|if|once|until|unless|as|after|before|while|where)$/i.test(opener.text)
  )
    return false
  return tree.tokens.some(
    ({ index, text }) =>
      index < first &&
      /^that$/i.test(text) &&
      /^(?:so|such|ensure|ensures|means|mean|meant)$/i.test(textAt(tree, index - 1)),
  )
}

const LETS =
  /^(?:advis|allow|ask|caus|enabl|encourag|expect|forc|help|invit|order|permit|persuad|prompt|requir|tell|told|urg|want)/i

function isInfinitive(tree: Tree, { index, text }: Token): boolean {
  return /^to$/i.test(text) && tree.tokens[index + 1]?.xpos === 'VB'
}
