// Computes those features of sentences that need a parser.

import { children, hasRelation, rootOf, type Tree } from '../../grammar/tree.ts'
import { wordSet } from '../../util/word-set.ts'
import { type Features, setFlag } from './position-features.ts'
import type { Unit } from './units.ts'

/** A unit's tree, and the relevant details of the sentences around it. */
export interface ParsedUnit {
  readonly tree: Tree
  /** The question mark or colon that ends the previous sentence; empty if there is neither. */
  readonly before: '?' | ':' | ''
  /** The first word of the next sentence, in lower case; empty if there is none. */
  readonly next: string
}

export function parsedUnits(units: readonly Unit[], parse: (sentence: string) => Tree): readonly ParsedUnit[] {
  const trees = units.map(({ sentence }) => parse(sentence.text))
  return trees.map((tree, index) => {
    const mark = trees[index - 1]?.tokens.at(-1)?.text
    const before = mark === '?' || mark === ':' ? mark : ''
    return { tree, before, next: trees[index + 1]?.tokens[0]?.text.toLowerCase() ?? '' }
  })
}

/** Computes the features of a unit's words, tags and syntax, and of the sentences around it. */
export function grammarFeatures({ tree, before, next }: ParsedUnit): Features {
  const features = new Map<string, number>()
  if (tree.tokens.length === 0) return features
  const words = tree.tokens.map(({ text }) => text.toLowerCase().replace('’', "'"))
  const tags = tree.tokens.map(({ upos }) => upos)
  const counts = new Map<string, number>()
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  for (const [tag, times] of counts) {
    features.set(`tag:${tag}`, Math.min(times, 6) / 6)
    features.set(`share:${tag}`, times / tags.length)
  }
  for (const word of words) setFlag(features, `w:${word}`)
  // "This post" and "be found" say more than their words.
  for (const [index, word] of words.slice(1).entries()) setFlag(features, `b:${words[index]}_${word}`)
  setFlag(features, `s1:${words[0]}`)
  if (words.length > 1) setFlag(features, `s2:${words[0]}_${words[1]}`)
  setFlag(features, `e1:${words.at(-1)}`)
  setFlag(features, `p2:${tags.slice(0, 2).join('_')}`)
  setFlag(
    features,
    `x3:${tree.tokens
      .slice(0, 3)
      .map(({ xpos }) => xpos)
      .join('_')}`,
  )
  const root = rootOf(tree)
  const verb = tree.tokens[root]
  if (verb !== undefined) {
    setFlag(features, `root:${words[root]}`)
    setFlag(features, `rootx:${verb.xpos}`)
    const subject = children(tree, root).find((child) => hasRelation(tree.tokens[child], 'nsubj'))
    const token = subject === undefined ? undefined : tree.tokens[subject]
    setFlag(
      features,
      `subject:${token === undefined ? 'none' : token.upos === 'PRON' ? token.text.toLowerCase() : token.upos}`,
    )
    if (token !== undefined && token.upos !== 'PRON') setFlag(features, `subj:${token.text.toLowerCase()}`)
    features.set('root-place', root / words.length)
    const auxiliary = children(tree, root)
      .map((child) => tree.tokens[child])
      .find((each) => each?.relation.startsWith('aux'))
    if (auxiliary !== undefined) setFlag(features, `aux:${auxiliary.text.toLowerCase()}`)
  }
  if (BACKWARD_WORDS.has(next)) setFlag(features, 'next-points-back')
  if (next !== '') setFlag(features, `n1:${next}`)
  if (before === '?') setFlag(features, 'after-question')
  if (before === ':') setFlag(features, 'after-colon')
  return features
}

const BACKWARD_WORDS: ReadonlySet<string> = wordSet('this that these those it they he she such')

/** Whether a sentence reports what others say, and whether it is in the first person. */
export interface Voice {
  readonly isReport: boolean
  readonly isPersonal: boolean
}

export function voiceOf({ tokens }: Tree): Voice {
  const words = tokens.map(({ text }) => text.toLowerCase())
  return {
    isReport: words.some((word) => REPORT_WORDS.has(word)),
    isPersonal: words.some((word) => PERSONAL_WORDS.has(word)),
  }
}

const REPORT_WORDS: ReadonlySet<string> = wordSet(
  'said says told according announced reported confirmed reporters spokesman spokeswoman',
)
const PERSONAL_WORDS: ReadonlySet<string> = wordSet('i we my our me us')

/**
 * Computes the features of the lead from the voices of all units: news begins with what happened, an essay with a
 * scene. An article has only one lead, so these features are rare; their values are large to offset the penalty on the
 * weights of rare features.
 */
export function leadFeatures(voices: readonly Voice[]): Features {
  const count = Math.max(1, voices.length)
  const reports = voices.filter((voice) => voice.isReport).length / count
  const personal = voices.filter(({ isPersonal }) => isPersonal).length / count
  return new Map([
    ['lead-reports', 4 * Math.min(1, reports * 3)],
    ['lead-personal', 4 * Math.min(1, personal * 2)],
  ])
}
