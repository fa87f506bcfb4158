// Reads columns in a deck file.

import type { BlockContent, DefinitionContent, Heading, List, Paragraph } from 'mdast'
import type { Column, ColumnBlock } from '../model/draft.ts'
import { codeLines } from '../read/code-lines.ts'
import { wordsOf } from './phrasing-words.ts'
import { pictureIn } from './read-picture.ts'
import { pointsOf } from './read-points.ts'
import type { MakeLine } from './read-text.ts'
import type { SlideView } from './slide-view.ts'

type Blocks = readonly (BlockContent | DefinitionContent)[]

/** More columns than this are too narrow to read. */
export const MAX_COLUMNS = 3

/**
 * Reads the columns of a container: one for each container inside it or, if there are none, for each heading. Returns
 * null, without calling `lineOf`, if there are too many columns or if something cannot be in a column, such as a table.
 */
export function readColumns(
  children: Blocks,
  { view, lineOf }: { readonly view: SlideView; readonly lineOf: MakeLine },
): readonly Column[] | null {
  const parts = partsOf(children.filter(isShown)).map((part) => part.filter(isShown))
  const isReadable = parts.length > 0 && parts.length <= MAX_COLUMNS && parts.every((part) => isColumn(part, view))
  return isReadable ? parts.map((part) => columnOf(part, view, lineOf)) : null
}

/** Whether a block is shown. HTML is not: in a container, it is usually a comment for a formatter. */
function isShown({ type }: Blocks[number]): boolean {
  return type !== 'html'
}

function partsOf(children: Blocks): readonly Blocks[] {
  const inner = children.flatMap((child) => (child.type === 'containerDirective' ? [child.children] : []))
  if (inner.length > 0) return inner.length === children.length ? inner : []
  const parts: (BlockContent | DefinitionContent)[][] = []
  for (const child of children) {
    if (child.type === 'heading') parts.push([child])
    else if (parts.length === 0) return []
    else parts.at(-1)?.push(child)
  }
  return parts
}

function isColumn([first, ...others]: Blocks, view: SlideView): boolean {
  const body = first?.type === 'heading' ? others : first === undefined ? [] : [first, ...others]
  return body.length > 0 && body.every((node) => isBlock(node, view))
}

function isBlock(node: BlockContent | DefinitionContent, view: SlideView): boolean {
  if (node.type === 'paragraph') return pictureIn(node, view) !== null || wordsOf(node, view).text !== ''
  if (node.type === 'code') return !/^(?:mermaid|chart)\b/i.test(node.lang ?? '') && node.value.trim() !== ''
  return node.type === 'list'
}

function columnOf(part: Blocks, view: SlideView, lineOf: MakeLine): Column {
  const [first, ...others] = part
  const head: Heading | null = first?.type === 'heading' ? first : null
  const name = head === null ? null : lineOf(wordsOf(head, view), 'heading')
  return { name, blocks: blocksOf(head === null ? part : others, view, lineOf) }
}

function blocksOf(nodes: Blocks, view: SlideView, lineOf: MakeLine): readonly ColumnBlock[] {
  const blocks: ColumnBlock[] = []
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1]
    if (node.type === 'list') blocks.push(listBlock(node, view, lineOf))
    else if (node.type === 'code') {
      const lines = codeLines(node, view.source).map((words) => lineOf(words, 'code'))
      blocks.push({ type: 'code', language: node.lang ?? null, lines, pieces: null })
    } else if (node.type === 'paragraph' && !isCaption(node, before, view)) {
      const image = pictureIn(node, view)
      const next = nodes[index + 1]
      const caption = image !== null && next?.type === 'paragraph' && isCaption(next, node, view) ? next : null
      blocks.push(
        image === null
          ? { type: 'text', line: lineOf(wordsOf(node, view), 'prose') }
          : {
              type: 'image',
              picture: { image, content: null },
              caption: caption === null ? null : lineOf(wordsOf(caption, view), 'caption'),
            },
      )
    }
  }
  return blocks
}

/** Whether a paragraph is the caption of the picture directly above it. */
function isCaption(node: Paragraph, before: Blocks[number] | undefined, view: SlideView): boolean {
  return before?.type === 'paragraph' && pictureIn(before, view) !== null && pictureIn(node, view) === null
}

function listBlock(node: List, view: SlideView, lineOf: MakeLine): ColumnBlock {
  return { type: 'points', points: pointsOf([node], view, lineOf) }
}
