// Writes a chart and its data as parts of a PowerPoint file.

import type { Element } from 'xast'
import type { Chart, Series } from '../../model/draft.ts'
import type { PackagePart } from './package.ts'
import { createRelationships } from './relationships.ts'
import { chartRows } from './time-axis.ts'
import { columnLetters, writeWorkbook } from './workbook.ts'
import { el } from './xml.ts'

export interface ChartText {
  /** The font size of all text, in px. */
  readonly size: number
}

/** Writes a chart that Office itself draws: its part, and the embedded workbook that contains its data. */
export function chartParts(chart: Chart, path: string, { size }: ChartText): readonly PackagePart[] {
  const workbookPath = path.replace('charts/chart', 'embeddings/workbook').replace('.xml', '.xlsx')
  const relationships = createRelationships()
  const data = relationships.add('package', workbookPath)
  const content = el(
    'c:chartSpace',
    {
      'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
      'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
      'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    },
    el('c:date1904', { val: 0 }),
    el('c:roundedCorners', { val: 0 }),
    el(
      'c:chart',
      {},
      chart.measure === '' ? null : title(chart.measure, size),
      el('c:autoTitleDeleted', { val: chart.measure === '' ? 1 : 0 }),
      el('c:plotArea', {}, el('c:layout'), chart.kind === 'line' ? lines(chart) : bars(chart), ...axes(chart)),
      chart.series.length > 1 ? el('c:legend', {}, el('c:legendPos', { val: 'b' }), el('c:overlay', { val: 0 })) : null,
      el('c:plotVisOnly', { val: 1 }),
      // Lines continue across periods that the article leaves out.
      el('c:dispBlanksAs', { val: 'span' }),
    ),
    el('c:spPr', {}, el('a:noFill'), el('a:ln', {}, el('a:noFill'))),
    textProperties(size),
    el('c:externalData', { 'r:id': data }, el('c:autoUpdate', { val: 0 })),
  )
  return [
    {
      path,
      type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      content,
      relationships: relationships.all,
    },
    {
      path: workbookPath,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: writeWorkbook(chart),
      relationships: [],
    },
  ]
}

/** Writes the default properties of all text in a chart. */
function textProperties(size: number): Element {
  const defaults = el(
    'a:defRPr',
    { sz: Math.round(size * 75) },
    el('a:solidFill', {}, el('a:schemeClr', { val: 'tx1' })),
    el('a:latin', { typeface: '+mn-lt' }),
  )
  return el(
    'c:txPr',
    {},
    el('a:bodyPr'),
    el('a:lstStyle'),
    el('a:p', {}, el('a:pPr', {}, defaults), el('a:endParaRPr')),
  )
}

/** Writes the name of the value axis as the title of the chart, at the upper left. */
function title(measure: string, size: number): Element {
  const position = el(
    'c:manualLayout',
    {},
    el('c:xMode', { val: 'edge' }),
    el('c:yMode', { val: 'edge' }),
    el('c:x', { val: 0.005 }),
    el('c:y', { val: 0.005 }),
  )
  const run = { sz: Math.round(size * 75), b: false }
  return el(
    'c:title',
    {},
    el(
      'c:tx',
      {},
      el(
        'c:rich',
        {},
        el('a:bodyPr'),
        el('a:lstStyle'),
        el('a:p', {}, el('a:pPr', {}, el('a:defRPr', run)), el('a:r', {}, el('a:rPr', run), el('a:t', {}, measure))),
      ),
    ),
    el('c:layout', {}, position),
    el('c:overlay', { val: 0 }),
  )
}

function lines(chart: Chart): Element {
  return el(
    'c:lineChart',
    {},
    el('c:grouping', { val: 'standard' }),
    el('c:varyColors', { val: 0 }),
    chart.series.map((series, index) =>
      el(
        'c:ser',
        {},
        seriesName(chart, series, index),
        el('c:spPr', {}, el('a:ln', { w: 28_575, cap: 'rnd' }, accent(index), el('a:round'))),
        el(
          'c:marker',
          {},
          el('c:symbol', { val: 'circle' }),
          el('c:size', { val: 7 }),
          el('c:spPr', {}, accent(index), el('a:ln', {}, el('a:noFill'))),
        ),
        labels('t'),
        data(chart, series, index),
        el('c:smooth', { val: 0 }),
      ),
    ),
    el('c:marker', { val: 1 }),
    AXIS_IDS.map((val) => el('c:axId', { val })),
  )
}

function bars(chart: Chart): Element {
  return el(
    'c:barChart',
    {},
    el('c:barDir', { val: 'bar' }),
    el('c:grouping', { val: 'clustered' }),
    el('c:varyColors', { val: 0 }),
    chart.series.map((series, index) =>
      el(
        'c:ser',
        {},
        seriesName(chart, series, index),
        el('c:spPr', {}, accent(index)),
        el('c:invertIfNegative', { val: 0 }),
        labels('outEnd'),
        data(chart, series, index),
      ),
    ),
    el('c:gapWidth', { val: 65 }),
    AXIS_IDS.map((val) => el('c:axId', { val })),
  )
}

const AXIS_IDS = [111_111_111, 222_222_222]

/** Writes the fill of a series: the theme's six accents in turn. */
function accent(index: number): Element {
  return el('a:solidFill', {}, el('a:schemeClr', { val: `accent${(index % 6) + 1}` }))
}

function seriesName({ measure }: Chart, { name }: Series, index: number): readonly Element[] {
  const column = columnLetters(index + 1)
  return [
    el('c:idx', { val: index }),
    el('c:order', { val: index }),
    el(
      'c:tx',
      {},
      el(
        'c:strRef',
        {},
        el('c:f', {}, `Data!$${column}$1`),
        el('c:strCache', {}, el('c:ptCount', { val: 1 }), point(0, name || measure)),
      ),
    ),
  ]
}

function data(chart: Chart, { values }: Series, index: number): readonly Element[] {
  const rows = chartRows(chart)
  const points = (texts: readonly string[]) =>
    rows.flatMap((label, row) => (label === null ? [] : [point(row, texts[label] ?? '')]))
  const last = rows.length + 1
  const column = columnLetters(index + 1)
  return [
    el(
      'c:cat',
      {},
      el(
        'c:strRef',
        {},
        el('c:f', {}, `Data!$A$2:$A$${last}`),
        el('c:strCache', {}, el('c:ptCount', { val: rows.length }), points(chart.labels)),
      ),
    ),
    el(
      'c:val',
      {},
      el(
        'c:numRef',
        {},
        el('c:f', {}, `Data!$${column}$2:$${column}$${last}`),
        el(
          'c:numCache',
          {},
          el('c:formatCode', {}, 'General'),
          el('c:ptCount', { val: rows.length }),
          points(values.map(String)),
        ),
      ),
    ),
  ]
}

function point(idx: number, value: string): Element {
  return el('c:pt', { idx }, el('c:v', {}, value))
}

function labels(position: string): Element {
  const flags = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize']
  return el(
    'c:dLbls',
    {},
    el('c:dLblPos', { val: position }),
    flags.map((name) => el(`c:${name}`, { val: name === 'showVal' ? 1 : 0 })),
  )
}

/**
 * Writes the axes of a chart. Bars are in the order of the table, from the top, and have their values next to them in
 * place of an axis.
 */
function axes(chart: Chart): readonly Element[] {
  const isLine = chart.kind === 'line'
  const noLine = el('c:spPr', {}, el('a:ln', {}, el('a:noFill')))
  return [
    el(
      'c:catAx',
      {},
      el('c:axId', { val: AXIS_IDS[0] }),
      el('c:scaling', {}, el('c:orientation', { val: isLine ? 'minMax' : 'maxMin' })),
      el('c:delete', { val: 0 }),
      el('c:axPos', { val: isLine ? 'b' : 'l' }),
      el('c:majorTickMark', { val: 'none' }),
      el('c:minorTickMark', { val: 'none' }),
      el('c:tickLblPos', { val: 'low' }),
      noLine,
      el('c:crossAx', { val: AXIS_IDS[1] }),
      el('c:crosses', { val: 'autoZero' }),
      // Otherwise programs show only every second or third label, which may be an empty one.
      chartRows(chart).includes(null) ? el('c:tickLblSkip', { val: 1 }) : null,
    ),
    el(
      'c:valAx',
      {},
      el('c:axId', { val: AXIS_IDS[1] }),
      el('c:scaling', {}, el('c:orientation', { val: 'minMax' })),
      el('c:delete', { val: isLine ? 0 : 1 }),
      el('c:axPos', { val: isLine ? 'l' : 't' }),
      isLine
        ? el(
            'c:majorGridlines',
            {},
            el(
              'c:spPr',
              {},
              el(
                'a:ln',
                { w: 9525 },
                el('a:solidFill', {}, el('a:schemeClr', { val: 'tx1' }, el('a:alpha', { val: 20_000 }))),
              ),
            ),
          )
        : null,
      el('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
      el('c:majorTickMark', { val: 'none' }),
      el('c:minorTickMark', { val: 'none' }),
      el('c:tickLblPos', { val: 'nextTo' }),
      el('c:spPr', {}, el('a:ln', {}, el('a:noFill'))),
      el('c:crossAx', { val: AXIS_IDS[0] }),
      el('c:crosses', { val: 'autoZero' }),
    ),
  ]
}
