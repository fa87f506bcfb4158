// Predicts, from what the slide has mentioned before it, whether the reader of a slide understands a point.

import type { Tree } from '../../grammar/tree.ts'
import { wordSet } from '../../util/word-set.ts'
import type { Dependence } from '../sentence-dependence.ts'
import type { Features } from './position-features.ts'
import { type Reference, referencesIn } from './references.ts'

/** A sentence that may be a point, and the words that a reader may already know from the article. */
export interface PointCase {
  readonly tree: Tree
  readonly dependence: Dependence | null
  /** The content words in it that the article has used before. */
  readonly repeated: ReadonlySet<string>
  /** The content words of the article's title, which every reader has seen. */
  readonly title: ReadonlySet<string>
}

/** A point's position on its slide. */
export interface PointPosition {
  readonly isFirst: boolean
  /** Whether the point before it is the sentence before it in the article. */
  readonly isFollowUp: boolean
  /** The content words of the slide's title and of the points before it. */
  readonly known: ReadonlySet<string>
}

/** Computes the features of a point at its position. */
export function obscurityFeatures(point: PointCase, { isFirst, isFollowUp, known }: PointPosition): Features {
  const names = [
    ...ownFeatures(point),
    ...(isFirst ? [FIRST] : []),
    ...(isFollowUp ? followUpFeatures(point) : []),
    ...referencesIn(point.tree).flatMap((reference) =>
      known.has(reference.word) || point.title.has(reference.word)
        ? [knownFeature(reference)]
        : unknownFeatures(reference, point),
    ),
  ]
  const features = new Map<string, number>()
  for (const name of names) features.set(name, (features.get(name) ?? 0) + 1)
  return features
}

const FIRST = 'first'

function ownFeatures({ tree, dependence }: PointCase): readonly string[] {
  const pronouns = new Set(tree.tokens.map(({ text }) => text.toLowerCase()).filter((word) => PRONOUNS.has(word)))
  return [`lean=${dependence}`, ...[...pronouns].map((word) => `pronoun=${word}`)]
}

const PRONOUNS: ReadonlySet<string> = wordSet(
  'i we you he him his she her it its they them their this these that those there what something',
)

function followUpFeatures({ dependence }: PointCase): readonly string[] {
  return ['behind', `behind:lean=${dependence}`]
}

function knownFeature({ kind }: Reference): string {
  return `${kind}:known`
}

function unknownFeatures(
  { word, kind, isUnmodified, isSubject }: Reference,
  { repeated }: Pick<PointCase, 'repeated'>,
): readonly string[] {
  const name = `${kind}:${repeated.has(word) ? 'old' : 'new'}`
  return [name, ...(isUnmodified ? [`${name}:bare`] : []), ...(isSubject ? [`${name}:subject`] : [])]
}

/** The log-odds that the reader of a slide does not understand a point, as the terms of a sum. */
export interface Obscurity {
  /** The log-odds if the slide has already mentioned everything that the point refers to. */
  readonly base: number
  /** Added if the point is the first of its slide. */
  readonly first: number
  /** Added if the point before this one is the sentence before this one in the article. */
  readonly followUp: number
  /** `unknown` is added for each reference if its slide has not mentioned `word`. */
  readonly references: readonly { readonly word: string; readonly unknown: number }[]
}

/** Computes the terms of a point's log-odds from the weights of its features and the bias. */
export function obscurityOf(weightOf: (feature: string) => number, bias: number, point: PointCase): Obscurity {
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + weightOf(name), 0)
  const references = referencesIn(point.tree)
  return {
    base: bias + sum(ownFeatures(point)) + sum(references.map(knownFeature)),
    first: weightOf(FIRST),
    followUp: sum(followUpFeatures(point)),
    references: references
      .filter(({ word }) => !point.title.has(word))
      .map((reference) => ({
        word: reference.word,
        unknown: sum(unknownFeatures(reference, point)) - weightOf(knownFeature(reference)),
      })),
  }
}
