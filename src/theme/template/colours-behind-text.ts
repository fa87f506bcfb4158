// Finds the colours that a PowerPoint template has behind the text of each layout.

import { wcagContrast, wcagLuminance } from 'culori'
import type { Canvas } from '../../model/theme.ts'
import type { LayoutDrawing } from './draw-layout.ts'
import { sampler } from './sample-colours.ts'
import type { TemplateLayout } from './template-layouts.ts'

/** The colours behind some text, from dark to light, without the few darkest and lightest. */
export type Zone = readonly string[]

export interface Zones {
  readonly head: Zone
  readonly body: Zone
  readonly foot: Zone
  readonly number: Zone
  /** The zones of opening and closing slides. */
  readonly title: Zone
  readonly titleFoot: Zone
  readonly titleNumber: Zone
  readonly part: Zone
  /** Where the text may begin, in px, if a band of another colour is above it; null if none is. */
  readonly bodyTop: number | null
  readonly headTop: number | null
  readonly titleTop: number | null
  readonly partTop: number | null
}

type Sampler = ReturnType<typeof sampler>

/** The share of points that is left out at either end, as in the contrast check of a theme. */
const STRAY_SHARE = 0.02

/** Two colours with less contrast than this count as one background. */
const SAME_GROUND = 1.6

/** Finds the colours that a template's backgrounds have behind the text of Lectern's layouts. */
export function zonesOf(
  places: Readonly<Record<string, string>>,
  grounds: Readonly<Record<'*' | 'title' | 'part', LayoutDrawing>>,
  at: { readonly canvas: Canvas; readonly bodyTop: number | null; readonly inset: number },
): Zones {
  const { width, height } = at.canvas
  const px = (name: string) => Number.parseFloat(places[name] ?? '0')
  const [x, bottom] = [px('margin-start'), height - px('foot-height')]
  const wide = width - x - px('margin-end')
  const show = {
    '*': sampler(grounds['*'].marks, grounds['*'].ground),
    title: sampler(grounds.title.marks, grounds.title.ground),
    part: sampler(grounds.part.marks, grounds.part.ground),
  }
  const zone = (colours: Sampler, y: number, until: number, from = x, across = wide): Zone =>
    sortByLightness(colours({ x: from, y, width: across, height: Math.max(1, until - y) }))
  const first = px('margin-top')
  const moved = topOf(show['*'], at.canvas, first, first + px('size-title'))
  const top = moved ?? first
  const headEnd = top + 2.3 * px('size-title')
  const head = zone(show['*'], top, headEnd)
  const ownTop = at.bodyTop !== null && at.bodyTop < height * 0.4 ? at.bodyTop : headEnd
  const body = zone(show['*'], ownTop, bottom)
  const line = { from: height - at.inset - 18, until: height - at.inset - 4 }
  const foot = (colours: Sampler) => zone(colours, line.from, line.until, x, wide - 80)
  const number = (colours: Sampler) => zone(colours, line.from, line.until, x + wide - 30, 30)
  const tops = { title: topOf(show.title, at.canvas, 0, height / 2), part: topOf(show.part, at.canvas, 0, height / 2) }
  return {
    head,
    body,
    foot: foot(show['*']),
    number: number(show['*']),
    title: zone(show.title, tops.title ?? top, bottom),
    titleFoot: foot(show.title),
    titleNumber: number(show.title),
    part: zone(show.part, tops.part ?? top, bottom),
    bodyTop: wcagContrast(middleOf(head), middleOf(body)) < SAME_GROUND ? null : ownTop,
    headTop: moved,
    titleTop: tops.title,
    partTop: tops.part,
  }
}

/** Returns the colour in the middle of a zone. */
export function middleOf(zone: Zone): string {
  return zone[Math.floor(zone.length / 2)] ?? '#ffffff'
}

/** Computes the contrast between a colour and the background of a layout's title; null if it has no title. */
export function contrastInTitle(
  colour: string,
  { places }: TemplateLayout,
  scale: number,
  behind: LayoutDrawing,
): number | null {
  const box = places.find(({ type }) => type === 'title')?.box
  if (!box) return null
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((emu) => emu * scale) as [
    number,
    number,
    number,
    number,
  ]
  return wcagContrast(colour, middleOf(sortByLightness(sampler(behind.marks, behind.ground)({ x, y, width, height }))))
}

function sortByLightness(colours: readonly string[]): Zone {
  const light = new Map(colours.map((colour) => [colour, wcagLuminance(colour)]))
  const all = colours.toSorted((one, other) => (light.get(one) ?? 0) - (light.get(other) ?? 0))
  const stray = Math.floor(all.length * STRAY_SHARE)
  return all.slice(stray, all.length - stray)
}

/** Finds where the background at the bottom of these rows begins, in px; null if it begins at the top. */
function topOf(colours: Sampler, { width }: Canvas, from: number, until: number): number | null {
  const rowAt = (y: number) => middleOf(sortByLightness(colours({ x: 0, y, width, height: 1 })))
  const end = rowAt(until)
  const step = Math.max(2, (until - from) / 50)
  const rows = Array.from({ length: Math.floor((until - from) / step) }, (_, index) => from + index * step)
  const last = rows.findLast((y) => wcagContrast(rowAt(y), end) >= SAME_GROUND)
  return last === undefined ? null : Math.ceil(last + step)
}
