// Writes the content of a slide as Markdown.

import type { Image, ImageReference, RootContent } from 'mdast'
import { stringify } from 'yaml'
import { sidesOf } from '../layout/layouts/comparison.ts'
import type { LayoutName, Slide, Slots } from '../model/deck.ts'
import type { Column, ColumnBlock, Diagram, Line, Picture, Point } from '../model/draft.ts'
import type { MarkedText } from '../model/mark.ts'
import { cells, heading, item, list, markdownOf, paragraph, phrasing, text } from './markdown.ts'

/** What printing a slide requires: the article's text and marks, and the addresses of pictures. */
export interface SlidePrinting extends MarkedText {
  /** Maps a picture's address to the label of its definition, if it has one. */
  readonly labels: ReadonlyMap<string, string>
  /** Maps a picture's address on the web to that of its copy beside the deck file, if it has one. */
  readonly copies: ReadonlyMap<string, string>
}

/** Writes the content of a slide as Markdown. */
export function slideMarkdown(slide: Slide, printing: SlidePrinting): string {
  return blocksOf(slide, printing)
    .map((block) => (typeof block === 'string' ? block : markdownOf([block])))
    .filter((block) => block !== '')
    .join('\n\n')
}

/** A block of Markdown; a string for a fence of a container or a comment. */
type PrintedBlock = RootContent | string

type Printers = { readonly [L in LayoutName]: (slots: Slots[L], printing: SlidePrinting) => readonly PrintedBlock[] }

function blocksOf<L extends LayoutName>(slide: Slide<L>, printing: SlidePrinting): readonly PrintedBlock[] {
  return (PRINTERS as Printers)[slide.layout](slide.slots, printing)
}

const PRINTERS: Printers = {
  title: ({ title, subtitle, credits }, printing) => [
    heading(1, phrasing(title, printing)),
    ...(subtitle === null ? [] : [heading(2, phrasing(subtitle, printing))]),
    ...credits.map((line) => paragraphOf(line, printing)),
  ],
  agenda: ({ title, entries }, printing) => [
    ...titleBlocks(title, printing),
    list(
      entries.map(({ line }) => item({ type: 'paragraph', children: phrasing(line, printing) })),
      1,
    ),
  ],
  part: ({ title, lede }, printing) => [
    heading(1, phrasing(title, printing)),
    ...(lede === null ? [] : [paragraphOf(lede, printing)]),
  ],
  points: ({ title, lead, points }, printing) => [
    ...titleBlocks(title, printing),
    ...(lead === null ? [] : [paragraphOf(lead, printing)]),
    ...pointLists(points, printing),
  ],
  statement: ({ title, statement, source }, printing) => [
    ...titleBlocks(title, printing),
    statement.kind === 'math' ? { type: 'math', value: statement.text } : paragraphOf(statement, printing),
    ...(source === null ? [] : [paragraphOf(source, printing)]),
  ],
  number: ({ title, value, label, context }, printing) => [
    ...titleBlocks(title, printing),
    ...containerBlocks(
      'number',
      [value, label, context].map((line) => (line === null ? '' : paragraphOf(line, printing))),
    ),
  ],
  quote: ({ title, quote, speaker }, printing) => [
    ...titleBlocks(title, printing),
    ...containerBlocks('quote', [
      paragraphOf(quote, printing),
      ...(speaker === null ? [] : [paragraphOf(speaker, printing)]),
    ]),
  ],
  comparison: ({ title, columns }, printing) => {
    const sides = sidesOf(columns)
    return [
      ...titleBlocks(title, printing),
      ...(sides === null
        ? columnBlocks(columns, printing)
        : containerBlocks(
            'comparison',
            sides.flatMap(({ name, text }) => [heading(3, phrasing(name, printing)), paragraphOf(text, printing)]),
          )),
    ]
  },
  timeline: ({ title, moments }, printing) => [
    ...titleBlocks(title, printing),
    ...containerBlocks('timeline', [
      list(
        moments.map(({ when, what }) =>
          item({
            type: 'paragraph',
            children: [{ type: 'strong', children: [text(when.text.trim())] }, text(' '), ...phrasing(what, printing)],
          }),
        ),
      ),
    ]),
  ],
  table: (slots, printing) => tableBlocks(slots, printing),
  chart: (slots, printing) =>
    slots.request === undefined ? tableBlocks({ ...slots, align: null }, printing) : chartBlocks(slots, printing),
  code: ({ title, ...listing }, printing) => [...titleBlocks(title, printing), ...listingBlocks(listing)],
  image: ({ title, picture, caption }, printing) => [
    ...titleBlocks(title, printing),
    ...pictureBlocks(picture, printing),
    ...(caption === null ? [] : [paragraphOf(caption, printing)]),
  ],
  takeaways: ({ title, points }, printing) => [
    ...titleBlocks(title, printing),
    list(points.map((line) => item({ type: 'paragraph', children: phrasing(line, printing) }))),
  ],
  closing: ({ title, credits }, printing) => [
    ...titleBlocks(title, printing),
    ...credits.map((line) => paragraphOf(line, printing)),
  ],
}

