// Writes the notes of slides as Markdown.

import type { RootContent } from 'mdast'
import type { PassageKind } from '../model/article.ts'
import type { MarkedText } from '../model/mark.ts'
import type { Sentence } from '../model/outline.ts'
import type { SourcedText } from '../model/styled-text.ts'
import { runsOf } from '../render/note-runs.ts'
import { heading, item, list, markdownOf, paragraph, phrasing, tableRow } from './print-markdown.ts'

/** Writes the note of a slide as Markdown. */
export function noteMarkdown(sentences: readonly Sentence[], article: MarkedText): string {
  return runsOf(sentences)
    .map(({ kind, blocks }) => markdownOf(BLOCK_PRINTERS[kind](blocks, article)))
    .filter((block) => block !== '')
    .join('\n\n')
}

type PrintBlocks = (blocks: readonly SourcedText[], article: MarkedText) => RootContent[]

const printParagraphs: PrintBlocks = (blocks, article) => blocks.map((block) => paragraph(phrasing(block, article)))

const BLOCK_PRINTERS: Readonly<Record<PassageKind, PrintBlocks>> = {
  prose: printParagraphs,
  footnote: printParagraphs,
  caption: printParagraphs,
  heading: (blocks, article) => blocks.map((block) => heading(3, phrasing(block, article))),
  quotation: (blocks, article) => [
    {
      type: 'blockquote',
      children: blocks.map((block) => ({ type: 'paragraph', children: phrasing(block, article) })),
    },
  ],
  item: (blocks, article) => [
    list(blocks.map((block) => item({ type: 'paragraph', children: phrasing(block, article) }))),
  ],
  row: (blocks, article) => {
    const columnCount = blocks.reduce((max, { text }) => Math.max(max, text.split('\t').length), 1)
    return [{ type: 'table', children: blocks.map((block) => tableRow(block, article, columnCount)) }]
  },
  math: (blocks) => blocks.map(({ text }) => ({ type: 'math', value: text })),
  code: (blocks) => [{ type: 'code', value: blocks.map(({ text }) => text).join('\n') }],
}
