// Draws the fills of a PowerPoint template's shapes: gradients and pictures.

import type { Element } from 'xast'
import { x } from 'xastscript'
import { boxAttributes } from './box-attributes.ts'
import { colourIn, type Scheme } from './colour-scheme.ts'
import { allIn, childOf, type Template, type TemplatePart } from './open-template.ts'
import { round } from './round.ts'
import type { Box } from './template-layouts.ts'

/** Lists the colours of a gradient; `offset` is the position of each, from 0 to 1. */
export function gradientStops(
  gradient: Element | undefined,
  scheme: Scheme,
  placeholder?: string,
): readonly { hex: string; alpha: number; offset: number }[] {
  return (gradient === undefined ? [] : allIn(gradient, 'a:gs')).flatMap((stop) => {
    const colour = colourIn(stop, scheme, placeholder)
    return colour === null ? [] : [{ ...colour, offset: Number(stop.attributes.pos) / 100_000 }]
  })
}

/** Draws a box filled with a gradient, as SVG elements. */
export function drawGradient(
  gradient: Element,
  box: Box,
  { scheme }: { readonly scheme: Scheme },
  placeholder?: string,
): readonly Element[] {
  const stops = gradientStops(gradient, scheme, placeholder)
  const angle = ((Number(childOf(gradient, 'a:lin')?.attributes.ang ?? 5_400_000) / 60_000) * Math.PI) / 180
  const [dx, dy] = [Math.cos(angle) / 2, Math.sin(angle) / 2]
  return [
    x(
      'linearGradient',
      {
        id: 'ground',
        x1: String(round(0.5 - dx)),
        y1: String(round(0.5 - dy)),
        x2: String(round(0.5 + dx)),
        y2: String(round(0.5 + dy)),
      },
      stops.map(({ hex, alpha, offset }) =>
        x('stop', { offset: String(offset), 'stop-color': hex, 'stop-opacity': String(alpha) }),
      ),
    ),
    x('rect', { ...boxAttributes(box), fill: 'url(#ground)' }),
  ]
}

/** Draws a picture that fills a box, cropped as the fill specifies; null if it cannot be shown. */
export function drawPicture(
  fill: Element | undefined,
  part: TemplatePart,
  box: Box,
  { template }: { readonly template: Template },
): readonly Element[] | null {
  const id = childOf(fill, 'a:blip')?.attributes['r:embed']
  const target = part.relationships.find((relationship) => relationship.id === id)?.target ?? ''
  const bytes = template.parts.get(target)?.bytes
  const mediaType = MEDIA_TYPES[target.slice(target.lastIndexOf('.') + 1).toLowerCase()]
  if (bytes === undefined || mediaType === undefined || bytes.length > MAX_BYTES) return null
  const crop = childOf(fill, 'a:srcRect')?.attributes ?? {}
  const [l, t, r, b] = ['l', 't', 'r', 'b'].map((side) => Number(crop[side] ?? 0) / 100_000)
  const [visibleX, visibleY] = [1 - (l ?? 0) - (r ?? 0), 1 - (t ?? 0) - (b ?? 0)]
  if (!(visibleX > 0) || !(visibleY > 0)) return null
  const [width, height] = [box.width / visibleX, box.height / visibleY]
  const image = x('image', {
    x: String(round(-(l ?? 0) * width)),
    y: String(round(-(t ?? 0) * height)),
    width: String(round(width)),
    height: String(round(height)),
    preserveAspectRatio: 'none',
    href: `data:${mediaType};base64,${bytes.toString('base64')}`,
  })
  // A nested viewport, which crops the picture.
  return [x('svg', boxAttributes(box), [image])]
}

/** The picture formats that a drawing may contain. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
}

/** In bytes. With a larger picture, the drawing would exceed the 4 MB that a theme's picture may have. */
const MAX_BYTES = 2 * 2 ** 20
