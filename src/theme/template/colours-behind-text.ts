// Finds the colours that a PowerPoint template has behind the text of each layout.

import { wcagContrast, wcagLuminance } from 'culori'
import type { Canvas } from '../../model/theme.ts'
import type { LayoutDrawing, LayoutDrawings } from './draw-layout.ts'
import { colourSampler } from './sample-colours.ts'
import type { Box, TemplateLayout } from './template-layouts.ts'

/** The colours behind some text, sorted from dark to light, without the few darkest and lightest. */
export type Zone = readonly string[]

export interface Zones {
  readonly head: Zone
  readonly body: Zone
  readonly foot: Zone
  readonly number: Zone
  /** The zones of title and closing slides, and of their footers and slide numbers. */
  readonly title: Zone
  readonly titleFoot: Zone
  readonly titleNumber: Zone
  /** The zones of slides that open parts, and of their footers and slide numbers. */
  readonly part: Zone
  readonly partFoot: Zone
  readonly partNumber: Zone
  /** The y coordinate, in px, below which text does not overlap a band of another colour; null if there is no band. */
  readonly bodyTop: number | null
  readonly headTop: number | null
  readonly titleTop: number | null
  readonly partTop: number | null
}

type Sampler = ReturnType<typeof colourSampler>

/** The fraction of colours that are left out at each end, as in the contrast check of a theme. */
const STRAY_FRACTION = 0.02

/** Two colours with less contrast than this count as one background. */
const SAME_BACKGROUND = 1.6

/** Finds the colours that a template's backgrounds have behind the text of Lectern's layouts. */
export function zonesOf(
  positions: Readonly<Record<string, string>>,
  drawings: LayoutDrawings,
  geometry: { readonly canvas: Canvas; readonly bodyTop: number | null; readonly inset: number },
): Zones {
  const { width, height } = geometry.canvas
  const px = (name: string) => Number.parseFloat(positions[name] ?? '0')
  const [x, bottom] = [px('margin-start'), height - px('foot-height')]
  const textWidth = width - x - px('margin-end')
  const samplers = {
    '*': colourSampler(drawings['*'].elements, drawings['*'].background),
    title: colourSampler(drawings.title.elements, drawings.title.background),
    part: colourSampler(drawings.part.elements, drawings.part.background),
  }
  const zoneBetween = (sample: Sampler, y: number, bottomEdge: number, from = x, zoneWidth = textWidth): Zone =>
    sortByLightness(sample({ x: from, y, width: zoneWidth, height: Math.max(1, bottomEdge - y) }))
  const defaultTop = px('margin-top')
  const bandBottom = backgroundTop(samplers['*'], geometry.canvas, defaultTop, defaultTop + px('size-title'))
  const top = bandBottom ?? defaultTop
  const headEnd = top + 2.3 * px('size-title')
  const head = zoneBetween(samplers['*'], top, headEnd)
  const bodyTop = geometry.bodyTop !== null && geometry.bodyTop < height * 0.4 ? geometry.bodyTop : headEnd
  const body = zoneBetween(samplers['*'], bodyTop, bottom)
  const footLine = { from: height - geometry.inset - 18, until: height - geometry.inset - 4 }
  const foot = (sample: Sampler) => zoneBetween(sample, footLine.from, footLine.until, x, textWidth - 80)
  const number = (sample: Sampler) => zoneBetween(sample, footLine.from, footLine.until, x + textWidth - 30, 30)
  const tops = {
    title: backgroundTop(samplers.title, geometry.canvas, 0, height / 2),
    part: backgroundTop(samplers.part, geometry.canvas, 0, height / 2),
  }
  return {
    head,
    body,
    foot: foot(samplers['*']),
    number: number(samplers['*']),
    title: zoneBetween(samplers.title, tops.title ?? top, bottom),
    titleFoot: foot(samplers.title),
    titleNumber: number(samplers.title),
    part: zoneBetween(samplers.part, tops.part ?? top, bottom),
    partFoot: foot(samplers.part),
    partNumber: number(samplers.part),
    bodyTop: wcagContrast(medianColour(head), medianColour(body)) < SAME_BACKGROUND ? null : bodyTop,
    headTop: bandBottom,
    titleTop: tops.title,
    partTop: tops.part,
  }
}

/** Returns the colour of median lightness in a zone. */
export function medianColour(zone: Zone): string {
  return zone[Math.floor(zone.length / 2)] ?? '#ffffff'
}

/** Computes the contrast between a colour and the background of a layout's title; null if the layout has no title. */
export function titleContrast(
  colour: string,
  { placeholders }: TemplateLayout,
  scale: number,
  drawing: LayoutDrawing,
): number | null {
  const box = placeholders.find(({ type }) => type === 'title')?.box
  if (!box) return null
  const scaledBox = { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale }
  return wcagContrast(colour, medianColour(zoneIn(scaledBox, drawing)))
}

/** Returns the colours of a drawing inside a box as a zone. The box is in px. */
export function zoneIn(box: Box, drawing: LayoutDrawing): Zone {
  return sortByLightness(coloursIn(box, drawing))
}

/** Lists the colours of a drawing at a grid of points inside a box. The box is in px. */
export function coloursIn(box: Box, { elements, background }: LayoutDrawing): readonly string[] {
  return colourSampler(elements, background)(box)
}

function sortByLightness(colours: readonly string[]): Zone {
  const luminances = new Map(colours.map((colour) => [colour, wcagLuminance(colour)]))
  const sorted = colours.toSorted((one, other) => (luminances.get(one) ?? 0) - (luminances.get(other) ?? 0))
  const strayCount = Math.floor(sorted.length * STRAY_FRACTION)
  return sorted.slice(strayCount, sorted.length - strayCount)
}

/**
 * Finds the y coordinate, in px, below which all rows have the same background as the row at `bottomEdge`; null if every row from
 * `from` on has the same background.
 */
function backgroundTop(sample: Sampler, { width }: Canvas, from: number, bottomEdge: number): number | null {
  const rowAt = (y: number) => medianColour(sortByLightness(sample({ x: 0, y, width, height: 1 })))
  const end = rowAt(bottomEdge)
  const step = Math.max(2, (bottomEdge - from) / 50)
  const rows = Array.from({ length: Math.floor((bottomEdge - from) / step) }, (_, index) => from + index * step)
  const lastOther = rows.findLast((y) => wcagContrast(rowAt(y), end) >= SAME_BACKGROUND)
  return lastOther === undefined ? null : Math.ceil(lastOther + step)
}