type PrintedTable = Pick<Slots['table'], 'title' | 'header' | 'rows' | 'align' | 'caption'>

function tableBlocks(
  { title, header, rows, align, caption }: PrintedTable,
  printing: SlidePrinting,
): readonly PrintedBlock[] {
  const columns = [...(header ? [header] : []), ...rows].reduce((most, row) => Math.max(most, row.cells.length), 1)
  const head = cells(header?.line ?? { text: '', spans: [] }, printing, columns)
  return [
    ...titleBlocks(title, printing),
    {
      type: 'table',
      align: align ?? null,
      children: [head, ...rows.map(({ line }) => cells(line, printing, columns))],
    },
    ...(caption === null ? [] : [paragraphOf(caption, printing)]),
  ]
}

/** Prints a chart that the author has requested as the listing that requests it. */
function chartBlocks(
  { title, request, header, rows, caption }: Slots['chart'],
  printing: SlidePrinting,
): readonly PrintedBlock[] {
  const { kind, unit } = request ?? {}
  const value = stringify({
    ...(kind && { type: TYPES[kind] }),
    ...(unit !== undefined && { unit }),
    data: [...(header ? [header] : []), ...rows].map(({ cells }) => cells),
  })
  return [
    ...titleBlocks(title, printing),
    '<!-- prettier-ignore -->',
    { type: 'code', lang: 'chart', value: value.trimEnd() },
    ...(caption === null ? [] : [paragraphOf(caption, printing)]),
  ]
}

const TYPES = { line: 'line', bars: 'bar', shares: 'share' } as const

function titleBlocks(title: Line | null, printing: SlidePrinting): readonly PrintedBlock[] {
  return title === null ? [] : [heading(2, phrasing(title, printing))]
}

function paragraphOf(line: Line, printing: SlidePrinting): RootContent {
  return paragraph(phrasing(line, printing))
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

/** Prints columns as containers in a container, which has the longer fence. */
function columnBlocks(columns: readonly Column[], printing: SlidePrinting): readonly PrintedBlock[] {
  return [
    '::::columns',
    ...columns.flatMap(({ name, blocks }) =>
      containerBlocks('column', [
        ...(name === null ? [] : [heading(3, phrasing(name, printing))]),
        ...blocks.flatMap((block) => columnBlock(block, printing)),
      ]),
    ),
    '::::',
  ]
}

function columnBlock(block: ColumnBlock, printing: SlidePrinting): readonly PrintedBlock[] {
  switch (block.type) {
    case 'text':
      return [paragraphOf(block.line, printing)]
    case 'points':
      return pointLists(block.points, printing)
    case 'code':
      return listingBlocks(block)
    case 'image':
      return [
        ...pictureBlocks(block.picture, printing),
        ...(block.caption === null ? [] : [paragraphOf(block.caption, printing)]),
      ]
  }
}

/** Prints a picture, or a diagram as its source. */
function pictureBlocks(picture: Picture | Diagram, printing: SlidePrinting): readonly PrintedBlock[] {
  if ('image' in picture) return [paragraph([imageNode(picture.image, printing)])]
  return [{ type: 'code', lang: 'mermaid', value: picture.source.map((line) => line.text).join('\n') }]
}

function imageNode({ url, alt, title }: Readonly<Image>, { labels, copies }: SlidePrinting): Image | ImageReference {
  const label = labels.get(url)
  if (label === undefined) return { type: 'image', url: copies.get(url) ?? url, alt: alt ?? null, title: title ?? null }
  return { type: 'imageReference', identifier: label, label, referenceType: 'full', alt: alt ?? null }
}

/** Prints points with their sub-points as a list, numbered on from the first point's number if it has one. */
function pointLists(points: readonly Point[], printing: SlidePrinting): readonly PrintedBlock[] {
  const groups: { readonly point: Point; readonly under: Point[] }[] = []
  for (const point of points) {
    const last = groups.at(-1)
    if (point.depth === 1 && last) last.under.push(point)
    else groups.push({ point, under: [] })
  }
  const start = groups[0]?.point.ordinal ?? null
  return [
    list(
      groups.map(({ point, under }) =>
        item(
          { type: 'paragraph', children: phrasing(point.line, printing) },
          ...(under.length === 0
            ? []
            : [
                list(
                  under.map(({ line }) => item({ type: 'paragraph', children: phrasing(line, printing) })),
                  under[0]?.ordinal ?? null,
                ),
              ]),
        ),
      ),
      start,
    ),
  ]
}
