import type { VFile } from 'vfile'
import type { Article, Block, Passage, Section } from '../model/article.ts'
import { directionOf } from '../read/language.ts'
import type { DeckBase } from './base.ts'
import type { SlidesWithSources } from './find-sources.ts'
import { articleName, type OpenDeckFile } from './open.ts'

/** What the article of a deck file is restored from. */
export interface ArticleSources {
  readonly open: OpenDeckFile
  readonly grounded: SlidesWithSources
  readonly language: string
  readonly file: VFile
}

/**
 * Restores the article of a deck file as it was when the file was written, followed by the words that the author of the
 * file has typed.
 */
export function articleOf({ open, grounded, language, file }: ArticleSources): Article {
  const { frontMatter, base } = open
  const { region, anchors } = grounded
  const text = base?.text ?? ''
  const values = frontMatter?.values ?? {}
  const { direction, title, author } = values
  const name = articleName(frontMatter)
  return {
    type: 'article',
    path: name === null ? file.path : [...file.path.split('/').slice(0, -1), name].join('/'),
    text: text + region.text,
    marks: [...(base?.marks ?? []), ...region.marks],
    anchors: [...anchors, ...region.anchors].sort((one, other) => one.offset - other.offset),
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

/** Nests the article's headings as they were in the article. */
function rootOf(base: DeckBase | null): Section {
  interface Open extends Section {
    readonly sections: Section[]
  }
  const root: Open = { type: 'section', depth: 0, blocks: [], sections: [] }
  const above: Open[] = [root]
  for (const { depth, span } of base?.headings ?? []) {
    const heading = { text: base?.text.slice(...span) ?? '', span }
    const section: Open = { type: 'section', depth, heading, blocks: [PLACEHOLDER], sections: [] }
    while (above.length > 1 && (above.at(-1)?.depth ?? 0) >= depth) above.pop()
    above.at(-1)?.sections.push(section)
    above.push(section)
  }
  return root
}

/** A placeholder for the text under a heading, which is in the notes of the slides. */
const PLACEHOLDER: Block = { type: 'block', node: { type: 'paragraph', children: [] }, passages: [] }
