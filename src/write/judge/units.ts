// Splits an article into the units that are scored.

import { contentWords } from '../../grammar/content-words.ts'
import { countWords } from '../../grammar/count-words.ts'
import { stemmedWordsOf } from '../../grammar/stemmed-words.ts'
import type { Passage } from '../../model/article.ts'
import type { Outline, OutlineSection, Paragraph, Sentence } from '../../model/outline.ts'
import type { Span } from '../../model/span.ts'

/**
 * A sentence, item, quotation or footnote, with its position in the article. Rows, code, formulas and captions are not
 * units.
 */
export interface Unit {
  readonly sentence: Sentence
  /** Its index among the units of the article. */
  readonly index: number
  /** Its content words and, in `repeated`, those that an earlier unit already contains. */
  readonly keywords: ReadonlySet<string>
  readonly repeated: ReadonlySet<string>
  readonly words: number
  /** The numbers of the paragraph or list and of the section that contain it, counted through the article from 0. */
  readonly paragraph: number
  readonly section: number
  /** Its index among the units of its section. */
  readonly indexInSection: number
  readonly heading: Passage | null
  /**
   * What is directly before and after it: `sentence` inside its block, `heading` below one, `start` or `end` if there
   * is nothing, or else the node type of the neighbouring block, such as `list` or `code`.
   */
  readonly before: string
  readonly after: string
  /** The fraction of its text that is inside a link. */
  readonly linkedFraction: number
}

const UNIT_KINDS: ReadonlySet<string> = new Set(['prose', 'item', 'quotation', 'footnote'])

/** Lists the units of an article, in order. */
export function unitsOf(outline: Outline): readonly Unit[] {
  const { language } = outline.article
  const units: Omit<Unit, 'linkedFraction'>[] = []
  const usedWords = new Set<string>()
  let paragraphs = 0
  let sections = 0
  let sectionStart = 0
  const addParagraphs = (all: readonly Paragraph[], heading: Passage | null) => {
    for (const [position, paragraph] of all.entries()) {
      const sentences = paragraph.sentences.filter(({ kind }) => UNIT_KINDS.has(kind))
      if (sentences.length === 0) continue
      const before = position === 0 ? (heading === null ? 'start' : 'heading') : typeOf(all[position - 1])
      const after = typeOf(all[position + 1])
      for (const [sentenceIndex, sentence] of sentences.entries()) {
        const keywords = keywordsOf(sentence.text, language)
        units.push({
          sentence,
          index: units.length,
          keywords,
          repeated: new Set([...keywords].filter((word) => usedWords.has(word))),
          words: countWords(sentence.text, language),
          paragraph: paragraphs,
          section: sections,
          indexInSection: units.length - sectionStart,
          heading,
          before: sentenceIndex === 0 ? before : 'sentence',
          after: sentenceIndex === sentences.length - 1 ? after : 'sentence',
        })
        for (const word of keywords) usedWords.add(word)
      }
      paragraphs++
    }
  }
  const addSection = ({ section, paragraphs: direct, sections: below }: OutlineSection) => {
    sections++
    sectionStart = units.length
    addParagraphs(direct, section.heading ?? null)
    for (const each of below) addSection(each)
  }
  addParagraphs(outline.opening, null)
  for (const part of outline.parts) addSection(part)
  const links = outline.article.marks.filter(({ style }) => style.type === 'link').map(({ span }) => span)
  const fractions = coveredFractions(units, links)
  return units.map((unit, index) => ({ ...unit, linkedFraction: fractions[index] ?? 0 }))
}

function keywordsOf(text: string, language: string): ReadonlySet<string> {
  if (language.startsWith('en')) return new Set(contentWords(text))
  return new Set(stemmedWordsOf(text, language).flatMap(({ stem, isCommon }) => (isCommon ? [] : [stem])))
}

function typeOf(paragraph: Paragraph | undefined): string {
  return paragraph === undefined ? 'end' : paragraph.block.node.type
}

/** Computes the fraction of each unit that the spans cover. The spans are in ascending order. */
export function coveredFractions(units: readonly Pick<Unit, 'sentence'>[], spans: readonly Span[]): readonly number[] {
  const sums = units.map(() => 0)
  let first = 0
  for (const [from, to] of spans) {
    while ((units[first]?.sentence.span[1] ?? to) <= from) first++
    for (let index = first; (units[index]?.sentence.span[0] ?? to) < to; index++) {
      const [start, end] = units[index]?.sentence.span ?? [0, 0]
      sums[index] = (sums[index] ?? 0) + Math.min(to, end) - Math.max(from, start)
    }
  }
  return units.map(({ sentence: { span } }, index) => Math.min(1, (sums[index] ?? 0) / Math.max(1, span[1] - span[0])))
}
