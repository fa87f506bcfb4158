import { contentWords } from '../../grammar/content-words.ts'
import type { Features } from './features.ts'
import type { Scores } from './scores.ts'
import type { Unit } from './units.ts'

/** A title as a slide may have it, and the unit that it is made of; null for a heading. */
export interface TitleCase {
  readonly text: string
  readonly form: string
  readonly from: { readonly unit: Unit; readonly scores: Scores } | null
  /** How many units of the slide stand before the one that it is made of. */
  readonly offset: number
  /** The units that stand under it, the one that it is made of among them. */
  readonly under: readonly Unit[]
  readonly heading: string
}

/** What tells whether a title is the one that an editor would choose for a slide. */
export function titleFeatures({ text, form, from, offset, under, heading }: TitleCase): Features {
  const features = new Map<string, number>()
  const words = text.split(/\s+/)
  const matter = contentWords(text)
  features.set(`form=${form}`, 1)
  features.set(`length=${Math.min(8, Math.floor(text.length / 10))}`, 1)
  features.set('words', words.length / 10)
  features.set(`offset=${Math.min(offset, 3)}`, 1)
  const others = under.filter((unit) => unit !== from?.unit).slice(0, MOST_UNDER)
  const said = new Set(others.flatMap((unit) => [...unit.matter]))
  const shared = matter.filter((word) => said.has(word)).length
  features.set('governs', matter.length === 0 ? 0 : shared / matter.length)
  features.set('governs-any', shared > 0 ? 1 : 0)
  const governed = others.filter((unit) => matter.some((word) => unit.matter.has(word))).length
  features.set('governs-each', others.length === 0 ? 0 : governed / others.length)
  const over = new Set(contentWords(heading))
  features.set('of-heading', matter.length === 0 ? 0 : matter.filter((word) => over.has(word)).length / matter.length)
  const first = words[0]?.toLowerCase() ?? ''
  features.set(`first=${FIRSTS.has(first) ? first : /^\p{Lu}/u.test(words[1] ?? '') ? 'name' : 'other'}`, 1)
  if (/\p{Nd}/u.test(text)) features.set('digit', 1)
  if (/[?]$/.test(text)) features.set('question', 1)
  if (/["“]/.test(text)) features.set('quotation', 1)
  if (/,/.test(text)) features.set('comma', 1)
  if (/\b(?:I|we|our|my|us)\b/i.test(text)) features.set('first-person', 1)
  if (/\b(?:you|your)\b/i.test(text)) features.set('second-person', 1)
  if (form === 'name' || form === 'topic') {
    features.set(`name-words=${Math.min(words.length, 7)}`, 1)
    if (first === 'the') features.set('name-the', 1)
  }
  if (from === null) return features
  const { unit, scores } = from
  const length = unit.sentence.text.length
  features.set('kept', text.length / length)
  if (unit.sentence.text.startsWith(text.slice(1, 12), 1)) features.set('from-start', 1)
  if (unit.sentence.opens) features.set('opens', 1)
  features.set('title-score', scores.title)
  features.set('show-score', scores.show)
  features.set('key-score', scores.key)
  features.set('filler-score', scores.filler)
  return features
}

const MOST_UNDER = 4

const FIRSTS: ReadonlySet<string> = new Set(
  'the a an this it there i we you he she they some many if when in for to with by'.split(' '),
)
