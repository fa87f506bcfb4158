// Restores the article of a deck file.

import type { VFile } from 'vfile'
import type { Article, Block, Passage, Section } from '../model/article.ts'
import { directionOf } from '../read/language.ts'
import type { DeckSources } from './find-sources.ts'
import type { DeckBase } from './merge-base.ts'
import { articleName, type SplitDeckFile } from './split-deck-file.ts'

/** Everything that a deck file's article is restored from. */
export interface ArticleSources {
  readonly splitFile: SplitDeckFile
  readonly sources: DeckSources
  readonly language: string
  readonly file: VFile
}

/**
 * Restores the article of a deck file as it was when the file was written, followed by the text that the author of the
 * deck file has typed.
 */
export function restoreArticle({ splitFile, sources, language, file }: ArticleSources): Article {
  const { frontMatter, base } = splitFile
  const { authorText, anchors } = sources
  const text = base?.text ?? ''
  const values = frontMatter?.values ?? {}
  const { direction, title, author } = values
  const name = articleName(frontMatter)
  return {
    type: 'article',
    path: name === null ? file.path : [...file.path.split('/').slice(0, -1), name].join('/'),
    text: text + authorText.text,
    marks: [...(base?.marks ?? []), ...authorText.marks],
    anchors: [...anchors, ...authorText.anchors].sort((one, other) => one.offset - other.offset),
    authoredFrom: text.length,
    ...(typeof title === 'string' && { title: passageOf(title) }),
    ...(typeof author === 'string' && { byline: passageOf(author) }),
    language,
    direction: direction === 'rtl' || direction === 'ltr' ? direction : directionOf(language),
    root: rootOf(base),
    frontMatter,
  }
}

function passageOf(text: string): Passage {
  return { text, span: [0, 0] }
}

/** Nests the headings in the base as they were nested in the article. */
function rootOf(base: DeckBase | null): Section {
  interface OpenSection extends Section {
    readonly sections: Section[]
  }
  const root: OpenSection = { type: 'section', depth: 0, blocks: [], sections: [] }
  const ancestors: OpenSection[] = [root]
  for (const { depth, span } of base?.headings ?? []) {
    const heading = { text: base?.text.slice(...span) ?? '', span }
    const section: OpenSection = { type: 'section', depth, heading, blocks: [PLACEHOLDER], sections: [] }
    while (ancestors.length > 1 && (ancestors.at(-1)?.depth ?? 0) >= depth) ancestors.pop()
    ancestors.at(-1)?.sections.push(section)
    ancestors.push(section)
  }
  return root
}

/** Stands in for the text under a heading; the text itself is in the notes of the slides. */
const PLACEHOLDER: Block = { type: 'block', node: { type: 'paragraph', children: [] }, passages: [] }
