import { isConclusion, isMeta } from '../grammar/english-cues.ts'
import { countWords } from '../grammar/words.ts'
import type { Article, Block, Section } from '../model/article.ts'
import type { Outline, OutlineSection, Paragraph, Role, Sentence, Weighed } from '../model/outline.ts'
import { WORDS_A_MINUTE } from '../model/pace.ts'
import { sentencesOf } from './sentences.ts'
import { type Scale, scaleOf, weigh } from './weigh.ts'

/** Nests the article's blocks under their headings, splits them into sentences and weighs each for its section. */
export function outline(article: Article): Outline {
  const root = outlineSection(article, article.root)
  return {
    type: 'outline',
    article,
    opening: root.paragraphs,
    parts: root.sections,
    minutes: countWords(article.text, article.language) / WORDS_A_MINUTE,
  }
}

function outlineSection(article: Article, section: Section): OutlineSection {
  const blocks = section.blocks.map((block) => ({ block, sentences: sentencesOf(article, block) }))
  const scale = scaleOf(
    blocks.flatMap(({ sentences }) => sentences),
    section.heading?.text ?? '',
    article.title?.text ?? '',
  )
  return {
    section,
    paragraphs: blocks.map(({ block, sentences }) => paragraphOf({ article, block, sentences, scale })),
    sections: section.sections.map((each) => outlineSection(article, each)),
  }
}

interface Parts {
  readonly article: Article
  readonly block: Block
  readonly sentences: readonly Sentence[]
  readonly scale: Scale
}

function paragraphOf({ article, block, sentences, scale }: Parts): Paragraph {
  const roles = article.language.startsWith('en') ? englishRoles(sentences) : sentences.map(plainRole)
  return {
    block,
    sentences: sentences.map((sentence, index): Weighed => {
      const role = roles[index] ?? 'evidence'
      return { ...sentence, role, weight: role === 'meta' ? 0 : weigh(sentence.text, index, scale) }
    }),
  }
}

/** A paragraph that opens with a conclusion's cue concludes as a whole; otherwise its first sentence that says something is its thesis. */
function englishRoles(sentences: readonly Sentence[]): Role[] {
  const first = sentences[0]
  if (first !== undefined && isConclusion(first.text)) return sentences.map(() => 'conclusion')
  const thesis = sentences.findIndex((sentence) => !isMeta(sentence.text))
  return sentences.map((sentence, index) => {
    if (isMeta(sentence.text)) return 'meta'
    if (index === thesis) return 'thesis'
    return /^For (?:example|instance)\b/.test(sentence.text) ? 'example' : 'evidence'
  })
}

function plainRole(_: Sentence, index: number): Role {
  return index === 0 ? 'thesis' : 'evidence'
}
