import { contentWords } from '../../grammar/content-words.ts'
import { stemsOf } from '../../grammar/stems.ts'
import { countWords } from '../../grammar/words.ts'
import type { Passage } from '../../model/article.ts'
import type { Outline, OutlineSection, Paragraph, Sentence } from '../../model/outline.ts'

/** A sentence, item, quotation or footnote, with where it stands. Rows, code, formulas and captions are no units. */
export interface Unit {
  readonly sentence: Sentence
  /** Its place among the units of the article, from 0. */
  readonly index: number
  /** The words that carry its matter. */
  readonly matter: ReadonlySet<string>
  readonly words: number
  /** Which paragraph or list it stands in, and which section, both counted through the article. */
  readonly paragraph: number
  readonly section: number
  readonly heading: Passage | null
  /** The kind of block that stands right before and behind it: `list`, `code`, `heading`, `end` or another node's type. */
  readonly before: string
  readonly after: string
}

const UNITS: ReadonlySet<string> = new Set(['prose', 'item', 'quotation', 'footnote'])

/** The units of an article in its order. */
export function unitsOf(outline: Outline): readonly Unit[] {
  const { language } = outline.article
  const units: Unit[] = []
  let paragraphs = 0
  let sections = 0
  const addParagraphs = (all: readonly Paragraph[], heading: Passage | null) => {
    for (const [place, paragraph] of all.entries()) {
      const sentences = paragraph.sentences.filter(({ kind }) => UNITS.has(kind))
      if (sentences.length === 0) continue
      const before = place === 0 ? (heading === null ? 'start' : 'heading') : typeOf(all[place - 1])
      const after = typeOf(all[place + 1])
      for (const [at, sentence] of sentences.entries())
        units.push({
          sentence,
          index: units.length,
          matter: matterOf(sentence.text, language),
          words: countWords(sentence.text, language),
          paragraph: paragraphs,
          section: sections,
          heading,
          before: at === 0 ? before : 'sentence',
          after: at === sentences.length - 1 ? after : 'sentence',
        })
      paragraphs++
    }
  }
  const addSection = ({ section, paragraphs: own, sections: below }: OutlineSection) => {
    sections++
    addParagraphs(own, section.heading ?? null)
    for (const each of below) addSection(each)
  }
  addParagraphs(outline.opening, null)
  for (const part of outline.parts) addSection(part)
  return units
}

function matterOf(text: string, language: string): ReadonlySet<string> {
  if (language.startsWith('en')) return new Set(contentWords(text))
  return new Set(stemsOf(text, language).flatMap(({ stem, isCommon }) => (isCommon ? [] : [stem])))
}

function typeOf(paragraph: Paragraph | undefined): string {
  return paragraph === undefined ? 'end' : paragraph.block.node.type
}
