// Reads web pages in tests.

import { VFile } from 'vfile'
import type { Article, BlockPassage, Section } from '../../src/model/article.ts'
import { read } from '../../src/read/read.ts'

export const PROSE =
  'The keeper winds the paddles slowly, and waits, as the water falls, for the boat to settle against the wall of the chamber. '

/** An article that was read, and the file with its messages. */
export interface ReadPage {
  readonly article: Article
  readonly file: VFile
}

export async function readPage(page: string | Uint8Array, path = 'page.html'): Promise<ReadPage> {
  const file = new VFile({ path })
  return { article: await read(typeof page === 'string' ? Buffer.from(page) : page, file), file }
}

/** Lists the passages of all blocks, in order. */
export function passagesIn(section: Section): BlockPassage[] {
  return [...section.blocks.flatMap(({ passages }) => passages), ...section.sections.flatMap(passagesIn)]
}

export function headingsIn(section: Section): string[] {
  return section.sections.flatMap((each) => [each.heading?.text ?? '', ...headingsIn(each)])
}

/** Lists the title, the subtitle, the byline and the date. */
export function headOf({ title, subtitle, byline, date }: Article): readonly (string | undefined)[] {
  return [title, subtitle, byline, date].map((passage) => passage?.text)
}
