import { contentWords } from '../../grammar/content-words.ts'
import { children, rootOf, type Tree } from '../../grammar/tree.ts'
import type { Article } from '../../model/article.ts'
import { centralityOf, placesIn } from './centrality.ts'
import { sharesOf, type Unit } from './units.ts'

/** The features of a unit by name: most are 0 or 1, the others in between. A missing feature is 0. */
export type Features = ReadonlyMap<string, number>

/** Facts about an article that the features of all its units share. */
interface Context {
  readonly units: readonly Unit[]
  readonly title: ReadonlySet<string>
  /** The number of units that contain a word. */
  readonly frequency: ReadonlyMap<string, number>
  /** The units of each paragraph and of each section. */
  readonly paragraphs: ReadonlyMap<number, readonly Unit[]>
  readonly sections: ReadonlyMap<number, readonly Unit[]>
  /** The number of units of each section that contain a word. */
  readonly inSections: ReadonlyMap<number, ReadonlyMap<string, number>>
  /** How much of each unit is a link, and how much is bold or italic, from 0 to 1. */
  readonly strong: readonly number[]
  /** How central each unit is to the article, relative to the most central. */
  readonly ranks: readonly number[]
  /** How many other units in its section are more central. */
  readonly places: ReadonlyMap<Unit, number>
}

/** The features of each unit: place and shape and, with `parse`, words and grammar. */
export function featuresOf(
  article: Article,
  units: readonly Unit[],
  parse: ((sentence: string) => Tree) | null,
): readonly Features[] {
  const context = contextOf(article, units)
  const trees = parse === null ? null : units.map(({ sentence }) => parse(sentence.text))
  const voice = trees === null ? null : voiceOf(trees)
  return units.map((unit, index) => {
    const features = new Map<string, number>()
    addPlace(features, unit, context)
    addShape(features, unit)
    addMatter(features, unit, context)
    addMarks(features, unit, context)
    if (trees !== null) addGrammar(features, trees, index)
    if (voice !== null && index === 0) addLead(features, voice)
    return features
  })
}

function contextOf(article: Article, units: readonly Unit[]): Context {
  const marked = (...types: readonly string[]) =>
    sharesOf(
      units,
      article.marks.filter(({ style }) => types.includes(style.type)).map(({ span }) => span),
    )
  const sections = groupedBy(units, ({ section }) => section)
  const frequency = frequencyIn(units)
  const ranks = centralityOf(units, frequency)
  return {
    units,
    title: new Set(contentWords(article.title?.text ?? '')),
    frequency,
    paragraphs: groupedBy(units, ({ paragraph }) => paragraph),
    sections,
    inSections: new Map([...sections].map(([section, own]) => [section, frequencyIn(own)])),
    strong: marked('strong', 'emphasis'),
    ranks,
    places: placesIn(sections.values(), ranks),
  }
}

