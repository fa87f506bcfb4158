import { countWords } from '../grammar/count-words.ts'
import type { Article, Section } from '../model/article.ts'
import type { Outline, OutlineSection, Sentence } from '../model/outline.ts'
import { WORDS_PER_MINUTE } from '../model/pace.ts'
import { withAttributedQuotations } from './attributed-quotations.ts'
import { sentencesOf } from './block-sentences.ts'
import { type MarkedWords, markedWordsIn } from './run-in-labels.ts'
import { withUnattributedQuotationsAsProse } from './unattributed-quotations.ts'

/** Splits the article's blocks into sentences, nested under their headings. */
export function outline(article: Article): Outline {
  const root = outlineSection({ article, markedWords: markedWordsIn(article) }, article.root)
  return {
    type: 'outline',
    article,
    opening: root.paragraphs,
    parts: root.sections,
    minutes: countWords(article.text, article.language) / WORDS_PER_MINUTE,
  }
}

interface OutlinedArticle {
  readonly article: Article
  readonly markedWords: MarkedWords
}

function outlineSection(outlined: OutlinedArticle, section: Section): OutlineSection {
  const { article, markedWords } = outlined
  const paragraphs = section.blocks.map((block) => ({ block, sentences: sentencesOf(article, block, markedWords) }))
  return {
    section,
    paragraphs: withUnattributedQuotationsAsProse(withAttributedQuotations(paragraphs)),
    sections: section.sections.map((each) => outlineSection(outlined, each)),
  }
}

/** Lists every sentence of an outline, in order. */
export function allSentences({ opening, parts }: Outline): Sentence[] {
  return [...opening.flatMap(({ sentences }) => sentences), ...parts.flatMap(sentencesIn)]
}

function sentencesIn({ paragraphs, sections }: OutlineSection): Sentence[] {
  return [...paragraphs.flatMap(({ sentences }) => sentences), ...sections.flatMap(sentencesIn)]
}
