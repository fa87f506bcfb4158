// Writes the content of a slide as Markdown.

import type { Image, ImageReference, List, RootContent } from 'mdast'
import { stringify } from 'yaml'
import { sidesOf } from '../layout/layouts/comparison.ts'
import type { LayoutName, Slide, Slots } from '../model/deck.ts'
import type { Column, ColumnBlock, Diagram, Line, Picture, Point } from '../model/draft.ts'
import type { MarkedText } from '../model/mark.ts'
import { heading, item, list, markdownOf, paragraph, phrasing, tableRow, text } from './print-markdown.ts'

/** Everything needed to print slides: the article's text and marks, and the addresses of pictures. */
export interface PrintContext extends MarkedText {
  /** Maps a picture's address to the label of its definition, if it has one. */
  readonly labels: ReadonlyMap<string, string>
  /** Maps a picture's web address to the address of its copy beside the deck file, if it has one. */
  readonly copies: ReadonlyMap<string, string>
}

/** Writes the content of a slide as Markdown. */
export function slideMarkdown(slide: Slide, printContext: PrintContext): string {
  return blocksOf(slide, printContext)
    .map((block) => (typeof block === 'string' ? block : markdownOf([block])))
    .filter((block) => block !== '')
    .join('\n\n')
}

/** A block of Markdown; a string for a comment or for the fence of a container. */
type PrintedBlock = RootContent | string

type Printers = { readonly [L in LayoutName]: (slots: Slots[L], printContext: PrintContext) => readonly PrintedBlock[] }

function blocksOf<L extends LayoutName>(slide: Slide<L>, printContext: PrintContext): readonly PrintedBlock[] {
  return (PRINTERS as Printers)[slide.layout](slide.slots, printContext)
}

const PRINTERS: Printers = {
  title: ({ title, subtitle, credits }, printContext) => [
    heading(1, phrasing(title, printContext)),
    ...(subtitle === null ? [] : [heading(2, phrasing(subtitle, printContext))]),
    ...credits.map((line) => paragraphOf(line, printContext)),
  ],
  agenda: ({ title, entries }, printContext) => [
    ...titleBlocks(title, printContext),
    list(
      entries.map(({ line }) => item({ type: 'paragraph', children: phrasing(line, printContext) })),
      entries[0]?.part ?? 1,
    ),
  ],
  part: ({ title, lede }, printContext) => [
    heading(1, phrasing(title, printContext)),
    ...(lede === null ? [] : [paragraphOf(lede, printContext)]),
  ],
  points: ({ title, lead, points }, printContext) => [
    ...titleBlocks(title, printContext),
    ...(lead === null ? [] : [paragraphOf(lead, printContext)]),
    ...pointBlocks(points, printContext),
  ],
  statement: ({ title, statement, source }, printContext) => [
    ...titleBlocks(title, printContext),
    statement.kind === 'math' ? { type: 'math', value: statement.text } : paragraphOf(statement, printContext),
    ...(source === null ? [] : [paragraphOf(source, printContext)]),
  ],
  number: ({ title, value, label, context }, printContext) => [
    ...titleBlocks(title, printContext),
    ...containerBlocks(
      'number',
      [value, label, context].map((line) => (line === null ? '' : paragraphOf(line, printContext))),
    ),
  ],
  quote: ({ title, quote, speaker }, printContext) => [
    ...titleBlocks(title, printContext),
    ...containerBlocks('quote', [
      paragraphOf(quote, printContext),
      ...(speaker === null ? [] : [paragraphOf(speaker, printContext)]),
    ]),
  ],
  comparison: ({ title, columns, above = [], below = [] }, printContext) => {
    const sides = sidesOf(columns)
    const printed = (blocks: readonly ColumnBlock[]) => blocks.flatMap((block) => columnBlock(block, printContext))
    return [
      ...titleBlocks(title, printContext),
      ...printed(above),
      ...(sides === null
        ? columnBlocks(columns, printContext)
        : containerBlocks(
            'comparison',
            sides.flatMap(({ name, text }) => [
              heading(3, phrasing(name, printContext)),
              paragraphOf(text, printContext),
            ]),
          )),
      ...printed(below),
    ]
  },
  timeline: ({ title, moments }, printContext) => [
    ...titleBlocks(title, printContext),
    ...containerBlocks('timeline', [
      list(
        moments.map(({ when, what }) =>
          item({
            type: 'paragraph',
            children: [
              { type: 'strong', children: [text(when.text.trim())] },
              text(' '),
              ...phrasing(what, printContext),
            ],
          }),
        ),
      ),
    ]),
  ],
  table: (slots, printContext) => tableBlocks(slots, printContext),
  chart: (slots, printContext) =>
    slots.request === undefined
      ? tableBlocks({ ...slots, align: null }, printContext)
      : chartBlocks(slots, printContext),
  code: ({ title, ...listing }, printContext) => [...titleBlocks(title, printContext), ...listingBlocks(listing)],
  image: ({ title, picture, caption }, printContext) => [
    ...titleBlocks(title, printContext),
    ...pictureBlocks(picture, printContext),
    ...(caption === null ? [] : [paragraphOf(caption, printContext)]),
  ],
  takeaways: ({ title, points }, printContext) => [
    ...titleBlocks(title, printContext),
    list(points.map((line) => item({ type: 'paragraph', children: phrasing(line, printContext) }))),
  ],
  closing: ({ title, credits }, printContext) => [
    ...titleBlocks(title, printContext),
    ...credits.map((line) => paragraphOf(line, printContext)),
  ],
}

