import type { Element } from 'xast'
import { tree } from './shapes.ts'
import { timing } from './timing.ts'
import { el, NAMESPACES } from './xml.ts'

/** Everything that goes into a slide's part. */
export interface SlideContent {
  readonly slide: { readonly id: string; readonly isHidden?: true }
  /** Its `p:bg`; null to use the background of its layout. */
  readonly background: Element | null
  readonly shapes: readonly Element[]
  /** The shapes whose paragraphs appear one by one; empty for none. */
  readonly steps: Parameters<typeof timing>[0]
}

/** Writes the XML of a slide. */
export function slideContent({ slide, background, shapes, steps }: SlideContent): Element {
  return el(
    'p:sld',
    { ...NAMESPACES, ...(slide.isHidden && { show: '0' }) },
    el('p:cSld', { name: slide.id }, background, tree(shapes)),
    el('p:clrMapOvr', {}, el('a:masterClrMapping')),
    steps.length > 0 ? timing(steps) : null,
  )
}

/** The content type of a slide's part. */
export const SLIDE = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml'