/** The number of units that contain each word. */
function frequencyIn(units: readonly Unit[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>()
  for (const { matter } of units) for (const word of matter) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  return frequency
}

type Add = Map<string, number>

function addPlace(features: Add, unit: Unit, { units, paragraphs, sections }: Context): void {
  const paragraph = paragraphs.get(unit.paragraph) ?? [unit]
  const section = sections.get(unit.section) ?? [unit]
  const at = paragraph.indexOf(unit)
  const inSection = section.indexOf(unit)
  const count = units.length
  flag(features, `place=${Math.min(at, 4)}`)
  flag(features, `paragraph=${Math.min(paragraph.length, 6)}`)
  if (at > 0 && at === paragraph.length - 1) flag(features, 'last')
  if (paragraph.length === 1) flag(features, 'alone')
  flag(features, `section=${Math.min(inSection, 5)}`)
  if (inSection === section.length - 1) flag(features, 'last-of-section')
  flag(features, `sections=${(Math.min(section.length, 30) / 5) | 0}`)
  const last = units.at(-1)
  if (unit.section === last?.section) flag(features, 'last-section')
  if (unit.paragraph === last?.paragraph) flag(features, 'last-paragraph')
  if (unit.paragraph === 0) flag(features, 'first-paragraph')
  if (unit.index < 3) flag(features, `first=${unit.index}`)
  if (count - unit.index <= 3) flag(features, `from-end=${count - unit.index}`)
  features.set('progress', inSteps(unit.index / Math.max(1, count - 1)))
  features.set('progress-in-section', inSection / Math.max(1, section.length - 1))
  features.set('units', inSteps(Math.min(count, 120) / 120))
  if (unit.heading === null) flag(features, 'no-heading')
  flag(features, `before=${unit.before}`)
  flag(features, `after=${unit.after}`)
  flag(features, `kind=${unit.sentence.kind}`)
}

function addShape(features: Add, { sentence: { text }, words }: Unit): void {
  flag(features, `words=${Math.min(words >> 2, 12)}`)
  features.set('length', Math.min(words, 60) / 30)
  const capitals = text.match(/(?<=\s)\p{Lu}/gu)?.length ?? 0
  features.set('capitals', Math.min(1, capitals / Math.max(1, words)))
  for (const [name, pattern] of SHAPES) if (pattern.test(text)) flag(features, name)
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

function addMatter(features: Add, unit: Unit, { units, title, frequency, inSections, ranks, places }: Context): void {
  const { matter, index } = unit
  features.set('rank', inSteps(ranks[index] ?? 0))
  flag(features, `ranked-in-section=${Math.min(places.get(unit) ?? 0, 4)}`)
  const size = Math.max(1, matter.size)
  features.set('matter', Math.min(matter.size, 20) / 10)
  const heading = new Set(contentWords(unit.heading?.text ?? ''))
  if (heading.size > 0) features.set('of-heading', shared(matter, heading) / heading.size)
  if (title.size > 0) features.set('of-title', shared(matter, title) / title.size)
  let central = 0
  let rare = 0
  for (const word of matter) {
    const times = frequency.get(word) ?? 0
    if (times >= 3) central++
    if (times === 1) rare++
  }
  features.set('central', central / size)
  features.set('rare', rare / size)
  const before = units[index - 1]
  const after = units[index + 1]
  if (before !== undefined) features.set('with-before', shared(matter, before.matter) / size)
  if (after !== undefined) features.set('with-after', shared(matter, after.matter) / size)
  const own = inSections.get(unit.section)
  let inSection = 0
  for (const word of matter) if ((own?.get(word) ?? 0) >= 2) inSection++
  features.set('central-in-section', inSection / size)
  let most = 0
  for (let at = Math.max(0, index - WINDOW); at < index; at++)
    most = Math.max(most, shared(matter, units[at]?.matter ?? new Set()) / size)
  features.set('said-before', most)
  let later = 0
  for (let at = index + 1; at <= Math.min(units.length - 1, index + WINDOW); at++)
    later = Math.max(later, shared(matter, units[at]?.matter ?? new Set()) / size)
  features.set('said-later', later)
}

/** A unit is compared with this many units on each side. */
const WINDOW = 40

function addMarks(features: Add, { index, linked }: Unit, { strong }: Context): void {
  features.set('linked', linked)
  features.set('strong', strong[index] ?? 0)
}

function addGrammar(features: Add, trees: readonly Tree[], index: number): void {
  const tree = trees[index]
  if (tree === undefined || tree.tokens.length === 0) return
  const words = tree.tokens.map(({ text }) => text.toLowerCase().replace('’', "'"))
  const tags = tree.tokens.map(({ upos }) => upos)
  const counts = new Map<string, number>()
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  for (const [tag, times] of counts) {
    features.set(`tag:${tag}`, Math.min(times, 6) / 6)
    features.set(`share:${tag}`, times / tags.length)
  }
  for (const word of new Set(words)) flag(features, `w:${word}`)
  flag(features, `s1:${words[0]}`)
  if (words.length > 1) flag(features, `s2:${words[0]}_${words[1]}`)
  flag(features, `e1:${words.at(-1)}`)
  flag(features, `p2:${tags.slice(0, 2).join('_')}`)
  flag(
    features,
    `x3:${tree.tokens
      .slice(0, 3)
      .map(({ xpos }) => xpos)
      .join('_')}`,
  )
  const root = rootOf(tree)
  const verb = tree.tokens[root]
  if (verb !== undefined) {
    flag(features, `root:${words[root]}`)
    flag(features, `rootx:${verb.xpos}`)
    const subject = children(tree, root).find((child) => /^nsubj/.test(tree.tokens[child]?.relation ?? ''))
    const token = subject === undefined ? undefined : tree.tokens[subject]
    flag(
      features,
      `subject:${token === undefined ? 'none' : token.upos === 'PRON' ? token.text.toLowerCase() : token.upos}`,
    )
    if (token !== undefined && token.upos !== 'PRON') flag(features, `subj:${token.text.toLowerCase()}`)
    features.set('root-place', root / words.length)
    const helper = children(tree, root)
      .map((child) => tree.tokens[child])
      .find((each) => each?.relation.startsWith('aux'))
    if (helper !== undefined) flag(features, `aux:${helper.text.toLowerCase()}`)
  }
  const next = trees[index + 1]?.tokens[0]
  const nextWord = next?.text.toLowerCase() ?? ''
  if (BACKWARD.has(nextWord)) flag(features, 'next-points-back')
  if (next !== undefined) flag(features, `n1:${nextWord}`)
  const previous = trees[index - 1]?.tokens
  if (previous?.at(-1)?.text === '?') flag(features, 'after-question')
  if (previous?.at(-1)?.text === ':') flag(features, 'after-colon')
}

/** The shares of an article's sentences that report what others say, and that speak of the writer. */
interface Voice {
  readonly reports: number
  readonly personal: number
}

function voiceOf(trees: readonly Tree[]): Voice {
  const share = (words: ReadonlySet<string>) =>
    trees.filter(({ tokens }) => tokens.some(({ text }) => words.has(text.toLowerCase()))).length /
    Math.max(1, trees.length)
  return { reports: share(REPORTS), personal: share(PERSONAL) }
}

const REPORTS: ReadonlySet<string> = new Set(
  'said says told according announced reported confirmed reporters spokesman spokeswoman'.split(' '),
)
const PERSONAL: ReadonlySet<string> = new Set('i we my our me us'.split(' '))

/**
 * News begins with what happened, an essay with a scene. There is only one lead in an article, so large values offset the penalty
 * on rare features.
 */
function addLead(features: Add, { reports, personal }: Voice): void {
  features.set('lead-reports', 4 * Math.min(1, reports * 3))
  features.set('lead-personal', 4 * Math.min(1, personal * 2))
}

const BACKWARD: ReadonlySet<string> = new Set(['this', 'that', 'these', 'those', 'it', 'they', 'he', 'she', 'such'])

function flag(features: Add, name: string): void {
  features.set(name, 1)
}

/** Each sentence of an article moves these a little for all others: in steps, they mostly stay, and so do the slides of other sections. */
function inSteps(share: number): number {
  return Math.round(share * STEPS) / STEPS
}

const STEPS = 20

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0
  for (const word of one) if (other.has(word)) count++
  return count
}

function groupedBy<T>(all: readonly T[], keyOf: (each: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>()
  for (const each of all) {
    const group = groups.get(keyOf(each)) ?? []
    group.push(each)
    groups.set(keyOf(each), group)
  }
  return groups
}