type PrintedTable = Pick<Slots['table'], 'title' | 'header' | 'rows' | 'align' | 'caption'>

function tableBlocks(
  { title, header, rows, align, caption }: PrintedTable,
  printContext: PrintContext,
): readonly PrintedBlock[] {
  const columnCount = [...(header ? [header] : []), ...rows].reduce((max, row) => Math.max(max, row.cells.length), 1)
  const headerCells = tableRow(header?.line ?? { text: '', spans: [] }, printContext, columnCount)
  return [
    ...titleBlocks(title, printContext),
    {
      type: 'table',
      align: align ?? null,
      children: [headerCells, ...rows.map(({ line }) => tableRow(line, printContext, columnCount))],
    },
    ...(caption === null ? [] : [paragraphOf(caption, printContext)]),
  ]
}

/** Prints a chart that the author requested, as a `chart` listing. */
function chartBlocks(
  { title, request, header, rows, caption }: Slots['chart'],
  printContext: PrintContext,
): readonly PrintedBlock[] {
  const { kind, unit } = request ?? {}
  const value = stringify({
    ...(kind && { type: CHART_TYPES[kind] }),
    ...(unit !== undefined && { unit }),
    data: [...(header ? [header] : []), ...rows].map(({ cells }) => cells),
  })
  return [
    ...titleBlocks(title, printContext),
    '<!-- prettier-ignore -->',
    { type: 'code', lang: 'chart', value: value.trimEnd() },
    ...(caption === null ? [] : [paragraphOf(caption, printContext)]),
  ]
}

const CHART_TYPES = { line: 'line', bars: 'bar', shares: 'share' } as const

function titleBlocks(title: Line | null, printContext: PrintContext): readonly PrintedBlock[] {
  return title === null ? [] : [heading(2, phrasing(title, printContext))]
}

function paragraphOf(line: Line, printContext: PrintContext): RootContent {
  return paragraph(phrasing(line, printContext))
}

function containerBlocks(name: string, blocks: readonly PrintedBlock[]): readonly PrintedBlock[] {
  return [`:::${name}`, ...blocks, ':::']
}

function listingBlocks({ language, lines }: Pick<Slots['code'], 'language' | 'lines'>): readonly PrintedBlock[] {
  return [
    // Prettier would reformat some languages.
    ...(language === null ? [] : ['<!-- prettier-ignore -->']),
    { type: 'code', lang: language, value: lines.map((line) => line.text).join('\n') },
  ]
}

