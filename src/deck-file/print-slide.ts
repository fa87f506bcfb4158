// Writes the content of a slide as Markdown.

import type { Image, ImageReference, RootContent } from 'mdast'
import { stringify } from 'yaml'
import { sidesOf } from '../layout/layouts/comparison.ts'
import type { LayoutName, Slide, Slots } from '../model/deck.ts'
import type { Column, ColumnBlock, Diagram, Line, Picture, Point } from '../model/draft.ts'
import type { MarkedText } from '../model/mark.ts'
import { cells, heading, item, list, markdownOf, paragraph, phrasing, text } from './markdown.ts'

/** The context in which slides are printed. */
export interface SlidePrinting extends MarkedText {
  /** Maps a picture's address to the label of its definition, if it has one. */
  readonly labels: ReadonlyMap<string, string>
  /** Maps a picture's address on the web to that of its copy beside the deck file, if it has one. */
  readonly copies: ReadonlyMap<string, string>
}

/** Writes the content of a slide as Markdown. */
export function slideMarkdown(slide: Slide, told: SlidePrinting): string {
  return blocksOf(slide, told)
    .map((block) => (typeof block === 'string' ? block : markdownOf([block])))
    .filter((block) => block !== '')
    .join('\n\n')
}

/** A block of Markdown. A container's fence or a comment is plain text. */
type PrintedBlock = RootContent | string

type Printers = { readonly [L in LayoutName]: (slots: Slots[L], told: SlidePrinting) => readonly PrintedBlock[] }

function blocksOf<L extends LayoutName>(slide: Slide<L>, told: SlidePrinting): readonly PrintedBlock[] {
  return (PRINTERS as Printers)[slide.layout](slide.slots, told)
}

const PRINTERS: Printers = {
  title: ({ title, subtitle, credits }, told) => [
    heading(1, phrasing(title, told)),
    ...(subtitle === null ? [] : [heading(2, phrasing(subtitle, told))]),
    ...credits.map((line) => plain(line, told)),
  ],
  agenda: ({ title, entries }, told) => [
    ...titled(title, told),
    list(
      entries.map(({ line }) => item({ type: 'paragraph', children: phrasing(line, told) })),
      1,
    ),
  ],
  part: ({ title, lede }, told) => [heading(1, phrasing(title, told)), ...(lede === null ? [] : [plain(lede, told)])],
  points: ({ title, lead, points }, told) => [
    ...titled(title, told),
    ...(lead === null ? [] : [plain(lead, told)]),
    ...pointLists(points, told),
  ],
  statement: ({ title, statement, source }, told) => [
    ...titled(title, told),
    statement.kind === 'math' ? { type: 'math', value: statement.text } : plain(statement, told),
    ...(source === null ? [] : [plain(source, told)]),
  ],
  number: ({ title, value, label, context }, told) => [
    ...titled(title, told),
    ...contained(
      'number',
      [value, label, context].map((line) => (line === null ? '' : plain(line, told))),
    ),
  ],
  quote: ({ title, quote, speaker }, told) => [
    ...titled(title, told),
    ...contained('quote', [plain(quote, told), ...(speaker === null ? [] : [plain(speaker, told)])]),
  ],
  comparison: ({ title, columns }, told) => {
    const sides = sidesOf(columns)
    return [
      ...titled(title, told),
      ...(sides === null
        ? columnBlocks(columns, told)
        : contained(
            'comparison',
            sides.flatMap(({ name, text }) => [heading(3, phrasing(name, told)), plain(text, told)]),
          )),
    ]
  },
  timeline: ({ title, moments }, told) => [
    ...titled(title, told),
    ...contained('timeline', [
      list(
        moments.map(({ when, what }) =>
          item({
            type: 'paragraph',
            children: [{ type: 'strong', children: [text(when.text.trim())] }, text(' '), ...phrasing(what, told)],
          }),
        ),
      ),
    ]),
  ],
  table: (slots, told) => tableBlocks(slots, told),
  chart: (slots, told) =>
    slots.request === undefined ? tableBlocks({ ...slots, align: null }, told) : chartBlocks(slots, told),
  code: ({ title, ...listing }, told) => [...titled(title, told), ...listingBlocks(listing)],
  image: ({ title, picture, caption }, told) => [
    ...titled(title, told),
    ...pictureBlocks(picture, told),
    ...(caption === null ? [] : [plain(caption, told)]),
  ],
  takeaways: ({ title, points }, told) => [
    ...titled(title, told),
    list(points.map((line) => item({ type: 'paragraph', children: phrasing(line, told) }))),
  ],
  closing: ({ title, credits }, told) => [...titled(title, told), ...credits.map((line) => plain(line, told))],
}

