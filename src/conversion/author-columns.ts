// Keeps the columns of text that the author put side by side.

import type { Nodes, Paragraph } from 'mdast'
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { Article, Block, BlockPassage, Section } from '../model/article.ts'
import type { Column, ColumnBlock, Content, Draft, Line, LineKind, Point as SlidePoint } from '../model/draft.ts'
import { isDrawnLanguage } from '../model/is-drawn-language.ts'
import { withoutNumber } from '../model/numbered-title.ts'
import { pointDepth } from '../model/point-depth.ts'
import type { Span } from '../model/span.ts'
import { lineOf, passageLine } from '../write/line.ts'
import { removeCitations } from '../write/passes/remove-citations.ts'
import { restoreSpelling } from '../write/passes/restore-spelling.ts'

/**
 * Keeps columns that the author put side by side in the article: the list of columns becomes one slide, in place of the
 * slides that the writer made from it. If the list shares a slide with other text, or contains something that does not
 * fit in a column, those slides stay and a message says so.
 */
export function withColumns(drafts: readonly Draft[], article: Article, file: VFile): readonly Draft[] {
  return columnListsIn(article.root).reduce(
    (current, block) => withListAsColumns(current, block, { article, file }),
    drafts,
  )
}

interface ColumnContext {
  readonly article: Article
  readonly file: VFile
}

/** Returns the lists of columns in a section and its subsections, in order. */
function columnListsIn({ blocks, sections }: Section): readonly Block[] {
  return [
    ...blocks.filter(({ node }) => node.type === 'list' && node.data?.columns === true),
    ...sections.flatMap(columnListsIn),
  ]
}

function withListAsColumns(drafts: readonly Draft[], block: Block, { article, file }: ColumnContext): readonly Draft[] {
  const isInBlock = withinBlock(block)
  const first = drafts.findIndex((draft) => linesAndPictures(draft.content).some(isInBlock))
  const last = drafts.findLastIndex((draft) => linesAndPictures(draft.content).some(isInBlock))
  // The writer may have put the whole list in the notes.
  if (first < 0) return drafts
  const group = drafts.slice(first, last + 1)
  const columns = columnsOf(block, article)
  const [firstDraft] = group
  const showsOnlyList = group.every(({ content }) => linesAndPictures(content).every(isInBlock))
  if (columns === null || firstDraft === undefined || !showsOnlyList) {
    reportSeparateColumns(block, file)
    return drafts
  }
  const title = firstDraft.title === null || isInBlock(firstDraft.title) ? null : withoutNumber(firstDraft.title)
  const noteSentences = group.flatMap((draft) => draft.noteSentences)
  const reasons = group.flatMap((draft) => draft.reasons ?? [])
  const content: Content = { type: 'columns', columns }
  const draft: Draft = { ...firstDraft, title, content, noteSentences, ...(reasons.length > 0 && { reasons }) }
  // The writer's passes have seen neither its lines nor its captions.
  const cleaned = removeCitations(article, restoreSpelling(article, [draft]))
  return [...drafts.slice(0, first), ...cleaned, ...drafts.slice(last + 1)]
}

function reportSeparateColumns({ position }: Block, file: VFile): void {
  file.info('These columns do not fit side by side, so they are shown one after the other. Shorten them.', {
    place: position,
    source: 'lectern',
    ruleId: 'columns',
  })
}

/** Lists the lines and the picture of a draft's content, without the title or the sentence that introduces it. */
function linesAndPictures(content: Content): readonly (Line | Nodes)[] {
  switch (content.type) {
    case 'points':
      return content.points.map(({ line }) => line)
    case 'statement':
      return [content.statement]
    case 'code':
      return content.lines.filter(({ spans }) => spans.length > 0)
    case 'columns':
      return content.columns
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => (block.type === 'code' ? block.lines : []))
    case 'image':
      return [content.picture.image]
    case 'timeline':
      return content.moments.flatMap(({ when, what }) => [when, what])
    case 'quote':
      return [content.quote]
    case 'number':
      return [content.value, content.label]
    case 'comparison':
      return content.sides.flatMap(({ name, text }) => [name, text])
    case 'table':
      return content.rows.map(({ line }) => line)
    default:
      return []
  }
}

/** Returns a function that checks whether a line or a picture comes from a block. */
function withinBlock({ node, passages }: Block): (lineOrPicture: Line | Nodes) => boolean {
  const [from, to] = [passages[0]?.span[0] ?? 0, passages.at(-1)?.span[1] ?? 0]
  return (lineOrPicture) => {
    if ('spans' in lineOrPicture) return lineOrPicture.spans.every((span) => span[0] >= from && span[1] <= to)
    return isWithin(lineOrPicture.position, node.position)
  }
}

function isWithin(position: Position | undefined, outer: Position | undefined): boolean {
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

/**
 * Makes a column from each item of a list, with all its words; null if an item is empty or contains anything but text,
 * lists, listings and pictures, or if there are fewer than two items.
 */
function columnsOf({ node, passages }: Block, article: Article): readonly Column[] | null {
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
