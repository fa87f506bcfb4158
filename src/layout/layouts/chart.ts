// The layout for charts.

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Slots } from '../../model/deck.ts'
import type { Row } from '../../model/draft.ts'
import type { Layout } from '../../model/layout.ts'
import { chooseChart } from '../charts/choose-chart.ts'
import { fitHooks, headingHook } from '../hooks.ts'
import { lineIn, slideBody, slideHead, withoutNulls } from '../markup.ts'
import { captionClass } from './image.ts'
import { table } from './table.ts'

/**
 * A table drawn as lines, bars or shares. The table itself is in the note and, visually hidden, on the slide for screen
 * readers.
 */
export const chart: Layout<'chart'> = {
  name: 'chart',
  accepts: ({ title, content }, language) => {
    if (content.type !== 'table') return null
    const { header, rows, caption, request } = content
    const chosenChart = chooseChart(content, language)
    return (
      chosenChart && { title, chart: chosenChart, header, rows, caption, drawing: null, ...(request && { request }) }
    )
  },
  lines: ({ title, header, rows, caption }) =>
    withoutNulls(title, header?.line ?? null, ...rows.map(({ line }) => line), caption),
  extraNoteLines: ({ header, rows }) => withoutNulls(header?.line ?? null, ...rows.map(({ line }) => line)),
  render: (slots, context) => {
    const { title, drawing, caption } = slots
    if (drawing === null) return table.render({ ...slots, align: null }, context)
    return [
      slideHead(title, context),
      slideBody([
        h('figure.figure', [
          renderDrawing(drawing, slots),
          hiddenTable(slots),
          ...lineIn('figcaption.caption', caption, context),
        ]),
      ]),
    ]
  },
  hooks: ({ title, chart: { kind }, caption, drawing, ...fitted }) => ({
    ...headingHook(title),
    'data-picture': drawing === null ? 'none' : 'wide',
    'data-kind': kind,
    'data-caption': captionClass(caption),
    ...fitHooks(fitted),
  }),
  divide: () => null,
}

/** How much a chart may be enlarged: only a little, because it is drawn for the space on its slide. */
const MAX_SCALE = 1.15

function renderDrawing(drawing: Element, slots: Slots['chart']): Element {
  const [, , width = 1, height = 1] = String(drawing.properties.viewBox).split(' ').map(Number)
  const style = `--picture-ratio:${width / height};--picture-most:${width * MAX_SCALE}px`
  const properties = {
    ...drawing.properties,
    className: ['picture', 'diagram'],
    role: 'img',
    ariaLabel: labelOf(slots),
    style,
  }
  return { ...drawing, properties }
}

/** Describes the chart to screen readers in the words of the table. */
function labelOf({ header, rows }: Slots['chart']): string {
  const [, ...headings] = header?.cells ?? []
  const hasOneSeries = headings.length === 1
  const texts = rows.map(({ cells: [label = '', ...values] }) => {
    const words = values.map((value, index) => (hasOneSeries ? value : `${headings[index] ?? ''} ${value}`))
    return `${label}: ${words.join(', ')}`
  })
  return [...(hasOneSeries ? [`${headings[0]}`] : []), ...texts].join('; ').slice(0, MAX_LABEL_LENGTH)
}

/** In characters. */
const MAX_LABEL_LENGTH = 2_000

function hiddenTable({ header, rows }: Slots['chart']): Element {
  const renderRow = ({ cells }: Row, scope: 'col' | null) =>
    h(
      'tr',
      cells.map((cell, index) =>
        scope === null && index > 0 ? h('td', cell) : h('th', { scope: scope ?? 'row' }, cell),
      ),
    )
  return h('table.unseen', [
    ...(header === null ? [] : [h('thead', [renderRow(header, 'col')])]),
    h(
      'tbody',
      rows.map((row) => renderRow(row, null)),
    ),
  ])
}
