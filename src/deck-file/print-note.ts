// Writes the notes of slides as Markdown.

import type { List, RootContent } from 'mdast'
import type { PassageKind } from '../model/article.ts'
import type { MarkedText } from '../model/mark.ts'
import type { Sentence } from '../model/outline.ts'
import { isList, isListed, listsOf, type NoteList, type PlacedText } from '../render/note-lists.ts'
import { runsOf } from '../render/note-runs.ts'
import { heading, item, list, markdownOf, paragraph, phrasing, tableRow } from './print-markdown.ts'

/** Writes the note of a slide as Markdown. */
export function noteMarkdown(sentences: readonly Sentence[], article: MarkedText): string {
  return runsOf(sentences)
    .map(({ kind, blocks }) => markdownOf(BLOCK_PRINTERS[kind](blocks, article)))
    .filter((block) => block !== '')
    .join('\n\n')
}

type PrintBlocks = (blocks: readonly PlacedText[], article: MarkedText) => RootContent[]

const printParagraphs: PrintBlocks = (blocks, article) => blocks.map((block) => paragraph(phrasing(block, article)))

function printLists(blocks: readonly PlacedText[], article: MarkedText): RootContent[] {
  return listsOf(blocks).map((each) => listNode(each, article))
}

const BLOCK_PRINTERS: Readonly<Record<PassageKind, PrintBlocks>> = {
  prose: printParagraphs,
  footnote: (blocks, article) => (isListed(blocks) ? printLists(blocks, article) : printParagraphs(blocks, article)),
  caption: printParagraphs,
  heading: (blocks, article) => blocks.map((block) => heading(3, phrasing(block, article))),
  quotation: (blocks, article) => [
    {
      type: 'blockquote',
      children: blocks.map((block) => ({ type: 'paragraph', children: phrasing(block, article) })),
    },
  ],
  item: printLists,
  row: (blocks, article) => {
    const columnCount = blocks.reduce((max, { text }) => Math.max(max, text.split('\t').length), 1)
    return [{ type: 'table', children: blocks.map((block) => tableRow(block, article, columnCount)) }]
  },
  math: (blocks) => blocks.map(({ text }) => ({ type: 'math', value: text })),
  code: (blocks) => [{ type: 'code', value: blocks.map(({ text }) => text).join('\n') }],
}

function listNode({ start, items }: NoteList, article: MarkedText): List {
  return list(
    items.map(({ text, others }) =>
      item(
        ...[text, ...others].map((content) =>
          isList(content) ? listNode(content, article) : paragraph(phrasing(content, article)),
        ),
      ),
    ),
    start,
  )
}
