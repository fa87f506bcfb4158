// Reads Markdown.

import type { Root, RootContent } from 'mdast'
import { toString as wordsIn } from 'mdast-util-to-string'
import { type PluggableList, unified } from 'unified'
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { LONG_TEXT } from '../../util/run-with-time-limit.ts'
import { withBoldSubheadings } from '../bold-headings.ts'
import { identifyHead } from '../identify-head.ts'
import { imagesIn, passagesOf, phraseOf } from '../passages.ts'
import type { ArticleHead, Piece } from '../piece.ts'
import type { Source } from '../source.ts'
import { joinLabels } from './alert.ts'
import { chartsToTables } from './charts.ts'
import { markColumnLists } from './column-lists.ts'
import { withoutDialects } from './dialects/dialects.ts'
import { withInlineNotes } from './inline-notes.ts'
import { memoHeaderIn } from './memo-header.ts'
import { parseMarkdown } from './parse.ts'
import { type ParsedSections, parseInChunks, parseSections } from './parse-sections.ts'
import { withPictureCaptions } from './picture-captions.ts'
import { prepare } from './prepare.ts'
import { relocate } from './relocate.ts'
import { reportActiveContent } from './report-active-content.ts'
import { tidy } from './tidy.ts'

/**
 * Reads Markdown: CommonMark, GFM, math, the syntax of other tools, and the content of raw HTML.
 * @throws {TypeError} if the plugins do not return an mdast root
 */
export function readMarkdown(
  original: Source,
  { head, file, parsedSections, remarkPlugins = [] }: MarkdownOptions,
): readonly Piece[] {
  const source = prepare(withoutDialects(original), file)
  const parse = (text: string) => (text.length < LONG_TEXT ? parseMarkdown(text) : parseInChunks(text, parseMarkdown))
  const root = parsedSections === undefined ? parse(source.text) : parseSections(source.text, parsedSections)
  if (source.shifted) relocate(root, source)
  const processed = remarkPlugins.length === 0 ? root : unified().use(remarkPlugins).runSync(root, file)
  if (!isRoot(processed)) throw new TypeError('A remark plugin must return an mdast root.')
  reportActiveContent(processed, source, file)
  chartsToTables(processed, source, file)
  markColumnLists(processed, source, file)
  const nodes = withNoteUnderTitle(withPictureCaptions(joinLabels(tidy(withInlineNotes(processed, source), source))))
  reportImagesInHeadings(nodes, { source, file })
  const memo = memoHeaderIn(nodes, { source, head, file })
  const pieces = nodes.flatMap((node) => (node === memo?.node ? memo.pieces : piecesOf(node, source)))
  return identifyHead(withBoldSubheadings(pieces), head)
}

interface MarkdownOptions {
  readonly head: ArticleHead
  readonly file: VFile
  /** Sections that have been parsed before and need not be parsed again. Newly parsed sections are added. */
  readonly parsedSections?: ParsedSections | undefined
  /** Synchronous plugins, run over the parsed tree of the article. */
  readonly remarkPlugins?: PluggableList | undefined
}

function isRoot(node: Node): node is Root {
  return node.type === 'root'
}

/**
 * Turns a heading directly under the title into a paragraph if it is a sentence in italics, since it then says where
 * the article comes from, and is not the name of a section.
 */
function withNoteUnderTitle(nodes: readonly RootContent[]): readonly RootContent[] {
  const [title, note, ...others] = nodes
  if (title?.type !== 'heading' || note?.type !== 'heading' || note.depth <= title.depth) return nodes
  const [only, ...rest] = note.children
  const isNote = only?.type === 'emphasis' && rest.length === 0 && /[.!?]\s*$/.test(wordsIn(note))
  return isNote ? [title, { type: 'paragraph', children: note.children, position: note.position }, ...others] : nodes
}

function piecesOf(node: RootContent, source: Source): readonly Piece[] {
  const heading = node.type === 'heading' ? phraseOf(node, source) : undefined
  if (node.type === 'heading' && heading?.text) return [{ type: 'heading', level: node.depth, words: heading }]
  const words = passagesOf(node, source)
  return words.length > 0 || imagesIn(node).length > 0 ? [{ type: 'block', node, words }] : []
}

/**
 * Reports images in headings. Such images are not shown, because a heading keeps only its words, and most of them are
 * ornaments.
 */
function reportImagesInHeadings(
  nodes: readonly RootContent[],
  { source, file }: { source: Source; file: VFile },
): void {
  const images = nodes
    .filter((node) => node.type === 'heading' && phraseOf(node, source).text.trim() !== '')
    .flatMap(imagesIn)
  const [first] = images
  if (!first) return
  const fact =
    images.length === 1
      ? 'An image in a heading is not shown'
      : `${images.length} images in headings are not shown; the first is here`
  file.message(`${fact}. To show an image, put it on a separate line.`, {
    place: first.position,
    source: 'lectern',
    ruleId: 'image-not-shown',
  })
}
