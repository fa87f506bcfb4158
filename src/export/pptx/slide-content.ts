// Writes the XML of a slide from its background, shapes and animations.

import type { Element } from 'xast'
import { animationTiming } from './animation-timing.ts'
import { shapeTree } from './shapes.ts'
import { el, NAMESPACES } from './xml.ts'

/** Everything that goes into a slide's part. */
export interface SlideContent {
  readonly slide: { readonly id: string; readonly isHidden?: true }
  /** The `p:bg` element; null to use the background of the layout. */
  readonly background: Element | null
  readonly shapes: readonly Element[]
  /** The shapes whose paragraphs appear one by one; empty for none. */
  readonly steps: Parameters<typeof animationTiming>[0]
}

/** Writes the XML of a slide. */
export function slideContent({ slide, background, shapes, steps }: SlideContent): Element {
  return el(
    'p:sld',
    { ...NAMESPACES, ...(slide.isHidden && { show: '0' }) },
    el('p:cSld', { name: slide.id }, background, shapeTree(shapes)),
    el('p:clrMapOvr', {}, el('a:masterClrMapping')),
    steps.length > 0 ? animationTiming(steps) : null,
  )
}

/** Returns the path of a slide's part; the index is counted from 0. */
export function slidePath(index: number): string {
  return `ppt/slides/slide${index + 1}.xml`
}

/** The content type of a slide's part. */
export const SLIDE_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml'
