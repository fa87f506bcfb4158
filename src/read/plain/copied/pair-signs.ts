// Features of two neighbouring lines of a copied page.

import { isAsWide, sharesWords } from '../word-patterns.ts'
import type { LineTraits } from './line-traits.ts'

/** Lists the features of a line relative to a neighbour, each name with `where` that is: "before" or "next". */
export function pairSigns(at: LineTraits, other: LineTraits | undefined, where: string): readonly string[] {
  if (!other) return []
  return PAIR.flatMap(([name, holds]) => (holds(at, other) ? [`${name} ${where}`] : []))
}

const PAIR: readonly (readonly [name: string, holds: (at: LineTraits, other: LineTraits) => boolean])[] = [
  ['indented more than', (at, other) => at.indent > other.indent],
  ['indented less than', (at, other) => at.indent < other.indent],
  ['narrower than', (at, other) => other.width >= 1.5 * at.width],
  ['much narrower than', (at, other) => other.width >= 3 * at.width && other.width > 60],
  ['as wide as', isAsWide],
  ['first word as', (at, other) => at.firstWord === other.firstWord],
  ['begins and ends as', (at, other) => at.end === other.end && at.start === other.start],
  ['words as', sharesWords],
  ['label as', (at, other) => isLabelled(at) && isLabelled(other)],
  ['address as', (at, other) => hasAddress(at) && hasAddress(other)],
]

/** A web address, an issue number or an account name. */
const ADDRESS = /https?:|www\.|#\d|@\w/

function hasAddress({ text }: LineTraits): boolean {
  return ADDRESS.test(text)
}

function isLabelled({ text }: LineTraits): boolean {
  return /^\p{Lu}[^:–—]{1,40}(?::| [–—-])\s\S/u.test(text)
}

/** Lists the features of a line relative to both of its neighbours. */
export function betweenSigns(
  at: LineTraits,
  before: LineTraits | undefined,
  next: LineTraits | undefined,
): readonly string[] {
  if (!before || !next) return []
  return BETWEEN.flatMap(([name, holds]) => (holds(at, before, next) ? [name] : []))
}

const BETWEEN: readonly (readonly [
  name: string,
  holds: (at: LineTraits, before: LineTraits, next: LineTraits) => boolean,
])[] = [
  ['ends unlike both', (at, before, next) => before.end === next.end && at.end !== next.end],
  ['narrower than both', (at, before, next) => Math.min(before.width, next.width) >= 1.5 * at.width],
  ['without the label of both', (at, before, next) => isLabelled(before) && isLabelled(next) && !isLabelled(at)],
  ['without the address of both', (at, before, next) => hasAddress(before) && hasAddress(next) && !hasAddress(at)],
  [
    'between alike',
    (at, before, next) => at.end === before.end && at.end === next.end && isAsWide(at, before) && isAsWide(at, next),
  ],
]
