import { countWords } from '../grammar/count-words.ts'
import type { Article, Section } from '../model/article.ts'
import type { Outline, OutlineSection, Sentence } from '../model/outline.ts'
import { WORDS_PER_MINUTE } from '../model/pace.ts'
import { sentencesOf } from './block-sentences.ts'
import { withPullQuotes } from './pull-quotes.ts'
import { withRemarksAsProse } from './remarks.ts'

/** Splits the article's blocks into sentences, nested under their headings. */
export function outline(article: Article): Outline {
  const root = outlineSection(article, article.root)
  return {
    type: 'outline',
    article,
    opening: root.paragraphs,
    parts: root.sections,
    minutes: countWords(article.text, article.language) / WORDS_PER_MINUTE,
  }
}

function outlineSection(article: Article, section: Section): OutlineSection {
  return {
    section,
    paragraphs: withRemarksAsProse(
      withPullQuotes(section.blocks.map((block) => ({ block, sentences: sentencesOf(article, block) }))),
    ),
    sections: section.sections.map((each) => outlineSection(article, each)),
  }
}

/** Lists every sentence of an outline, in order. */
export function allSentences({ opening, parts }: Outline): Sentence[] {
  return [...opening.flatMap(({ sentences }) => sentences), ...parts.flatMap(sentencesIn)]
}

function sentencesIn({ paragraphs, sections }: OutlineSection): Sentence[] {
  return [...paragraphs.flatMap(({ sentences }) => sentences), ...sections.flatMap(sentencesIn)]
}
