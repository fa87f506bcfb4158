// Reads paragraphs, headings and lists in a deck file as single lines of text.

import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast'
import type { Line, LineKind } from '../model/draft.ts'
import { taskMark } from '../model/mark.ts'
import type { Words } from '../read/piece.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { wordsOf } from './phrasing-words.ts'

/** Makes a line from words. Must be called in reading order. */
export type MakeLine = (words: Words, kind: LineKind) => Line

/** A paragraph, a heading or an item of a slide, as one line. */
export interface TextBlock {
  readonly type: 'paragraph' | 'heading' | 'item'
  readonly words: Words
  /** The nesting depth of an item; 0 for other blocks. */
  readonly depth: number
  /** The number of an item in a numbered list; otherwise null. */
  readonly ordinal: number | null
}

/** Lists the paragraphs, headings and items in reading order, without empty ones. */
export function readTextBlocks(
  nodes: readonly (Paragraph | Heading | List)[],
  parsed: ParsedSlide,
): readonly TextBlock[] {
  return nodes
    .flatMap((node) => (node.type === 'list' ? listBlocks(node, 0, parsed) : [readBlock(node, parsed)]))
    .filter(hasWords)
}

function readBlock(node: Paragraph | Heading, parsed: ParsedSlide): TextBlock {
  return { type: node.type, words: { ...wordsOf(node, parsed), position: node.position }, depth: 0, ordinal: null }
}

function listBlocks({ children, ordered, start }: List, depth: number, parsed: ParsedSlide): readonly TextBlock[] {
  return children.flatMap((item, index) =>
    itemBlocks(item, { depth, ordinal: ordered ? (start ?? 1) + index : null }, parsed),
  )
}

/** Returns the blocks of an item: its first paragraph, then its other content one level deeper. */
function itemBlocks(
  { children, checked }: ListItem,
  { depth, ordinal }: Pick<TextBlock, 'depth' | 'ordinal'>,
  parsed: ParsedSlide,
): readonly TextBlock[] {
  let isFirst = true
  return children.flatMap((child): readonly TextBlock[] => {
    if (child.type === 'list') return listBlocks(child, depth + 1, parsed)
    if (child.type !== 'paragraph' && child.type !== 'heading') return []
    const block: TextBlock = { ...readBlock(child, parsed), type: 'item', depth: depth + 1 }
    if (!isFirst) return [block]
    isFirst = false
    const firstBlock = { ...block, depth, ordinal }
    return [typeof checked === 'boolean' ? withTaskMark(firstBlock, checked) : firstBlock]
  })
}

function withTaskMark(block: TextBlock, isDone: boolean): TextBlock {
  const { words } = block
  return words.text === ''
    ? block
    : { ...block, words: { ...words, marks: [taskMark(words.text, isDone), ...(words.marks ?? [])] } }
}

function hasWords({ words }: TextBlock): boolean {
  return words.text !== ''
}

export type TextNode = Paragraph | Heading | List

export function isText(node: RootContent): node is TextNode {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'list'
}
