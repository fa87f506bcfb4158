// The frame that shows a chart on a slide.

import type { Element } from 'xast'
import type { Rect } from '../../client/scene/scene.ts'
import { transform } from './geometry.ts'
import { type Placeholder, placeholder } from './shapes.ts'
import { el } from './xml.ts'

export interface ChartFrame {
  readonly id: number
  readonly alt: string
  readonly rect: Rect
  readonly place: Placeholder | null
  /** The id of the chart's part. */
  readonly relation: string
}

/** Makes the frame that shows a chart on a slide. */
export function chartFrame({ id, alt, rect, place, relation }: ChartFrame): Element {
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      el('p:cNvPr', { id, name: 'Chart', descr: alt }),
      el('p:cNvGraphicFramePr', {}, el('a:graphicFrameLocks', { noGrp: true })),
      el('p:nvPr', {}, place === null ? null : placeholder(place)),
    ),
    transform('p:xfrm', rect),
    el(
      'a:graphic',
      {},
      el(
        'a:graphicData',
        { uri: 'http://schemas.openxmlformats.org/drawingml/2006/chart' },
        el('c:chart', { 'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart', 'r:id': relation }),
      ),
    ),
  )
}
