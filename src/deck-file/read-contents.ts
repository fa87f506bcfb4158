// Reads the forms of content on a slide of a deck file.

import type { BlockContent, DefinitionContent, Paragraph, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { Content } from '../model/draft.ts'
import { isDrawnLanguage } from '../model/is-drawn-language.ts'
import { codeLines } from '../read/code-lines.ts'
import { alertContentOf } from '../read/markdown/alert.ts'
import { chartTable } from '../read/markdown/charts.ts'
import { type FormName, formNamed } from './block-names.ts'
import { wordsOf } from './phrasing-words.ts'
import { readColumns } from './read-columns.ts'
import { comparisonContent } from './read-comparison.ts'
import { mathWords } from './read-math.ts'
import { readPicture } from './read-picture.ts'
import { pointsFrom } from './read-points.ts'
import { quoteContent } from './read-quote.ts'
import { tableContent } from './read-table.ts'
import { isText, readTextBlocks, type TextNode } from './read-text.ts'
import { timelineContent } from './read-timeline.ts'
import type { ReadingContext } from './reading-context.ts'

/** Makes a `Content` for each form among the blocks: consecutive text, a table, a listing, a picture, a container. */
export function contentsOf(body: readonly RootContent[], context: ReadingContext): readonly Content[] {
  const { parsed, lineOf } = context
  const contents: Content[] = []
  let textNodes: TextNode[] = []
  const flushTextNodes = () => {
    if (textNodes.length > 0) contents.push(...textContent(textNodes, context))
    textNodes = []
  }
  for (let index = 0; index < body.length; index++) {
    const node = body[index]
    if (node === undefined) continue
    if (node.type === 'paragraph') {
      const picture = readPicture(node)
      if (picture === null) {
        textNodes.push(node)
        continue
      }
      flushTextNodes()
      const caption = captionAfter(body, index)
      const line = caption === null ? null : lineOf(wordsOf(caption, parsed), 'caption')
      contents.push({ type: 'image', picture: { image: picture, content: null }, caption: line })
      if (caption !== null) index += 1
    } else if (isText(node)) textNodes.push(node)
    else if (node.type === 'table') {
      flushTextNodes()
      const content = tableContent(node, context)
      const caption = captionAfter(body, index)
      contents.push(caption === null ? content : { ...content, caption: lineOf(wordsOf(caption, parsed), 'caption') })
      if (caption !== null) index += 1
    } else {
      flushTextNodes()
      contents.push(...blockContent(node, context))
    }
  }
  flushTextNodes()
  return contents
}

/**
 * Finds the caption of a picture or a table: the paragraph directly below it, unless that paragraph contains a picture
 * or introduces a list.
 */
function captionAfter(body: readonly RootContent[], index: number): Paragraph | null {
  const next = body[index + 1]
  const introducesList = body[index + 2]?.type === 'list'
  return next?.type === 'paragraph' && !introducesList && !next.children.some(({ type }) => type === 'image')
    ? next
    : null
}

function textContent(nodes: readonly TextNode[], { parsed, lineOf }: ReadingContext): readonly Content[] {
  const blocks = readTextBlocks(nodes, parsed)
  const [first, second] = blocks
  if (first === undefined) return []
  if (second === undefined && first.type !== 'item')
    return [{ type: 'statement', statement: lineOf(first.words, 'prose'), source: null }]
  // The first of several sub-headings is a point like the others.
  const isSubheading = first.type === 'heading' && blocks.slice(1).some(({ type }) => type === 'heading')
  const hasLead = first.type !== 'item' && second?.type === 'item' && !isSubheading
  const lead = hasLead ? lineOf(first.words, 'prose') : null
  const points = pointsFrom(blocks.slice(hasLead ? 1 : 0), lineOf)
  return [{ type: 'points', lead, points }]
}

function blockContent(node: RootContent, context: ReadingContext): readonly Content[] {
  const { parsed, lineOf } = context
  switch (node.type) {
    case 'code': {
      const chart = chartTable(node, parsed.source)
      if (chart !== null) return [tableContent(chart, context)]
      return [
        {
          type: 'code',
          language: node.lang ?? null,
          lines: codeLines(node, parsed.source).map((words) => lineOf(words, 'code')),
        },
      ]
    }
    case 'math':
      return [{ type: 'statement', statement: lineOf(mathWords(node, parsed), 'math'), source: null }]
    case 'blockquote': {
      const alert = alertContentOf(node.children)
      return (
        (alert === null ? quoteContent(node.children, context) : null) ?? contentsOf(alert ?? node.children, context)
      )
    }
    case 'containerDirective':
      return containerContent(node, context)
    default:
      return []
  }
}

function containerContent(node: ContainerDirective, context: ReadingContext): readonly Content[] {
  const form = formNamed(node.name)
  const contents = form === null ? null : CONTAINERS[form](node.children, context)
  if (contents === null) context.reportMisfit(node)
  return contents ?? separateContents(node.children, context)
}

/**
 * Reads the blocks of a container without its form. Columns with a diagram or a chart, which no column may have, are
 * read one by one, so that each keeps its heading.
 */
function separateContents(children: Blocks, context: ReadingContext): readonly Content[] {
  const columns = children.map(withoutColumns)
  const hasDrawing = columns.some((blocks) =>
    blocks.some((block) => block.type === 'code' && isDrawnLanguage(block.lang)),
  )
  return hasDrawing ? columns.flatMap((blocks) => contentsOf(blocks, context)) : contentsOf(columns.flat(), context)
}

type Blocks = readonly (BlockContent | DefinitionContent)[]

/** Functions that read the content of containers. They return null if the blocks in the container do not fit. */
const CONTAINERS: Readonly<Record<FormName, (children: Blocks, context: ReadingContext) => readonly Content[] | null>> =
  {
    number: (children, { parsed, lineOf }) => {
      const [value, label, context, ...others] = readTextBlocks(children.filter(isText), parsed)
      if (value === undefined || label === undefined || others.length > 0 || !children.every(isText)) return null
      return [
        {
          type: 'number',
          value: lineOf(value.words, 'prose'),
          label: lineOf(label.words, 'prose'),
          context: context === undefined ? null : lineOf(context.words, 'prose'),
        },
      ]
    },
    quote: quoteContent,
    comparison: comparisonContent,
    columns: (children, context) => {
      const columns = readColumns(children, context)
      return columns === null ? null : [{ type: 'columns', columns }]
    },
    timeline: timelineContent,
  }

/** Returns a column as its content, and any other block unchanged. */
function withoutColumns(child: Blocks[number]): Blocks {
  return child.type === 'containerDirective' && child.name === 'column' ? child.children : [child]
}