type PrintedTable = Pick<Slots['table'], 'title' | 'header' | 'rows' | 'align' | 'caption'>

function tableBlocks(
  { title, header, rows, align, caption }: PrintedTable,
  told: SlidePrinting,
): readonly PrintedBlock[] {
  const columns = [...(header ? [header] : []), ...rows].reduce((most, row) => Math.max(most, row.cells.length), 1)
  const head = cells(header?.line ?? { text: '', spans: [] }, told, columns)
  return [
    ...titled(title, told),
    { type: 'table', align: align ?? null, children: [head, ...rows.map(({ line }) => cells(line, told, columns))] },
    ...(caption === null ? [] : [plain(caption, told)]),
  ]
}

/** Prints a chart that the author requested as that request. */
function chartBlocks(
  { title, request, header, rows, caption }: Slots['chart'],
  told: SlidePrinting,
): readonly PrintedBlock[] {
  const { kind, unit } = request ?? {}
  const value = stringify({
    ...(kind && { type: TYPES[kind] }),
    ...(unit !== undefined && { unit }),
    data: [...(header ? [header] : []), ...rows].map(({ cells }) => cells),
  })
  return [
    ...titled(title, told),
    '<!-- prettier-ignore -->',
    { type: 'code', lang: 'chart', value: value.trimEnd() },
    ...(caption === null ? [] : [plain(caption, told)]),
  ]
}

const TYPES = { line: 'line', bars: 'bar', shares: 'share' } as const

function titled(title: Line | null, told: SlidePrinting): readonly PrintedBlock[] {
  return title === null ? [] : [heading(2, phrasing(title, told))]
}

function plain(line: Line, told: SlidePrinting): RootContent {
  return paragraph(phrasing(line, told))
}

function contained(name: string, blocks: readonly PrintedBlock[]): readonly PrintedBlock[] {
  return [`:::${name}`, ...blocks, ':::']
}

function listingBlocks({ language, lines }: Pick<Slots['code'], 'language' | 'lines'>): readonly PrintedBlock[] {
  return [
    // Prettier would reformat some languages.
    ...(language === null ? [] : ['<!-- prettier-ignore -->']),
    { type: 'code', lang: language, value: lines.map((line) => line.text).join('\n') },
  ]
}

/** Prints columns. The outer of two containers has the longer fence. */
function columnBlocks(columns: readonly Column[], told: SlidePrinting): readonly PrintedBlock[] {
  return [
    '::::columns',
    ...columns.flatMap(({ name, blocks }) =>
      contained('column', [
        ...(name === null ? [] : [heading(3, phrasing(name, told))]),
        ...blocks.flatMap((block) => columnBlock(block, told)),
      ]),
    ),
    '::::',
  ]
}

function columnBlock(block: ColumnBlock, told: SlidePrinting): readonly PrintedBlock[] {
  switch (block.type) {
    case 'text':
      return [plain(block.line, told)]
    case 'points':
      return pointLists(block.points, told)
    case 'code':
      return listingBlocks(block)
    case 'image':
      return [...pictureBlocks(block.picture, told), ...(block.caption === null ? [] : [plain(block.caption, told)])]
  }
}

/** Prints a picture, or a diagram as its source. */
function pictureBlocks(picture: Picture | Diagram, told: SlidePrinting): readonly PrintedBlock[] {
  if ('image' in picture) return [paragraph([imageNode(picture.image, told)])]
  return [{ type: 'code', lang: 'mermaid', value: picture.source.map((line) => line.text).join('\n') }]
}

function imageNode({ url, alt, title }: Readonly<Image>, { labels, copies }: SlidePrinting): Image | ImageReference {
  const label = labels.get(url)
  if (label === undefined) return { type: 'image', url: copies.get(url) ?? url, alt: alt ?? null, title: title ?? null }
  return { type: 'imageReference', identifier: label, label, referenceType: 'full', alt: alt ?? null }
}

/** Prints points with their sub-points. If their numbers are not consecutive, each run is a separate list. */
function pointLists(points: readonly Point[], told: SlidePrinting): readonly PrintedBlock[] {
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
          { type: 'paragraph', children: phrasing(point.line, told) },
          ...(under.length === 0
            ? []
            : [
                list(
                  under.map(({ line }) => item({ type: 'paragraph', children: phrasing(line, told) })),
                  under[0]?.ordinal ?? null,
                ),
              ]),
        ),
      ),
      start,
    ),
  ]
}
