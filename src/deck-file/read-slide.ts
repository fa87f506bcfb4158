// Reads the content of a slide in a deck file.

import type { BlockContent, DefinitionContent, Heading, Paragraph, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { LayoutName } from '../model/deck.ts'
import type { Content, Line, LineKind } from '../model/draft.ts'
import { codeLines } from '../read/code-lines.ts'
import { chartTable } from '../read/markdown/charts.ts'
import { passagesOf } from '../read/passages.ts'
import type { Words } from '../read/piece.ts'
import type { NamedBlock } from './block-names.ts'
import type { ParsedSlide } from './parse-slides.ts'
import { wordsOf } from './phrasing-words.ts'
import { readColumns } from './read-columns.ts'
import { comparisonContent } from './read-comparison.ts'
import { isPicture, readPicture } from './read-picture.ts'
import { pointsFrom } from './read-points.ts'
import { quoteContent } from './read-quote.ts'
import { tableContent } from './read-table.ts'
import { isText, type MakeLine, readTextBlocks, type TextNode } from './read-text.ts'
import { timelineContent } from './read-timeline.ts'
import type { ReadingContext } from './reading-context.ts'
import { separatePictures } from './separate-pictures.ts'

/** The content of a slide in a deck file: its title, whether it opens a part, and a `Content` for each form on it. */
export interface SlideContents {
  readonly title: Line | null
  readonly opensPart: boolean
  readonly contents: readonly Content[]
  /**
   * Containers whose name is unknown, or whose content does not fit the name. Their content is shown like other blocks.
   */
  readonly misfits: readonly NamedBlock[]
}

/** Everything that determines how the blocks of a slide are read. */
export interface ReadSlideOptions {
  /** Whether the slide is the first of its deck. */
  readonly isFirst: boolean
  readonly lineOf: MakeLine
}

/** Reads the content of a slide. A layout named in its options determines what its lists and paragraphs mean. */
export function readSlide(parsed: ParsedSlide, { isFirst, lineOf }: ReadSlideOptions): SlideContents {
  const { heading, body } = separateHeading(parsed)
  const isTopHeading = heading?.type === 'heading' && heading.depth === 1
  const opensPart = isTopHeading && !isFirst
  const title = heading === null ? null : lineOf(wordsOf(heading, parsed), 'heading')
  const form = formOf({ parsed, body, isTopHeading, isFirst })
  const misfits: NamedBlock[] = []
  const context: ReadingContext = { parsed, lineOf, reportMisfit: (node) => void misfits.push(node) }
  const reader = form === null || (title === null && TITLED_FORMS.has(form)) ? undefined : FORMS[form as LayoutName]
  const formBlocks = reader?.blocksIn(body) ?? []
  const contents = [
    ...(reader?.read(formBlocks, context) ?? []),
    ...contentsOf(
      body.filter((node) => !formBlocks.includes(node)),
      context,
    ),
  ]
  if (contents.length > 0) return { title, opensPart, contents, misfits }
  // A slide with nothing but a heading becomes a statement.
  return title === null || opensPart
    ? { title, opensPart, contents: [{ type: 'points', lead: null, points: [] }], misfits }
    : { title: null, opensPart, contents: [{ type: 'statement', statement: title, source: null }], misfits }
}

/** Layouts that need a title. If there is no heading, the first paragraph is the title. */
const TITLED_FORMS: ReadonlySet<string> = new Set(['title', 'part', 'closing'] satisfies LayoutName[])

/** Separates the heading of a slide from its body. A heading without words counts as none. */
function separateHeading(parsed: ParsedSlide): {
  readonly heading: Heading | Paragraph | null
  readonly body: readonly RootContent[]
} {
  const nodes = separatePictures(parsed.nodes, parsed)
  const [first, ...others] = nodes
  const canBeHeading =
    first?.type === 'heading' || (first?.type === 'paragraph' && TITLED_FORMS.has(parsed.options.layout ?? ''))
  if (!canBeHeading) return { heading: null, body: nodes }
  if (wordsOf(first, parsed).text !== '') return { heading: first, body: others }
  return { heading: null, body: first.type === 'heading' ? others : nodes }
}

interface FormClues {
  readonly parsed: ParsedSlide
  readonly body: readonly RootContent[]
  readonly isTopHeading: boolean
  readonly isFirst: boolean
}

/** Returns the layout that a slide's options name or that its position and heading imply; null if there is none. */
function formOf({ parsed, body, isTopHeading, isFirst }: FormClues): string | null {
  if (parsed.options.layout !== undefined) return parsed.options.layout
  if (isFirst) return isTopHeading && body.every(canFollowTitle) ? 'title' : null
  return isTopHeading && canFollowPartTitle(body) ? 'part' : null
}

function canFollowTitle({ type }: RootContent): boolean {
  return type === 'paragraph' || type === 'heading'
}

function canFollowPartTitle(body: readonly RootContent[]): boolean {
  return body.length === 0 || (body.length === 1 && body[0]?.type === 'paragraph')
}

interface FormReader {
  /** Returns the blocks that belong to the form. The others are shown on separate slides. */
  readonly blocksIn: (body: readonly RootContent[]) => readonly RootContent[]
  readonly read: (blocks: readonly RootContent[], context: ReadingContext) => readonly Content[]
}

const textNodesIn = (body: readonly RootContent[]) => body.filter((node) => isText(node) && !isPicture(node))

/** Readers for the layouts that only a name or a position distinguishes from others. */
const FORMS: { readonly [L in LayoutName]?: FormReader } = {
  title: {
    blocksIn: textNodesIn,
    read: (body, context) => {
      const { parsed, lineOf } = context
      const [first, ...others] = body
      const subtitle = first?.type === 'heading' ? lineOf(wordsOf(first, parsed), 'frame') : null
      return [{ type: 'title', subtitle, credits: linesIn(subtitle === null ? body : others, context, 'frame') }]
    },
  },
  part: {
    blocksIn: ([first]) => (first?.type === 'paragraph' && !isPicture(first) ? [first] : []),
    read: (body, context) => {
      const [lede = null] = linesIn(body, context, 'prose')
      return [{ type: 'part', number: NUMBER_PLACEHOLDER, lede }]
    },
  },
  agenda: {
    blocksIn: textNodesIn,
    read: (body, context) => {
      const entries = linesIn(body, context, 'heading').map((line, index) => ({ line, part: index + 1 }))
      return [{ type: 'agenda', entries }]
    },
  },
  takeaways: {
    blocksIn: textNodesIn,
    read: (body, context) => [{ type: 'takeaways', points: linesIn(body, context, 'prose') }],
  },
  closing: {
    blocksIn: textNodesIn,
    read: (body, context) => [{ type: 'closing', credits: linesIn(body, context, 'frame') }],
  },
  statement: {
    blocksIn: (body) => (body.length <= 2 && body.every(canBeStatement) ? body : []),
    read: (body, { parsed, lineOf }) => {
      const [statement, source = null] = body.map((node) => statementLine(node, parsed, lineOf))
      return statement === undefined ? [] : [{ type: 'statement', statement, source }]
    },
  },
}

function canBeStatement({ type }: RootContent): boolean {
  return type === 'paragraph' || type === 'math'
}

/** A placeholder for the number of a part, until the position of the part is known. */
const NUMBER_PLACEHOLDER: Line = { text: '', spans: [], added: [], kind: 'frame', weight: 0 }

function statementLine(node: RootContent, parsed: ParsedSlide, lineOf: MakeLine): Line {
  if (node.type === 'math') return lineOf(mathWords(node, parsed), 'math')
  return lineOf('children' in node ? wordsOf(node, parsed) : { text: '', anchors: [] }, 'prose')
}

function mathWords(node: RootContent, parsed: ParsedSlide): Words {
  return passagesOf(node, parsed.source)[0] ?? { text: '', anchors: [] }
}

/** Reads each paragraph, heading and item as a line. */
function linesIn(body: readonly RootContent[], { parsed, lineOf }: ReadingContext, kind: LineKind): readonly Line[] {
  return readTextBlocks(body.filter(isText), parsed).map(({ words }) => lineOf(words, kind))
}

/** Makes a `Content` for each form among the blocks: consecutive text, a table, a listing, a picture, a container. */
function contentsOf(body: readonly RootContent[], context: ReadingContext): readonly Content[] {
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
    case 'blockquote':
      return quoteContent(node.children, context) ?? contentsOf(node.children, context)
    case 'containerDirective':
      return containerContent(node, context)
    default:
      return []
  }
}

function containerContent(node: ContainerDirective, context: ReadingContext): readonly Content[] {
  const contents = CONTAINERS[node.name.toLowerCase()]?.(node.children, context) ?? null
  if (contents === null) context.reportMisfit(node)
  return contents ?? contentsOf(node.children.flatMap(withoutColumns), context)
}

type Blocks = readonly (BlockContent | DefinitionContent)[]

/**
 * Functions that read the content of containers, keyed by the container's name. They return null if the blocks in the
 * container do not fit.
 */
const CONTAINERS: Readonly<Record<string, (children: Blocks, context: ReadingContext) => readonly Content[] | null>> = {
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

/** Returns the content of a column, and other blocks as they are. */
function withoutColumns(child: Blocks[number]): Blocks {
  return child.type === 'containerDirective' && child.name === 'column' ? child.children : [child]
}
