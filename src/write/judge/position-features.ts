// Computes the features that sentences are scored by, except those that need a parser.

import { contentWords } from '../../grammar/content-words.ts'
import type { Article } from '../../model/article.ts'
import { centralityOf, sectionRanksOf } from './centrality.ts'
import { coveredFractions, type Unit } from './units.ts'

/** The features of a unit by name. Most are 0 or 1; an absent one is 0. */
export type Features = ReadonlyMap<string, number>

/** Facts about an article that the features of all its units share. */
interface ArticleFacts {
  readonly units: readonly Unit[]
  readonly title: ReadonlySet<string>
  /** The number of units that contain a word. */
  readonly frequency: ReadonlyMap<string, number>
  /** The units of each paragraph and of each section. */
  readonly paragraphs: ReadonlyMap<number, readonly Unit[]>
  readonly sections: ReadonlyMap<number, readonly Unit[]>
  /** For each section, the number of its units that contain a word. */
  readonly frequencyInSections: ReadonlyMap<number, ReadonlyMap<string, number>>
  /** The fraction of each unit that is bold or italic. */
  readonly emphasisFractions: readonly number[]
  /** How central each unit is to the article, relative to the most central. */
  readonly ranks: readonly number[]
  /** For each unit, how many other units in its section are more central. */
  readonly sectionRanks: ReadonlyMap<Unit, number>
}

/**
 * Computes the features of each unit that need no parser: its position, its shape, its marks and the words that it
 * shares with other units.
 */
export function positionFeatures(article: Article, units: readonly Unit[]): readonly Features[] {
  const facts = factsOf(article, units)
  const repeated = repeatsIn(units)
  return units.map((unit, index) => {
    const features = new Map<string, number>()
    addPosition(features, unit, facts)
    addShape(features, unit)
    addKeywords(features, unit, facts)
    features.set('said-before', (repeated[index]?.before ?? 0) / Math.max(1, unit.keywords.size))
    features.set('said-later', (repeated[index]?.after ?? 0) / Math.max(1, unit.keywords.size))
    addMarks(features, unit, facts)
    return features
  })
}

function factsOf(article: Article, units: readonly Unit[]): ArticleFacts {
  const markedFractions = (...types: readonly string[]) =>
    coveredFractions(
      units,
      article.marks.filter(({ style }) => types.includes(style.type)).map(({ span }) => span),
    )
  const sections = groupBy(units, ({ section }) => section)
  const frequency = frequencyIn(units)
  const ranks = centralityOf(units, frequency)
  return {
    units,
    title: new Set(contentWords(article.title?.text ?? '')),
    frequency,
    paragraphs: groupBy(units, ({ paragraph }) => paragraph),
    sections,
    frequencyInSections: new Map([...sections].map(([section, sectionUnits]) => [section, frequencyIn(sectionUnits)])),
    emphasisFractions: markedFractions('strong', 'emphasis'),
    ranks,
    sectionRanks: sectionRanksOf(sections.values(), ranks),
  }
}

