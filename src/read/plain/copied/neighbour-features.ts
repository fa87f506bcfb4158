// Computes the features of the lines of a copied page relative to their neighbours.

import { haveSimilarWidth } from '../unit-traits.ts'
import { sharesWords } from '../word-patterns.ts'
import type { LineTraits } from './line-traits.ts'

/**
 * Lists the features of a line relative to a neighbour. Each name ends with the place of the neighbour: "before" or
 * "next".
 */
export function neighbourFeatures(line: LineTraits, other: LineTraits | undefined, where: string): readonly string[] {
  if (!other) return []
  return NEIGHBOUR_FEATURES.flatMap(([name, applies]) => (applies(line, other) ? [`${name} ${where}`] : []))
}

const NEIGHBOUR_FEATURES: readonly (readonly [
  name: string,
  applies: (line: LineTraits, other: LineTraits) => boolean,
])[] = [
  ['indented more than', (line, other) => line.indent > other.indent],
  ['indented less than', (line, other) => line.indent < other.indent],
  ['narrower than', (line, other) => other.width >= 1.5 * line.width],
  ['much narrower than', (line, other) => other.width >= 3 * line.width && other.width > 60],
  ['as wide as', haveSimilarWidth],
  ['same first word as', (line, other) => line.firstWord === other.firstWord],
  ['begins and ends like', (line, other) => line.end === other.end && line.start === other.start],
  ['shares words with', sharesWords],
  ['label like', (line, other) => hasLabel(line) && hasLabel(other)],
  ['address like', (line, other) => hasAddress(line) && hasAddress(other)],
]

/** A web address, an issue number or an account name. */
const ADDRESS = /https?:|www\.|#\d|@\w/

function hasAddress({ text }: LineTraits): boolean {
  return ADDRESS.test(text)
}

function hasLabel({ text }: LineTraits): boolean {
  return /^\p{Lu}[^:–—]{1,40}(?::| [–—-])\s\S/u.test(text)
}

/** Lists the features of a line relative to both of its neighbours. */
export function bothNeighbourFeatures(
  line: LineTraits,
  before: LineTraits | undefined,
  next: LineTraits | undefined,
): readonly string[] {
  if (!before || !next) return []
  return BOTH_NEIGHBOUR_FEATURES.flatMap(([name, applies]) => (applies(line, before, next) ? [name] : []))
}

const BOTH_NEIGHBOUR_FEATURES: readonly (readonly [
  name: string,
  applies: (line: LineTraits, before: LineTraits, next: LineTraits) => boolean,
])[] = [
  ['ends unlike both', (line, before, next) => before.end === next.end && line.end !== next.end],
  ['narrower than both', (line, before, next) => Math.min(before.width, next.width) >= 1.5 * line.width],
  ['without the label of both', (line, before, next) => hasLabel(before) && hasLabel(next) && !hasLabel(line)],
  ['without the address of both', (line, before, next) => hasAddress(before) && hasAddress(next) && !hasAddress(line)],
  [
    'between similar lines',
    (line, before, next) =>
      line.end === before.end &&
      line.end === next.end &&
      haveSimilarWidth(line, before) &&
      haveSimilarWidth(line, next),
  ],
]
