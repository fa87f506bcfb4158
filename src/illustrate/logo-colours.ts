// Finds the colours of a logo.

import { formatHex, parse } from 'culori'
import { convertIndexedToRgb, decode } from 'fast-png'

/** Lists the colours of a drawing's shapes, as `#rrggbb`. A shape without a colour is black, the default in SVG. */
export function coloursInDrawing(svg: string): readonly string[] {
  const paintColours = [...svg.matchAll(PAINT)].flatMap(([, value = '']) => formatHex(parse(value.trim())) ?? [])
  const isColourInherited = /<(?:svg|g)\b[^>]*\s(?:fill|class|style)=/.test(svg)
  const hasUnpaintedShape = [...svg.matchAll(SHAPE)].some(([shape]) => !/\s(?:fill|class|style|stroke)=/.test(shape))
  return [
    ...new Set([
      ...paintColours,
      ...(paintColours.length === 0 || (hasUnpaintedShape && !isColourInherited) ? ['#000000'] : []),
    ]),
  ]
}

const PAINT = /(?:fill|stroke|stop-color|color)\s{0,9}[:=]\s{0,9}["']?([^"';}>]{3,60})/g
const SHAPE = /<(?:path|rect|circle|ellipse|polygon|polyline|text)\b[^>]{0,100000}>/g

/**
 * Lists the main colours of a PNG with a transparent background, as `#rrggbb`; empty for an opaque picture, such as a
 * photograph, and for a file that cannot be decoded.
 */
export function coloursInPng(png: Uint8Array): readonly string[] {
  try {
    const decoded = decode(png)
    const { width, height, palette } = decoded
    const data = palette === undefined ? decoded.data : convertIndexedToRgb(decoded)
    const channels = palette === undefined ? decoded.channels : (palette[0]?.length ?? 0)
    if ((palette === undefined && decoded.depth !== 8) || (channels !== 4 && channels !== 2)) return []
    const counts = new Map<string, number>()
    const step = Math.max(1, Math.floor((width * height) / SAMPLED_PIXELS))
    let opaqueCount = 0
    for (let pixel = 0; pixel < width * height; pixel += step) {
      const offset = pixel * channels
      if ((data[offset + channels - 1] ?? 0) < MIN_ALPHA) continue
      opaqueCount += 1
      const [r, g, b] = [0, 1, 2].map((channel) => (data[offset + (channels === 4 ? channel : 0)] ?? 0) & CHANNEL_MASK)
      const colour = formatHex({
        mode: 'rgb',
        r: (r ?? 0) / CHANNEL_MASK,
        g: (g ?? 0) / CHANNEL_MASK,
        b: (b ?? 0) / CHANNEL_MASK,
      })
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
    if (opaqueCount * step > MAX_OPAQUE_FRACTION * width * height) return []
    return [...counts].filter(([, count]) => count >= MIN_COLOUR_FRACTION * opaqueCount).map(([colour]) => colour)
  } catch {
    return []
  }
}

/** The approximate number of pixels that are examined. */
const SAMPLED_PIXELS = 40_000
/** The minimum alpha, from 0 to 255, of a pixel that counts. */
const MIN_ALPHA = 200
/** The bits of a channel that are compared, so that similar colours count as the same. */
const CHANNEL_MASK = 0xf0
/** A picture with a larger fraction of opaque pixels than this has its own background. */
const MAX_OPAQUE_FRACTION = 0.95
/** The minimum fraction of the opaque pixels that a main colour must have. */
const MIN_COLOUR_FRACTION = 0.1
