import { type Cues, cuesOf } from '../grammar/cues.ts'
import { groundKey, groundOf } from '../grammar/ground.ts'
import { countWords } from '../grammar/words.ts'
import type { Article, Block, Section } from '../model/article.ts'
import { type Memo, newMemo } from '../model/memo.ts'
import type { Outline, OutlineSection, Paragraph, Role, Sentence, Weighed } from '../model/outline.ts'
import { WORDS_A_MINUTE } from '../model/pace.ts'
import { sentencesOf } from './sentences.ts'
import { weighAll } from './weigh.ts'

/** The weights of a section's sentences, by all that bears on them. They may be kept from one article to the next. */
export type KnownWeights = Memo<readonly number[]>

/** Nests the article's blocks under their headings, splits them into sentences and weighs each for its section. */
export function outline(article: Article, known: KnownWeights = newMemo()): Outline {
  const root = outlineSection(article, article.root, known)
  return {
    type: 'outline',
    article,
    opening: root.paragraphs,
    parts: root.sections,
    minutes: countWords(article.text, article.language) / WORDS_A_MINUTE,
  }
}

function outlineSection(article: Article, section: Section, known: KnownWeights): OutlineSection {
  const blocks = section.blocks.map((block) => ({ block, sentences: sentencesOf(article, block) }))
  const all = blocks.flatMap(({ sentences }) => sentences)
  const heads = {
    heading: section.heading?.text ?? '',
    title: article.title?.text ?? '',
    language: article.language,
  }
  const key = groundKey(all, heads)
  const weighed = known.recall(key, () => weighAll(groundOf(all, heads)))
  const weights = new Map(all.map((sentence, index) => [sentence, weighed[index] ?? 0]))
  return {
    section,
    paragraphs: blocks.map(({ block, sentences }) => paragraphOf({ article, block, sentences, weights })),
    sections: section.sections.map((each) => outlineSection(article, each, known)),
  }
}

interface Parts {
  readonly article: Article
  readonly block: Block
  readonly sentences: readonly Sentence[]
  readonly weights: ReadonlyMap<Sentence, number>
}

function paragraphOf({ article, block, sentences, weights }: Parts): Paragraph {
  const cues = cuesOf(article.language)
  const roles = cues === null ? sentences.map(plainRole) : rolesBy(cues, sentences)
  return {
    block,
    sentences: sentences.map((sentence, index): Weighed => {
      const role = roles[index] ?? 'evidence'
      return { ...sentence, role, weight: role === 'meta' ? 0 : (weights.get(sentence) ?? 0) }
    }),
  }
}

/** A paragraph that opens with a conclusion's cue concludes as a whole; otherwise its first sentence that says something is its thesis. */
function rolesBy({ isMeta, isConclusion }: Cues, sentences: readonly Sentence[]): Role[] {
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
