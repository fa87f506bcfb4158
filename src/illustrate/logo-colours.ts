// Finds the colours of a logo.

import { formatHex, parse } from 'culori'
import { convertIndexedToRgb, decode } from 'fast-png'

/** Lists the colours of a drawing's shapes, as `#rrggbb`. A shape that names none is black, the default of SVG. */
export function coloursInDrawing(svg: string): readonly string[] {
  const named = [...svg.matchAll(PAINT)].flatMap(([, value = '']) => formatHex(parse(value.trim())) ?? [])
  const isInherited = /<(?:svg|g)\b[^>]*\s(?:fill|class|style)=/.test(svg)
  const hasBare = [...svg.matchAll(SHAPE)].some(([shape]) => !/\s(?:fill|class|style|stroke)=/.test(shape))
  return [...new Set([...named, ...(named.length === 0 || (hasBare && !isInherited) ? ['#000000'] : [])])]
}

const PAINT = /(?:fill|stroke|stop-color|color)\s{0,9}[:=]\s{0,9}["']?([^"';}>]{3,60})/g
const SHAPE = /<(?:path|rect|circle|ellipse|polygon|polyline|text)\b[^>]{0,100000}>/g

/**
 * Lists the main colours of a PNG with a transparent background, as `#rrggbb`; empty for a photograph, which has a
 * background of its own, and for a file that cannot be decoded.
 */
export function coloursInPng(png: Uint8Array): readonly string[] {
  try {
    const decoded = decode(png)
    const { width, height, palette } = decoded
    const data = palette === undefined ? decoded.data : convertIndexedToRgb(decoded)
    const channels = palette === undefined ? decoded.channels : (palette[0]?.length ?? 0)
    if ((palette === undefined && decoded.depth !== 8) || (channels !== 4 && channels !== 2)) return []
    const counts = new Map<string, number>()
    const step = Math.max(1, Math.floor((width * height) / MAX_PIXELS))
    let seen = 0
    for (let pixel = 0; pixel < width * height; pixel += step) {
      const at = pixel * channels
      if ((data[at + channels - 1] ?? 0) < OPAQUE) continue
      seen += 1
      const [r, g, b] = [0, 1, 2].map((part) => (data[at + (channels === 4 ? part : 0)] ?? 0) & COARSE)
      const colour = formatHex({ mode: 'rgb', r: (r ?? 0) / COARSE, g: (g ?? 0) / COARSE, b: (b ?? 0) / COARSE })
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
    if (seen * step > OPAQUE_SHARE * width * height) return []
    return [...counts].filter(([, count]) => count >= MIN_SHARE * seen).map(([colour]) => colour)
  } catch {
    return []
  }
}

/** About this many pixels are examined. */
const MAX_PIXELS = 40_000
/** The alpha, from 0 to 255, from which a pixel counts. */
const OPAQUE = 200
/** The bits of a channel that are compared, so that similar colours count as one. */
const COARSE = 0xf0
/** A picture with a larger share of opaque pixels than this has a background of its own. */
const OPAQUE_SHARE = 0.95
/** The share of opaque pixels from which a colour is a main one. */
const MIN_SHARE = 0.1