/** Prints columns as containers inside an outer container, whose fence is longer. */
function columnBlocks(columns: readonly Column[], printContext: PrintContext): readonly PrintedBlock[] {
  const contents = columns.map(({ name, blocks }) => [
    ...(name === null ? [] : [heading(3, phrasing(name, printContext))]),
    ...blocks.flatMap((block) => columnBlock(block, printContext)),
  ])
  const fence = fenceAround(contents.flat())
  return [`${fence}:columns`, ...contents.flatMap((blocks) => [`${fence}column`, ...blocks, fence]), `${fence}:`]
}

/** Returns a fence that is longer than the fences in listings, which would close the container. */
function fenceAround(blocks: readonly PrintedBlock[]): string {
  const fences = blocks.flatMap((block) =>
    typeof block !== 'string' && block.type === 'code' ? (block.value.match(/(?<=^[ \t]*):{3,}/gm) ?? []) : [],
  )
  return ':'.repeat(Math.max(2, ...fences.map((fence) => fence.length)) + 1)
}

function columnBlock(block: ColumnBlock, printContext: PrintContext): readonly PrintedBlock[] {
  switch (block.type) {
    case 'text':
      return block.line.kind === 'heading'
        ? [{ type: 'heading', depth: 4, children: phrasing(block.line, printContext) }]
        : [paragraphOf(block.line, printContext)]
    case 'points':
      return pointBlocks(block.points, printContext)
    case 'code':
      return listingBlocks(block)
    case 'image':
      return [
        ...pictureBlocks(block.picture, printContext),
        ...(block.caption === null ? [] : [paragraphOf(block.caption, printContext)]),
      ]
    case 'table':
      return tableBlocks({ ...block, title: null }, printContext)
    case 'quote':
      return [
        {
          type: 'blockquote',
          children: [block.quote, ...(block.speaker === null ? [] : [block.speaker])].map((line) => ({
            type: 'paragraph',
            children: phrasing(line, printContext),
          })),
        },
      ]
    case 'formula':
      return [{ type: 'math', value: block.line.text }]
  }
}

/** Prints a picture, or a diagram as its source. */
function pictureBlocks(picture: Picture | Diagram, printContext: PrintContext): readonly PrintedBlock[] {
  if ('image' in picture) return [paragraph([imageNode(picture.image, printContext)])]
  return [{ type: 'code', lang: 'mermaid', value: picture.source.map((line) => line.text).join('\n') }]
}

function imageNode({ url, alt, title }: Readonly<Image>, { labels, copies }: PrintContext): Image | ImageReference {
  const label = labels.get(url)
  if (label === undefined) return { type: 'image', url: copies.get(url) ?? url, alt: alt ?? null, title: title ?? null }
  return { type: 'imageReference', identifier: label, label, referenceType: 'full', alt: alt ?? null }
}

/** A point and the points below it. */
interface PointGroup {
  readonly point: Point
  readonly subPoints: Point[]
}

/**
 * Prints points and their sub-points as lists. If the first point of a list has a number, the list counts up from it.
 */
function pointBlocks(points: readonly Point[], printContext: PrintContext): readonly PrintedBlock[] {
  return pointLists(points, 0, printContext)
}

function pointLists(points: readonly Point[], depth: number, printContext: PrintContext): readonly List[] {
  const lists: PointGroup[][] = []
  for (const point of points) {
    const last = lists.at(-1)?.at(-1)
    if (point.depth > depth && last) last.subPoints.push(point)
    else if (last !== undefined && (last.point.ordinal === undefined) === (point.ordinal === undefined))
      lists.at(-1)?.push({ point, subPoints: [] })
    else lists.push([{ point, subPoints: [] }])
  }
  return lists.map((groups) => pointList(groups, depth, printContext))
}

function pointList(groups: readonly PointGroup[], depth: number, printContext: PrintContext): List {
  return list(
    groups.map(({ point, subPoints }) =>
      item(
        { type: 'paragraph', children: phrasing(point.line, printContext) },
        ...pointLists(subPoints, depth + 1, printContext),
      ),
    ),
    groups[0]?.point.ordinal ?? null,
  )
}
