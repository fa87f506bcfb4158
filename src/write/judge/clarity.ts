// Predicts whether the reader of a slide understands a point: whether the slide has mentioned what the point refers to.

import type { Tree } from '../../grammar/tree.ts'
import type { Lean } from '../leaning.ts'
import type { Features } from './features.ts'
import { type Reference, referencesIn } from './references.ts'

/** A sentence that may be a point, and what the reader may know before it. */
export interface PointCase {
  readonly tree: Tree
  readonly lean: Lean | null
  /** Its content words that the article has used before it. */
  readonly repeated: ReadonlySet<string>
  /** The content words of the article's title, which every reader has seen. */
  readonly title: ReadonlySet<string>
}

/** A point's position on its slide. */
export interface PointPlace {
  readonly isFirst: boolean
  /** Whether it comes directly after the sentence that it follows in the article. */
  readonly isBehind: boolean
  /** The content words of the slide's title and of the points before it. */
  readonly known: ReadonlySet<string>
}

/** Computes the features of a point in its place. */
export function clarityFeatures(point: PointCase, { isFirst, isBehind, known }: PointPlace): Features {
  const names = [
    ...ownFeatures(point),
    ...(isFirst ? [FIRST] : []),
    ...(isBehind ? behindFeatures(point) : []),
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

function ownFeatures({ tree, lean }: PointCase): readonly string[] {
  const pronouns = new Set(tree.tokens.map(({ text }) => text.toLowerCase()).filter((word) => PRONOUNS.has(word)))
  return [`lean=${lean}`, ...[...pronouns].map((word) => `pronoun=${word}`)]
}

const PRONOUNS: ReadonlySet<string> = new Set(
  'i we you he him his she her it its they them their this these that those there what something'.split(' '),
)

function behindFeatures({ lean }: PointCase): readonly string[] {
  return ['behind', `behind:lean=${lean}`]
}

function knownFeature({ kind }: Reference): string {
  return `${kind}:known`
}

function unknownFeatures(
  { word, kind, isBare, isSubject }: Reference,
  { repeated }: Pick<PointCase, 'repeated'>,
): readonly string[] {
  const name = `${kind}:${repeated.has(word) ? 'old' : 'new'}`
  return [name, ...(isBare ? [`${name}:bare`] : []), ...(isSubject ? [`${name}:subject`] : [])]
}

/** The log-odds that the reader of a slide does not understand a point, as the terms of a sum. */
export interface Clarity {
  /** If its slide has mentioned all that it refers to. */
  readonly own: number
  /** Added if it is the first point of its slide. */
  readonly first: number
  /** Added if it comes directly after the sentence that it follows in the article. */
  readonly behind: number
  /** Added for each reference to something that its slide has not mentioned. */
  readonly references: readonly { readonly word: string; readonly unknown: number }[]
}

/** Computes the sums of a point's features from their weights and the bias. */
export function clarityOf(weightOf: (feature: string) => number, bias: number, point: PointCase): Clarity {
  const sum = (names: readonly string[]) => names.reduce((all, name) => all + weightOf(name), 0)
  const references = referencesIn(point.tree)
  return {
    own: bias + sum(ownFeatures(point)) + sum(references.map(knownFeature)),
    first: weightOf(FIRST),
    behind: sum(behindFeatures(point)),
    references: references
      .filter(({ word }) => !point.title.has(word))
      .map((reference) => ({
        word: reference.word,
        unknown: sum(unknownFeatures(reference, point)) - weightOf(knownFeature(reference)),
      })),
  }
}
