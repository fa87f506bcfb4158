// Makes columns from the items of a list.

import type { Nodes, Paragraph } from 'mdast'
import type { Point, Position } from 'unist'
import type { Article, Block, BlockPassage } from '../model/article.ts'
import type { Column, ColumnBlock, Line, LineKind, Point as SlidePoint } from '../model/draft.ts'
import { isDrawnLanguage } from '../model/is-drawn-language.ts'
import { pointDepth } from '../model/point-depth.ts'
import type { Span } from '../model/span.ts'
import { lineOf, passageLine } from '../write/line.ts'

/**
 * Makes a column from each item of a list, with all its words; null if an item is empty or contains anything but text,
 * lists, listings and pictures, or if there are fewer than two items.
 */
export function columnsOf({ node, passages }: Block, article: Article): readonly Column[] | null {
  if (node.type !== 'list') return null
  const remaining = [...passages]
  const columns: Column[] = []
  for (const item of node.children) {
    const children = item.children.map((child) => ({ node: child, passages: takeWithin(remaining, child.position) }))
    const column = columnOf(children, article)
    if (column === null) return null
    columns.push(column)
  }
  return remaining.length === 0 && columns.length > 1 ? columns : null
}

/** A block inside a list item, and the passages of its text. */
interface ItemBlock {
  readonly node: Nodes
  readonly passages: readonly BlockPassage[]
}

/**
 * Removes the next passages that lie within a node from `remaining`, and returns them. Blank lines of code have no
 * position; they go with the lines before them.
 */
function takeWithin(remaining: BlockPassage[], outer: Position | undefined): readonly BlockPassage[] {
  const end = remaining.findIndex(({ position }) => position !== undefined && !isWithin(position, outer))
  return remaining.splice(0, end < 0 ? remaining.length : end)
}

function columnOf(children: readonly ItemBlock[], article: Article): Column | null {
  const [first, ...others] = children
  const nameAndRest = first === undefined ? null : splitName(first, article)
  const rest = nameAndRest === null ? children : nameAndRest.rest === null ? others : [nameAndRest.rest, ...others]
  const blocks: ColumnBlock[] = []
  for (const [index, child] of rest.entries()) {
    if (isCaption(child, rest[index - 1])) continue
    const block = columnBlockOf(child, { article, next: rest[index + 1] })
    if (block === null) return null
    blocks.push(block)
  }
  return blocks.length === 0 ? null : { name: nameAndRest?.name ?? null, blocks }
}

/**
 * Splits off the name of a column: the bold words at its start, if they are the whole paragraph or end with a colon, a
 * question mark or an exclamation mark. Returns null if the column has no name.
 */
function splitName(
  { node, passages }: ItemBlock,
  article: Article,
): { readonly name: Line; readonly rest: ItemBlock | null } | null {
  const [passage, ...more] = passages
  if (node.type !== 'paragraph' || passage === undefined || more.length > 0) return null
  const [from, to] = passage.span
  const mark = article.marks.find(({ style, span }) => style.type === 'strong' && span[0] === from)
  if (mark === undefined) return null
  const [, end] = mark.span
  const words = article.text.slice(from, end)
  if (end < to && !/[:?!]$/.test(words)) return null
  const name = makeLine(article, [from, from + words.replace(/:$/, '').length], 'heading')
  const start = end + (/^\s*/.exec(article.text.slice(end, to))?.[0].length ?? 0)
  if (start >= to) return { name, rest: null }
  return { name, rest: { node, passages: [{ ...passage, text: article.text.slice(start, to), span: [start, to] }] } }
}

interface BlockContext {
  readonly article: Article
  readonly next: ItemBlock | undefined
}

function columnBlockOf({ node, passages }: ItemBlock, { article, next }: BlockContext): ColumnBlock | null {
  const [passage, ...others] = passages
  if (node.type === 'code' && !isDrawnLanguage(node.lang) && passages.length > 0)
    return {
      type: 'code',
      language: node.lang ?? null,
      lines: passages.map((codeLine) => passageLine(codeLine, 'code')),
      pieces: null,
    }
  if (node.type === 'list') return { type: 'points', points: pointsOf(passages, article) }
  if (node.type !== 'paragraph') return null
  const image = imageIn(node)
  if (image !== null) {
    const caption = isCaption(next, { node, passages }) ? next?.passages[0] : captionIn(passage)
    return {
      type: 'image',
      picture: { image, content: null },
      caption: caption === undefined ? null : passageLine(caption, 'caption'),
    }
  }
  return passage === undefined || others.length > 0
    ? null
    : { type: 'text', line: makeLine(article, passage.span, 'prose') }
}

/** Whether a block is the caption of the picture directly above it. */
function isCaption(block: ItemBlock | undefined, before: ItemBlock | undefined): boolean {
  const isText = block?.node.type === 'paragraph' && imageIn(block.node) === null && block.passages.length === 1
  return isText && before?.node.type === 'paragraph' && imageIn(before.node) !== null
}

/** Uses alternative text of 3 to 16 words as a caption: shorter text is a name, longer text a description. */
function captionIn(passage: BlockPassage | undefined): BlockPassage | undefined {
  const words = passage?.text.split(/\s+/).length ?? 0
  return words >= 3 && words <= 16 ? passage : undefined
}

function imageIn({ children }: Paragraph) {
  const [only, ...others] = children.filter(
    (child) => child.type !== 'break' && !(child.type === 'text' && child.value.trim() === ''),
  )
  return only?.type === 'image' && others.length === 0 ? only : null
}

function pointsOf(passages: readonly BlockPassage[], article: Article): readonly SlidePoint[] {
  const minDepth = Math.min(...passages.map(({ depth }) => depth))
  return passages.map(
    ({ span, depth, marker }): SlidePoint => ({
      line: makeLine(article, span, 'item'),
      depth: pointDepth(depth - minDepth),
      ...(typeof marker === 'number' && { ordinal: marker }),
    }),
  )
}

/** Makes a line. A single sentence loses its full stop, like every line of a slide; several sentences keep theirs. */
function makeLine({ text }: Article, span: Span, kind: LineKind): Line {
  const words = text.slice(...span)
  const hasSeveralSentences = /[.!?…]["”’)]*\s+\S/u.test(words)
  return hasSeveralSentences
    ? { text: words, spans: [span], added: [], kind, weight: 1 }
    : lineOf({ text, spans: [span], kind, weight: 1 })
}

/** Whether one range of the file is within another. */
export function isWithin(position: Position | undefined, outer: Position | undefined): boolean {
  return (
    position !== undefined &&
    outer !== undefined &&
    !isBefore(position.start, outer.start) &&
    !isBefore(outer.end, position.start)
  )
}

function isBefore(one: Point, other: Point): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column)
}
