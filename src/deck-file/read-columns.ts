// Reads columns in a deck file.

import type { BlockContent, Blockquote, DefinitionContent, Heading, List, Paragraph } from 'mdast'
import type { Column, ColumnBlock } from '../model/draft.ts'
import { isDrawnLanguage } from '../model/is-drawn-language.ts'
import { codeLines } from '../read/code-lines.ts'
import { alertContentOf } from '../read/markdown/alert.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { wordsOf } from './phrasing-words.ts'
import { mathWords } from './read-math.ts'
import { readPicture } from './read-picture.ts'
import { readPoints } from './read-points.ts'
import { quoteContent } from './read-quote.ts'
import { tableContent } from './read-table.ts'
import type { MakeLine } from './read-text.ts'
import type { ReadingContext } from './reading-context.ts'

type Blocks = readonly (BlockContent | DefinitionContent)[]

/** More columns than this are too narrow to read. */
export const MAX_COLUMNS = 3

/**
 * Reads the columns of a container: one for each container inside it or, if there are none, for each heading of the
 * highest level. Returns null, without calling `lineOf`, if there are too many columns or if something cannot be in a
 * column, such as a diagram.
 */
export function readColumns(children: Blocks, context: ReadingContext): readonly Column[] | null {
  const columns = splitColumns(children.filter(isShown)).map((nodes) => nodes.filter(isShown))
  const isReadable = columns.length > 0 && columns.length <= MAX_COLUMNS
  return isReadable && columns.every((nodes) => isColumn(nodes, context.parsed))
    ? columns.map((nodes) => columnOf(nodes, context))
    : null
}

/** Whether a block is shown. HTML in a container is not shown, because it is usually a comment for a formatter. */
function isShown({ type }: Blocks[number]): boolean {
  return type !== 'html'
}

/** Returns the nodes of each column; empty if something is outside the columns. */
function splitColumns(children: Blocks): readonly Blocks[] {
  const containers = children.flatMap((child) => (child.type === 'containerDirective' ? [child.children] : []))
  if (containers.length > 0) return containers.length === children.length ? containers : []
  const columns: (BlockContent | DefinitionContent)[][] = []
  const depth = children[0]?.type === 'heading' ? children[0].depth : 0
  for (const child of children) {
    if (child.type === 'heading' && child.depth <= depth) columns.push([child])
    else if (columns.length === 0) return []
    else columns.at(-1)?.push(child)
  }
  return columns
}

function isColumn([first, ...others]: Blocks, parsed: ParsedSlide): boolean {
  const body = first?.type === 'heading' ? others : first === undefined ? [] : [first, ...others]
  return body.length > 0 && body.every((node) => isColumnBlock(node, parsed))
}

function isColumnBlock(node: BlockContent | DefinitionContent, parsed: ParsedSlide): boolean {
  if (node.type === 'paragraph') return readPicture(node) !== null || wordsOf(node, parsed).text !== ''
  if (node.type === 'code') return !isDrawnLanguage(node.lang) && node.value.trim() !== ''
  if (node.type === 'heading') return wordsOf(node, parsed).text !== ''
  if (node.type === 'blockquote') return node.children.every(({ type }) => type === 'paragraph')
  return node.type === 'list' || node.type === 'table' || node.type === 'math'
}

function columnOf(nodes: Blocks, context: ReadingContext): Column {
  const { parsed, lineOf } = context
  const [first, ...others] = nodes
  const heading: Heading | null = first?.type === 'heading' ? first : null
  const name = heading === null ? null : lineOf(wordsOf(heading, parsed), 'heading')
  return { name, blocks: blocksOf(heading === null ? nodes : others, context) }
}

function blocksOf(nodes: Blocks, context: ReadingContext): readonly ColumnBlock[] {
  const { parsed, lineOf } = context
  const blocks: ColumnBlock[] = []
  for (const [index, node] of nodes.entries()) {
    const previous = nodes[index - 1]
    if (node.type === 'list') blocks.push(listBlock(node, parsed, lineOf))
    else if (node.type === 'heading') blocks.push({ type: 'text', line: lineOf(wordsOf(node, parsed), 'heading') })
    else if (node.type === 'table') {
      const { header, rows, align } = tableContent(node, context)
      blocks.push({ type: 'table', header, rows, align, caption: null })
    } else if (node.type === 'math')
      blocks.push({ type: 'formula', line: lineOf(mathWords(node, parsed), 'math'), formula: null })
    else if (node.type === 'blockquote') blocks.push(...quoteBlocks(node, context))
    else if (node.type === 'code') {
      const lines = codeLines(node, parsed.source).map((words) => lineOf(words, 'code'))
      blocks.push({ type: 'code', language: node.lang ?? null, lines, pieces: null })
    } else if (node.type === 'paragraph' && !isCaption(node, previous)) {
      const image = readPicture(node)
      const next = nodes[index + 1]
      const caption = image !== null && next?.type === 'paragraph' && isCaption(next, node) ? next : null
      blocks.push(
        image === null
          ? { type: 'text', line: lineOf(wordsOf(node, parsed), 'prose') }
          : {
              type: 'image',
              picture: { image, content: null },
              caption: caption === null ? null : lineOf(wordsOf(caption, parsed), 'caption'),
            },
      )
    }
  }
  return blocks
}

/** Whether a paragraph is the caption of the picture directly above it. */
function isCaption(node: Paragraph, previous: Blocks[number] | undefined): boolean {
  return previous?.type === 'paragraph' && readPicture(previous) !== null && readPicture(node) === null
}

function quoteBlocks({ children }: Blockquote, context: ReadingContext): readonly ColumnBlock[] {
  const alert = alertContentOf(children)
  if (alert !== null) return blocksOf(alert, context)
  return (quoteContent(children, context) ?? []).flatMap((content): readonly ColumnBlock[] =>
    content.type === 'quote' ? [{ type: 'quote', quote: content.quote, speaker: content.speaker }] : [],
  )
}

function listBlock(node: List, parsed: ParsedSlide, lineOf: MakeLine): ColumnBlock {
  return { type: 'points', points: readPoints([node], parsed, lineOf) }
}