/** Counts the units that contain each word. */
function frequencyIn(units: readonly Unit[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>()
  for (const { keywords } of units) for (const word of keywords) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  return frequency
}

type MutableFeatures = Map<string, number>

function addPosition(features: MutableFeatures, unit: Unit, { units, paragraphs, sections }: ArticleFacts): void {
  const paragraph = paragraphs.get(unit.paragraph) ?? [unit]
  const section = sections.get(unit.section) ?? [unit]
  const inParagraph = paragraph.indexOf(unit)
  const inSection = section.indexOf(unit)
  const count = units.length
  setFlag(features, `place=${Math.min(inParagraph, 4)}`)
  setFlag(features, `paragraph=${Math.min(paragraph.length, 6)}`)
  if (inParagraph > 0 && inParagraph === paragraph.length - 1) setFlag(features, 'last')
  if (paragraph.length === 1) setFlag(features, 'alone')
  setFlag(features, `section=${Math.min(inSection, 5)}`)
  if (inSection === section.length - 1) setFlag(features, 'last-of-section')
  setFlag(features, `sections=${(Math.min(section.length, 30) / 5) | 0}`)
  const last = units.at(-1)
  if (unit.section === last?.section) setFlag(features, 'last-section')
  if (unit.paragraph === last?.paragraph) setFlag(features, 'last-paragraph')
  if (unit.paragraph === 0) setFlag(features, 'first-paragraph')
  if (unit.index < 3) setFlag(features, `first=${unit.index}`)
  if (count - unit.index <= 3) setFlag(features, `from-end=${count - unit.index}`)
  features.set('progress', roundToSteps(unit.index / Math.max(1, count - 1)))
  features.set('progress-in-section', inSection / Math.max(1, section.length - 1))
  features.set('units', roundToSteps(Math.min(count, 120) / 120))
  if (unit.heading === null) setFlag(features, 'no-heading')
  setFlag(features, `before=${unit.before}`)
  setFlag(features, `after=${unit.after}`)
  setFlag(features, `kind=${unit.sentence.kind}`)
}

function addShape(features: MutableFeatures, { sentence: { text }, words }: Unit): void {
  setFlag(features, `words=${Math.min(words >> 2, 12)}`)
  features.set('length', Math.min(words, 60) / 30)
  const capitals = text.match(/(?<=\s)\p{Lu}/gu)?.length ?? 0
  features.set('capitals', Math.min(1, capitals / Math.max(1, words)))
  for (const [name, pattern] of SHAPES) if (pattern.test(text)) setFlag(features, name)
  features.set('commas', Math.min(text.match(/[,;،、，；]/gu)?.length ?? 0, 6) / 6)
}

const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['digit', /\p{Nd}/u],
  ['quantity', /\p{Nd}\s?%|[$€£¥]\s?\p{Nd}|\p{Nd}[.,]\p{Nd}/u],
  ['year', /(?<!\p{Nd})(?:19|20)\p{Nd}{2}(?!\p{Nd})/u],
  ['question', /[?？؟]/u],
  ['exclamation', /[!！]/u],
  ['colon-at-end', /[:：]\s*$/u],
  ['colon', /[:：]\s/u],
  ['brackets', /[()（）[\]]/u],
  ['quotation', /["“”„«»「」]/u],
  ['address', /https?:|www\.|\S@\S/u],
  ['dash', /[—–]/u],
  ['ellipsis', /…|\.{3}/u],
  ['no-stop', /[\p{L}\p{N}]\s*$/u],
  ['code', /[\p{L}_]\(|[{}<>=]|\w_\w|\p{Ll}\p{Lu}/u],
]

function addKeywords(
  features: MutableFeatures,
  unit: Unit,
  { units, title, frequency, frequencyInSections, ranks, sectionRanks }: ArticleFacts,
): void {
  const { keywords, index } = unit
  features.set('rank', roundToSteps(ranks[index] ?? 0))
  setFlag(features, `ranked-in-section=${Math.min(sectionRanks.get(unit) ?? 0, 4)}`)
  const size = Math.max(1, keywords.size)
  features.set('matter', Math.min(keywords.size, 20) / 10)
  const heading = new Set(contentWords(unit.heading?.text ?? ''))
  if (heading.size > 0) features.set('of-heading', countShared(keywords, heading) / heading.size)
  if (title.size > 0) features.set('of-title', countShared(keywords, title) / title.size)
  let central = 0
  let rare = 0
  for (const word of keywords) {
    const times = frequency.get(word) ?? 0
    if (times >= 3) central++
    if (times === 1) rare++
  }
  features.set('central', central / size)
  features.set('rare', rare / size)
  const before = units[index - 1]
  const after = units[index + 1]
  if (before !== undefined) features.set('with-before', countShared(keywords, before.keywords) / size)
  if (after !== undefined) features.set('with-after', countShared(keywords, after.keywords) / size)
  const sectionFrequency = frequencyInSections.get(unit.section)
  let inSection = 0
  for (const word of keywords) if ((sectionFrequency?.get(word) ?? 0) >= 2) inSection++
  features.set('central-in-section', inSection / size)
}

/** The maximum number of words that a unit shares with any one unit shortly before it, and shortly after it. */
interface Repeats {
  readonly before: number
  readonly after: number
}

function repeatsIn(units: readonly Unit[]): readonly Repeats[] {
  const positions = new Map<string, number[]>()
  for (const { keywords, index } of units)
    for (const word of keywords) {
      const existing = positions.get(word)
      if (existing === undefined) positions.set(word, [index])
      else existing.push(index)
    }
  // For each word, the index of the first of its positions that is at most `WINDOW` units back.
  const firsts = new Map<string, number>()
  return units.map(({ keywords, index }) => {
    const counts = new Uint16Array(2 * WINDOW + 1)
    for (const word of keywords) {
      const wordPositions = positions.get(word) ?? []
      let first = firsts.get(word) ?? 0
      while ((wordPositions[first] ?? index) < index - WINDOW) first++
      firsts.set(word, first)
      for (let next = first; (wordPositions[next] ?? Number.POSITIVE_INFINITY) <= index + WINDOW; next++) {
        const offset = (wordPositions[next] ?? 0) - index + WINDOW
        counts[offset] = (counts[offset] ?? 0) + 1
      }
    }
    return { before: Math.max(...counts.subarray(0, WINDOW)), after: Math.max(...counts.subarray(WINDOW + 1)) }
  })
}

/** The number of units on each side that a unit is compared with. */
const WINDOW = 40

function addMarks(
  features: MutableFeatures,
  { index, linkedFraction }: Unit,
  { emphasisFractions }: ArticleFacts,
): void {
  features.set('linked', linkedFraction)
  features.set('strong', emphasisFractions[index] ?? 0)
}

export function setFlag(features: MutableFeatures, name: string): void {
  features.set(name, 1)
}

/**
 * Rounds a value that changes a little with each new sentence of an article. The rounded value usually stays the same,
 * and so do the slides of other sections.
 */
function roundToSteps(value: number): number {
  return Math.round(value * STEPS) / STEPS
}

const STEPS = 20

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0
  for (const word of one) if (other.has(word)) count++
  return count
}

function groupBy<T>(all: readonly T[], keyOf: (each: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>()
  for (const each of all) {
    const group = groups.get(keyOf(each)) ?? []
    group.push(each)
    groups.set(keyOf(each), group)
  }
  return groups
}
