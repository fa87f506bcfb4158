import fc from 'fast-check'
import { chooseChart } from '../../src/layout/charts/choose-chart.ts'
import type { LayoutName, Slots } from '../../src/model/deck.ts'
import type { ColumnBlock, Content, Line, Picture, Point, Row } from '../../src/model/draft.ts'

/** Words such as an article may contain, including markup and broken marks. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }),
  fc.constantFrom(
    'burden-sharing within the alliance',
    '</script><img src=x onerror=alert(1)>',
    'a & b < c > d "e" \'f\'',
    '&lt;not a tag&gt;',
    '--- - -- a-b-c-d',
  ),
)

const line: fc.Arbitrary<Line> = text.map((text) => ({ text, spans: [], added: [], kind: 'prose', weight: 1 }))
const maybe = fc.option(line)
const lines = (most: number) => fc.array(line, { maxLength: most })
const point: fc.Arbitrary<Point> = fc.record({ line, depth: fc.constantFrom(0 as const, 1 as const, 2 as const) })
const rowOf = (columns: number): fc.Arbitrary<Row> =>
  fc.array(text, { minLength: columns, maxLength: columns }).map((texts) => {
    const cells = texts.map((each) => each.replace(/\t/g, ' '))
    return { cells, line: { text: cells.join('\t'), spans: [], added: [], kind: 'row', weight: 1 } }
  })

const side = fc.integer({ min: 1, max: 9000 })
const picture: fc.Arbitrary<Picture> = fc.record({
  image: fc.record({ type: fc.constant('image' as const), url: text, alt: fc.option(text), title: fc.option(text) }),
  content: fc.option(
    fc.record({
      data: fc.constant('data:image/gif;base64,R0lGODlhAQABAAAAACw='),
      width: side,
      height: side,
      isDrawing: fc.boolean(),
      isPhotograph: fc.boolean(),
    }),
  ),
})

function rowWith(...cells: readonly string[]): Row {
  return { cells, line: { text: cells.join('\t'), spans: [], added: [], kind: 'row', weight: 1 } }
}

const columnBlock: fc.Arbitrary<ColumnBlock> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), line }),
  fc.record({ type: fc.constant('points' as const), points: fc.array(point, { minLength: 1, maxLength: 8 }) }),
  fc.record({
    type: fc.constant('code' as const),
    language: fc.constant(null),
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    pieces: fc.constant(null),
  }),
  fc.record({ type: fc.constant('image' as const), picture, caption: line }),
  fc.record({
    type: fc.constant('table' as const),
    header: fc.option(rowOf(2)),
    rows: fc.array(rowOf(2), { minLength: 1, maxLength: 5 }),
    align: fc.constant(null),
    caption: fc.constant(null),
  }),
  fc.record({ type: fc.constant('quote' as const), quote: line, speaker: maybe }),
)

const column = fc.record({ name: maybe, blocks: fc.array(columnBlock, { minLength: 1, maxLength: 3 }) })
const moment = fc.record({ when: line, what: line })
const sideOfTwo = fc.record({ name: line, text: line })

/** Random slots for each layout. */
export const slotsOf: { readonly [L in LayoutName]: fc.Arbitrary<Slots[L]> } = {
  title: fc.record({ title: line, subtitle: maybe, credits: lines(4) }),
  agenda: fc.record({ title: line, entries: fc.array(fc.record({ line, part: fc.nat(9) }), { maxLength: 9 }) }),
  part: fc.record({ title: line, number: line, lede: maybe }),
  points: fc.record({ title: maybe, lead: maybe, points: fc.array(point, { minLength: 1, maxLength: 12 }) }),
  statement: fc.record({ title: maybe, statement: line, source: maybe, formula: fc.constant(null) }),
  number: fc.record({ title: maybe, value: line, label: line, context: maybe }),
  quote: fc.record({ title: maybe, quote: line, speaker: maybe }),
  comparison: fc.record({
    title: maybe,
    columns: fc.array(column, { minLength: 1, maxLength: 3 }),
  }),
  timeline: fc.record({
    title: maybe,
    moments: fc.array(moment, { minLength: 1, maxLength: 9 }),
  }),
  table: fc.integer({ min: 1, max: 5 }).chain((columns) =>
    fc.record({
      title: maybe,
      header: fc.option(rowOf(columns)),
      rows: fc.array(rowOf(columns), { minLength: 1, maxLength: 12 }),
      align: fc.option(
        fc.array(fc.constantFrom('left' as const, 'right' as const, 'center' as const, null), { maxLength: columns }),
      ),
      caption: maybe,
    }),
  ),
  chart: fc
    .tuple(maybe, maybe, fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 3, maxLength: 12 }))
    .map(([title, caption, values]) => {
      const header = rowWith('Harbour', 'Number of boats')
      const rows = values.map((value, index) => rowWith(`Pier ${'abcdefghijkl'.charAt(index)}x`, String(value)))
      const table = { type: 'table', header, rows, align: null, caption } as const
      const chart = chooseChart(table, 'en')
      if (chart === null) throw new Error('These rows are no chart.')
      return { title, chart, header, rows, caption, drawing: null }
    }),
  code: fc.record({
    title: maybe,
    language: fc.option(text),
    lines: fc.array(
      fc.oneof(
        line,
        line.map((each) => ({ ...each, text: '' })),
      ),
      { minLength: 1, maxLength: 30 },
    ),
    pieces: fc.constant(null),
  }),
  image: fc.record({ title: maybe, picture, caption: maybe }),
  takeaways: fc.record({ title: line, points: lines(6) }),
  closing: fc.record({ title: line, credits: lines(3) }),
}

type ContentOf<T extends Content['type']> = Extract<Content, { readonly type: T }>

const typed = <T extends Content['type']>(type: T, fields: fc.Arbitrary<Omit<ContentOf<T>, 'type'>>) =>
  fields.map((each) => ({ ...each, type }) as unknown as ContentOf<T>)

/** Random content of each type. */
export const contentsOf: { readonly [T in Content['type']]: fc.Arbitrary<ContentOf<T>> } = {
  title: typed('title', fc.record({ subtitle: maybe, credits: lines(4) })),
  agenda: typed('agenda', fc.record({ entries: fc.array(fc.record({ line, part: fc.nat(9) }), { maxLength: 9 }) })),
  part: typed('part', fc.record({ number: line, lede: maybe })),
  points: typed('points', fc.record({ lead: maybe, points: fc.array(point, { maxLength: 12 }) })),
  statement: typed('statement', fc.record({ statement: line, source: maybe })),
  number: typed('number', fc.record({ value: line, label: line, context: maybe })),
  quote: typed('quote', fc.record({ quote: line, speaker: maybe })),
  comparison: typed('comparison', fc.record({ sides: fc.tuple(sideOfTwo, sideOfTwo) })),
  columns: typed('columns', fc.record({ columns: fc.array(column, { maxLength: 3 }) })),
  timeline: typed('timeline', fc.record({ moments: fc.array(moment, { maxLength: 9 }) })),
  table: typed(
    'table',
    fc.record({ header: fc.option(rowOf(2)), rows: fc.array(rowOf(2)), align: fc.constant(null), caption: maybe }),
  ),
  code: typed('code', fc.record({ language: fc.option(text), lines: lines(30) })),
  image: typed('image', fc.record({ picture, caption: maybe })),
  takeaways: typed('takeaways', fc.record({ points: lines(6) })),
  closing: typed('closing', fc.record({ credits: lines(3) })),
}

export const contentTypes = Object.keys(contentsOf) as readonly Content['type'][]

export const layoutNames = Object.keys(slotsOf) as readonly LayoutName[]
