// Finds the chart of a slide, and makes the frame that shows it.

import type { Element } from 'xast'
import type { Figure, Rect, Scene } from '../../client/scene/scene.ts'
import type { Slide } from '../../model/deck.ts'
import type { Chart } from '../../model/draft.ts'
import { transform } from './geometry.ts'
import { type Placeholder, placeholderElement } from './shapes.ts'
import { el } from './xml.ts'

export interface ChartFigure {
  readonly chart: Chart
  readonly figure: Figure
}

/**
 * Returns the chart of a slide, and its drawing on the page: the chart takes the drawing's position. Returns null if
 * there is no chart.
 */
export function chartOn({ slide, scene }: { readonly slide: Slide; readonly scene: Scene }): ChartFigure | null {
  const figure = scene.pictures.find(({ kind }) => kind === 'drawing')
  return slide.layout === 'chart' && figure !== undefined ? { chart: slide.slots.chart, figure } : null
}

export interface ChartFrame {
  readonly id: number
  readonly alt: string
  readonly rect: Rect
  readonly placeholder: Placeholder | null
  /** The id by which the slide refers to the chart's part. */
  readonly relationshipId: string
}

/** Makes the frame that shows a chart on a slide. */
export function chartFrame({ id, alt, rect, placeholder, relationshipId }: ChartFrame): Element {
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      el('p:cNvPr', { id, name: 'Chart', descr: alt }),
      el('p:cNvGraphicFramePr', {}, el('a:graphicFrameLocks', { noGrp: true })),
      el('p:nvPr', {}, placeholder === null ? null : placeholderElement(placeholder)),
    ),
    transform('p:xfrm', rect),
    el(
      'a:graphic',
      {},
      el(
        'a:graphicData',
        { uri: 'http://schemas.openxmlformats.org/drawingml/2006/chart' },
        el('c:chart', { 'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart', 'r:id': relationshipId }),
      ),
    ),
  )
}
