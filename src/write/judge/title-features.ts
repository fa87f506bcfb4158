// Computes the features that titles are ranked by.

import { contentWords } from '../../grammar/content-words.ts'
import { wordSet } from '../../util/word-set.ts'
import type { Features } from './position-features.ts'
import type { Scores } from './scores.ts'
import type { Unit } from './units.ts'

/** A candidate for a slide's title, with the unit that it is taken from (null for a heading). */
export interface TitleCandidate {
  readonly text: string
  readonly form: string
  readonly from: { readonly unit: Unit; readonly scores: Scores } | null
  /** The number of units that come before the title's own unit on the slide; ignored for a heading. */
  readonly offset: number
  /** The number of units that come before the slide in the section; ignored unless the candidate is a heading. */
  readonly unitsBefore: number
  readonly heading: string
}

/** Computes the features of a title by itself. */
export function titleFeatures({ text, form, from, offset, unitsBefore, heading }: TitleCandidate): Features {
  const features = new Map<string, number>()
  const words = text.split(/\s+/)
  const keywords = contentWords(text)
  features.set(`form=${form}`, 1)
  features.set(`length=${Math.min(8, Math.floor(text.length / 10))}`, 1)
  features.set('words', words.length / 10)
  if (from === null) features.set(`since=${Math.min(Math.floor(Math.sqrt(unitsBefore)), 5)}`, 1)
  else features.set(`offset=${Math.min(offset, 3)}`, 1)
  const headingWords = new Set(contentWords(heading))
  features.set(
    'of-heading',
    keywords.length === 0 ? 0 : keywords.filter((word) => headingWords.has(word)).length / keywords.length,
  )
  const first = words[0]?.toLowerCase() ?? ''
  features.set(`first=${FIRST_WORDS.has(first) ? first : /^\p{Lu}/u.test(words[1] ?? '') ? 'name' : 'other'}`, 1)
  if (/\p{Nd}/u.test(text)) features.set('digit', 1)
  if (/["“]/.test(text)) features.set('quotation', 1)
  if (/,/.test(text)) features.set('comma', 1)
  for (const word of text.toLowerCase().match(/\w+/g) ?? [])
    if (REFERRING_WORDS.has(word)) features.set(`has=${word}`, 1)
  if (/\b(?:I|we|our|my|us)\b/i.test(text)) features.set('first-person', 1)
  if (/\b(?:you|your)\b/i.test(text)) features.set('second-person', 1)
  if (titleKindOf(form) === 'name') {
    features.set(`name-words=${Math.min(words.length, 7)}`, 1)
    if (first === 'the') features.set('name-the', 1)
  }
  if (from === null) return features
  const { unit, scores } = from
  const length = unit.sentence.text.length
  features.set('kept', text.length / length)
  if (titleKindOf(form) === 'name') features.set('kept-name', text.length / length)
  if (unit.sentence.text.startsWith(text.slice(1, 12), 1)) features.set('from-start', 1)
  if (unit.sentence.startsBlock) features.set('opens', 1)
  features.set('title-score', scores.title)
  features.set('show-score', scores.show)
  features.set('key-score', scores.key)
  features.set('filler-score', scores.filler)
  features.set('starts-score', scores.starts)
  return features
}

/** Words that refer to something said before, or join one clause to another. */
const REFERRING_WORDS: ReadonlySet<string> = wordSet(
  'also another other same too second third remaining rest such there here then now one thing things it its they them their he him his she her ' +
    'this that these those so but and or because which who how why what',
)

const FIRST_WORDS: ReadonlySet<string> = wordSet(
  'the a an this it there i we you he she they some many if when in for to with by',
)

/** Returns the kind of a title: a claim, a name or a heading. Each kind relates to its points differently. */
export function titleKindOf(form: string): 'claim' | 'name' | 'heading' {
  if (form.startsWith('heading')) return 'heading'
  return /^(?:subject|object|name|topic|gerund)$/.test(form) ? 'name' : 'claim'
}

/** How the points of a slide relate to its title. The unit that the title is taken from does not count as a point. */
export interface Coverage {
  readonly points: number
  /** The number of points that share a word with the title. */
  readonly sharingPoints: number
  /** The fraction of the title's words that the points contain. */
  readonly titleFraction: number
  /** The number of points in the paragraph of the title's unit, and the number of points before that unit. */
  readonly nearPoints: number
  readonly pointsBefore: number
  /** The number of points that depend on the text before them (see `dependenceOf`). */
  readonly dependentPoints: number
  /** The number of points after the title's unit that announce another subject (see `changesSubject`). */
  readonly turningPoints: number
}

/** The names of the features that `coverageFractions` computes, in the same order. */
const COVERAGE_NAMES = ['title-fraction', 'each', 'any', 'all', 'near', 'before', 'dependent', 'turning'] as const

function coverageFractions({
  points,
  sharingPoints,
  titleFraction,
  nearPoints,
  pointsBefore,
  dependentPoints,
  turningPoints,
}: Coverage): readonly number[] {
  const count = Math.max(1, points)
  return [
    titleFraction,
    sharingPoints / count,
    sharingPoints > 0 ? 1 : 0,
    sharingPoints === points ? 1 : 0,
    nearPoints / count,
    pointsBefore / count,
    dependentPoints / count,
    turningPoints / count,
  ]
}

/** Points beyond this number do not count in the feature `points`, because no labelled slide has more. */
const MAX_COUNTED = 4

/** Computes the features that show how well a title covers its points. */
export function coverageFeatures(form: string, coverage: Coverage): Features {
  const kind = titleKindOf(form)
  const fractions = coverageFractions(coverage)
  return new Map([
    [`points=${Math.min(coverage.points, MAX_COUNTED)}`, 1],
    ...COVERAGE_NAMES.flatMap((name, index): [string, number][] => [
      [`cover:${name}`, fractions[index] ?? 0],
      [`${kind}:${name}`, fractions[index] ?? 0],
    ]),
  ])
}

/** Returns a function that computes the weighted sum of `coverageFeatures`, fast enough for many titles. */
export function coverageRank(weightOf: (feature: string) => number): (form: string, coverage: Coverage) => number {
  const tables = new Map(
    (['claim', 'name', 'heading'] as const).map((kind) => [
      kind,
      COVERAGE_NAMES.map((name) => weightOf(`cover:${name}`) + weightOf(`${kind}:${name}`)),
    ]),
  )
  const counts = Array.from({ length: MAX_COUNTED + 1 }, (_, count) => weightOf(`points=${count}`))
  return (form, coverage) => {
    const weights = tables.get(titleKindOf(form)) ?? []
    return coverageFractions(coverage).reduce(
      (sum, fraction, index) => sum + fraction * (weights[index] ?? 0),
      counts[Math.min(coverage.points, MAX_COUNTED)] ?? 0,
    )
  }
}
