import { ATTRIBUTION_VERBS } from '../../grammar/english-words.ts'
import { stem } from '../../grammar/stem.ts'
import { children, type Token, type Tree } from '../../grammar/tree.ts'
import { coreOf, hasBefore, plainAt, textAt } from './cut.ts'

/** Whether a word says too little without what follows it: "helpful in …", "progress in …", "the only line in …". */
export function needsMore(tree: Tree, index: number): boolean {
  const word = tree.tokens[index]
  if (word === undefined) return false
  const isSingledOut = children(tree, index).some((child) => {
    const { text = '', xpos = '' } = tree.tokens[child] ?? {}
    return xpos === 'JJS' || /^(?:only|first|last|same|next|one|more|less|fewer|such|enough|too|so|as)$/i.test(text)
  })
  const hasOf = children(tree, index).some(
    (child) => child > index && /^of$/i.test(textAt(tree, coreOf(tree, child).first)),
  )
  return (
    word.upos === 'ADJ' ||
    word.upos === 'NUM' ||
    /^(?:first|last|same|next|other|others|those|that|ones?)$/i.test(word.text) ||
    (NEEDY_NOUNS.has(plainAt(tree, index)) && !hasOf) ||
    isSingledOut
  )
}

/** Nouns that say nothing without what they are in, of or for. */
const NEEDY_NOUNS: ReadonlySet<string> = list(`
  improvement improvements advance advances insight insights method methods growth decline reduction reductions increases logic
  progress role part success interest difficulty change changes increase difference experience step steps way ways place
  care advantage turn note look impact effect effects influence emphasis importance need range target attention focus
  access risk sense kind sort type lot number amount level rate share degree series set variety result results reason
  means basis case cases use headlines news responsibility credit blame demand preference solution response reaction approach
  threat reference contribution alternative relationship relations connection contrast comparison counterpart counterparts
  equivalent take problem problems issue issues link links
  light weight account
  years days weeks months hours decades process time times
`)

/** Whether an infinitive completes a noun: "the ability to …". */
export function takesInfinitive(tree: Tree, index: number): boolean {
  return INFINITIVE_NOUNS.has(plainAt(tree, index))
}

const INFINITIVE_NOUNS: ReadonlySet<string> = list(`
  ability opportunity opportunities way ways plan plans effort efforts attempt attempts right rights decision need chance
  chances reason reasons power time failure desire intention permission tendency willingness capacity potential goal steps
  step measures commitment pressure offer promise freedom authority license how something anything nothing everything much
  bid move proposal deal agreement call request order urge temptation ambition refusal obligation duty option options
  choice invitation determination eagerness inability instinct mandate motivation wish
`)

/** Whether a verb's object does what an infinitive says: "allow riders to …", "use a key to …". */
export function takesObjectAndInfinitive(tree: Tree, index: number): boolean {
  return INFINITIVE_VERBS.has(stem(plainAt(tree, index)))
}

const INFINITIVE_VERBS: ReadonlySet<string> = stems(`
  allow enable help ask force encourage urge require want tell told order advise persuade expect cause lead led invite get
  got teach taught permit prompt push instruct need use take took taken have has had make made be is are was were like
  leave left give gave given inspire motivate train prepare design build built configure adapt adjust tune extend modify program
`)

/** Whether a verb says little with its object alone: "put a key in …", "accused him of …". */
export function takesTwo(tree: Tree, index: number): boolean {
  return DOUBLE_VERBS.has(stem(plainAt(tree, index)))
}

const DOUBLE_VERBS: ReadonlySet<string> = stems(`
  accuse charge convict acquit put place get got steer guide stick stuck squeeze turn transform convert change translate provide supply replace add give gave given
  send sent bring brought take took taken move transfer limit restrict prevent protect stop keep kept compare link connect
  tie attach assign invite sentence appoint name call describe regard treat see saw seen view use make made base spend spent focus
  divide split separate distinguish attribute blame thank congratulate praise remind inform notify persuade convince ask
  apply devote dedicate expose introduce owe pay paid sell sold teach taught tell told show shown offer write wrote written
  submit deliver hand pass lend lent lease leave left help force combine mix pair match equip arm fill load cover surround
  rid deprive rob strip cure clear relieve free remove extract derive set bind bound draw drew drawn push pull lead led map
  prepare train qualify mistake recommend nominate
  have had has play pose hold held need want express lay laid throw threw thrown cut reduce increase raise lower
`)

/** Whether a verb has what completes it before a circumstance: its object, what it says, or another circumstance. */
export function isCompleted(tree: Tree, { head, index }: Token): boolean {
  if (hasBefore(tree, head, index, /^(?:obj|ccomp|xcomp)$/)) return true
  return children(tree, head).some(
    (child) => child > head && child < index && /^obl(?!:unmarked|:tmod)/.test(tree.tokens[child]?.relation ?? ''),
  )
}

/** Whether something was done to the subject, and a place adds to it: not so "was found in", "was held at". */
export function isDone(tree: Tree, verb: number): boolean {
  return isPassive(tree, verb) && !PLACING.has(plainAt(tree, verb))
}

export function isPassive(tree: Tree, verb: number): boolean {
  return children(tree, verb).some((child) => tree.tokens[child]?.relation === 'aux:pass')
}

/** Whether what a verb says of its object is somebody's view, or lies in who does it: "believed by", "led by". */
export function isOpinion(tree: Tree, verb: number): boolean {
  return ATTRIBUTION_VERBS.has(plainAt(tree, verb)) || OPINIONS.has(stem(plainAt(tree, verb)))
}

const OPINIONS: ReadonlySet<string> = stems(`
  consider regard rank rate name call label brand judge deem perceive accuse blame praise criticise criticize welcome
  condemn support back endorse oppose reject follow followed lead led drive driven cause caused surround own know known
  govern run measure define determine inspire represent play write written make made mean accompany precede join
`)

const PLACING: ReadonlySet<string> = list(`
  found seen heard felt noticed watched spotted located held based born set used included placed put kept stored written built hidden listed involved
  interested engaged rooted shown given described defined made known stuck caught left discovered recorded needed required
  housed stationed buried raised displayed published filmed sold available due supposed invested focused
`)

/** The object of a verb, or -1. */
export function objectOf(tree: Tree, verb: number): number {
  return children(tree, verb).find((child) => tree.tokens[child]?.relation === 'obj') ?? -1
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

function stems(words: string): ReadonlySet<string> {
  return new Set([...list(words)].map(stem))
}
