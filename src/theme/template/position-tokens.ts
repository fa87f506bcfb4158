// Converts the placeholders of a PowerPoint template to tokens for the positions and sizes of title, body and foot.

import type { Canvas } from '../../model/theme.ts'
import type { TemplateLayout } from './template-layouts.ts'

/** The canvas that a template is scaled to, and the space for text on it. */
export interface TemplateGeometry {
  readonly canvas: Canvas
  /** In px per EMU. */
  readonly scale: number
  /** The top of the highest shape below the text, in px; null if there is none. */
  readonly floor: number | null
}

/** Computes the positions and sizes of title, body and foot, within what Lectern's layouts can handle. */
export function positionTokens(
  contentLayout: TemplateLayout,
  titleLayout: TemplateLayout | undefined,
  { canvas, scale, floor }: TemplateGeometry,
): Readonly<Record<string, string>> {
  const find = (layout: TemplateLayout | undefined, ...types: readonly string[]) =>
    layout?.placeholders.find(({ type }) => types.includes(type))
  const [title, body, foot] = [
    find(contentLayout, 'title'),
    find(contentLayout, 'body', 'obj'),
    find(contentLayout, 'ftr', 'sldNum', 'dt'),
  ]
  const clampPx = (value: number | undefined, min: number, max: number, fallback: number) =>
    `${Math.round(Math.min(max, Math.max(min, value ?? fallback)))}px`
  const px = (emu: number | undefined) => (emu === undefined ? undefined : emu * scale)
  // Sizes are in hundredths of a point.
  const fontSize = (value: number | undefined) => (value === undefined ? undefined : value * 127 * scale)
  const box = body?.box ?? title?.box
  const spaceBelow = (edge: number | undefined) => (edge === undefined ? 0 : canvas.height - edge * scale)
  return {
    'margin-top': clampPx(px(title?.box?.y), 36, 140, 56),
    'margin-start': clampPx(px(box?.x), 36, 300, 72),
    'margin-end': clampPx(box ? canvas.width - (box.x + box.width) * scale : undefined, 36, 300, 72),
    // The foot begins no lower than the body ends, since the template may have a logo below the body.
    'foot-height': clampPx(
      Math.max(
        floor === null ? 0 : canvas.height - floor + 8,
        spaceBelow(foot?.box?.y),
        spaceBelow(body?.box ? body.box.y + body.box.height : undefined),
      ),
      48,
      190,
      72,
    ),
    'measure-title': clampPx(px(title?.box?.width), 400, canvas.width - 72, canvas.width - 144),
    'measure-text': clampPx(px(box?.width), 400, canvas.width - 72, canvas.width - 144),
    'size-title': clampPx(fontSize(title?.size), 34, 60, 48),
    'size-body': clampPx(fontSize(body?.size), 26, 36, 32),
    'size-display': clampPx(fontSize(find(titleLayout, 'ctrTitle', 'title')?.size), 64, 96, 76),
    'size-part': clampPx(fontSize(find(titleLayout, 'ctrTitle', 'title')?.size), 56, 80, 64),
  }
}

/** Computes the space below the text of the foot, in px, so that the text is at the same height as in the template. */
export function footInset({ placeholders }: TemplateLayout, { canvas, scale }: TemplateGeometry): number {
  const box = placeholders.find(({ type }) => type === 'sldNum' || type === 'ftr')?.box
  const spaceUnder = box ? canvas.height - (box.y + box.height) * scale : 0
  return Math.round(Math.min(60, Math.max(14, spaceUnder + 8)))
}

/** Returns the y coordinate of the layout's body in px; null if it has no body. */
export function bodyTopOf({ placeholders }: TemplateLayout, scale: number): number | null {
  const box = placeholders.find(({ type }) => type === 'body' || type === 'obj')?.box
  return box ? Math.round(box.y * scale) : null
}
