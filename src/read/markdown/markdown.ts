import type { VFile } from 'vfile'
import type { FrontMatterHead } from '../front-matter-head.ts'
import { passagesOf, phraseOf } from '../passages.ts'
import type { Piece } from '../piece.ts'
import type { Source } from '../source.ts'
import { withHead } from './head.ts'
import { parseMarkdown } from './parse.ts'
import { prepare } from './prepare.ts'
import { relocate } from './relocate.ts'
import { tidy } from './tidy.ts'

/** Reads Markdown: CommonMark, GFM, footnotes, containers and math, raw HTML for its words. */
export function readMarkdown(given: Source, { head, file }: Circumstances): readonly Piece[] {
  const source = prepare(given, file)
  const root = parseMarkdown(source.text)
  if (source.shifted) relocate(root, source)
  const pieces = tidy(root, source).flatMap((node): Piece[] => {
    const heading = node.type === 'heading' ? phraseOf(node, source) : undefined
    if (node.type === 'heading' && heading?.text) return [{ type: 'heading', level: node.depth, words: heading }]
    const words = passagesOf(node, source)
    return words.length > 0 ? [{ type: 'block', node, words }] : []
  })
  return withHead(pieces, head)
}

interface Circumstances {
  readonly head: FrontMatterHead
  readonly file: VFile
}
