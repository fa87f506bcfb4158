// Reads Word files in tests.

import { VFile } from 'vfile'
import type { Article, BlockPassage, Section } from '../../src/model/article.ts'
import { read } from '../../src/read/read.ts'
import { type WordFile, wordFile } from '../support/word-file.ts'

export const PROSE =
  'The keeper winds the paddles slowly, and waits, as the water falls, for the boat to settle against the wall.'

/** An article that was read, and the file with its messages. */
export interface ReadWordFile {
  readonly article: Article
  readonly file: VFile
}

/** Reads a Word file, or one with the given XML as its body. */
export async function readWordFile(content: WordFile | string): Promise<ReadWordFile> {
  const file = new VFile({ path: 'talk.docx' })
  const article = await read(wordFile(typeof content === 'string' ? { body: content } : content), file)
  return { article, file }
}

/** Describes the passages of all blocks, each by its kind, its depth and its text. */
export function passagesIn({ root }: Article): string[] {
  const listIn = (section: Section): BlockPassage[] => [
    ...section.blocks.flatMap(({ passages }) => passages),
    ...section.sections.flatMap(listIn),
  ]
  return listIn(root).map(({ kind, depth, text }) => `${kind}${depth} ${text}`)
}

/** Returns all content of the article's blocks, as JSON. */
export function contentOf({ root }: Article): string {
  return JSON.stringify(root)
}
