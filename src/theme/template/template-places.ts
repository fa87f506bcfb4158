// Converts the placeholders of a PowerPoint template to tokens for the position of title, body and foot.

import type { Canvas } from '../../model/theme.ts'
import type { TemplateLayout } from './template-layouts.ts'

/** The canvas that a template is scaled to. */
export interface TemplateMeasures {
  readonly canvas: Canvas
  /** Px per EMU. */
  readonly scale: number
  /** The top of the highest shape below the text, in px; null if there is none. */
  readonly floor: number | null
}

/** Computes the positions and sizes of title, body and foot, within what Lectern's layouts can handle. */
export function placesFrom(
  usual: TemplateLayout,
  opening: TemplateLayout | undefined,
  { canvas, scale, floor }: TemplateMeasures,
): Readonly<Record<string, string>> {
  const find = (layout: TemplateLayout | undefined, ...types: readonly string[]) =>
    layout?.places.find(({ type }) => types.includes(type))
  const [title, body, foot] = [find(usual, 'title'), find(usual, 'body', 'obj'), find(usual, 'ftr', 'sldNum', 'dt')]
  const within = (value: number | undefined, least: number, most: number, other: number) =>
    `${Math.round(Math.min(most, Math.max(least, value ?? other)))}px`
  const px = (emu: number | undefined) => (emu === undefined ? undefined : emu * scale)
  // Sizes are in hundredths of a point.
  const size = (value: number | undefined) => (value === undefined ? undefined : value * 127 * scale)
  const box = body?.box ?? title?.box
  const under = (edge: number | undefined) => (edge === undefined ? 0 : canvas.height - edge * scale)
  return {
    'margin-top': within(px(title?.box?.y), 36, 140, 56),
    'margin-start': within(px(box?.x), 36, 300, 72),
    'margin-end': within(box ? canvas.width - (box.x + box.width) * scale : undefined, 36, 300, 72),
    // The foot begins no lower than the body ends, since the template may have a logo below it.
    'foot-height': within(
      Math.max(
        floor === null ? 0 : canvas.height - floor + 8,
        under(foot?.box?.y),
        under(body?.box ? body.box.y + body.box.height : undefined),
      ),
      48,
      190,
      72,
    ),
    'measure-title': within(px(title?.box?.width), 400, canvas.width - 72, canvas.width - 144),
    'measure-text': within(px(box?.width), 400, canvas.width - 72, canvas.width - 144),
    'size-title': within(size(title?.size), 34, 60, 48),
    'size-body': within(size(body?.size), 26, 36, 32),
    'size-display': within(size(find(opening, 'ctrTitle', 'title')?.size), 64, 96, 76),
    'size-part': within(size(find(opening, 'ctrTitle', 'title')?.size), 56, 80, 64),
  }
}

/** Computes the space below the text of the foot, in px, so that it is on the same line as in the template. */
export function footInset({ places }: TemplateLayout, { canvas, scale }: TemplateMeasures): number {
  const box = places.find(({ type }) => type === 'sldNum' || type === 'ftr')?.box
  const under = box ? canvas.height - (box.y + box.height) * scale : 0
  return Math.round(Math.min(60, Math.max(14, under + 8)))
}

export function bodyTopOf({ places }: TemplateLayout, scale: number): number | null {
  const box = places.find(({ type }) => type === 'body' || type === 'obj')?.box
  return box ? Math.round(box.y * scale) : null
}
