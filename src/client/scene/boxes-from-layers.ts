// Turns background images that are drawn with gradients, such as patches, rings and glows, into boxes that PowerPoint can
// draw.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'
import type { Box, BoxPosition, BoxShape, Rect } from './scene.ts'
import type { StyleReader } from './style-reader.ts'

/**
 * Lists the boxes of the background images of an element with this style, back to front: single-colour gradients that
 * fill only part of the element, rings, and glows. Runs in the page.
 */
export const boxesFromLayers = pageFunction(layersOf, [
  areaOf,
  patchOf,
  radialBoxesOf,
  bandsOf,
  sectorOf,
  partsOf,
  lengthIn,
])

function layersOf(style: CSSStyleDeclaration, position: BoxPosition, reader: StyleReader): Box[] {
  const images = style.backgroundImage.split(/,\s*(?=[a-z-]*gradient\(|url\(|none\b)/)
  const [sizes, places] = [style.backgroundSize.split(', '), style.backgroundPosition.split(', ')]
  const layers = images.map((image, index) => {
    const size = sizes[index % sizes.length] ?? 'auto'
    const area = areaOf(size, places[index % places.length] ?? '0% 0%', position.rect)
    return [
      ...patchOf(image, size, { ...position, rect: area }, reader),
      ...radialBoxesOf(image, area, position, reader),
    ]
  })
  // The first layer is on top.
  return layers.reverse().flat()
}

/** Returns the area that one image of a background fills. */
function areaOf(size: string, place: string, { x, y, width, height }: Rect): Rect {
  const [horizontal = 'auto', vertical = 'auto'] = partsOf(size)
  const area = {
    width: horizontal === 'auto' ? width : lengthIn(horizontal, width),
    height: vertical === 'auto' ? height : lengthIn(vertical, height),
  }
  const [left = '0%', top = '0%'] = partsOf(place)
  return { x: x + lengthIn(left, width - area.width), y: y + lengthIn(top, height - area.height), ...area }
}

/** Returns a box for a single-colour gradient that fills only part of an element. */
function patchOf(image: string, size: string, position: BoxPosition, reader: StyleReader): Box[] {
  const fill = reader.gradient(image)
  return fill?.type !== 'colour' || size === 'auto' ? [] : [{ ...position, fill, line: null, shape: { type: 'rect' } }]
}

/** Returns the rings of a radial gradient with hard stops, the largest first, or the glow of one that fades out. */
function radialBoxesOf(image: string, area: Rect, position: BoxPosition, reader: StyleReader): Box[] {
  const [, inside] = /^radial-gradient\((.*)\)$/.exec(image) ?? []
  if (inside === undefined) return []
  const [head = '', ...parts] = reader.splitList(inside)
  const [size = '', place = 'center'] = head.split(/\s*\bat /)
  const [left = '50%', top = '50%'] = place === 'center' ? [] : partsOf(place)
  const [x, y] = [area.x + lengthIn(left, area.width), area.y + lengthIn(top, area.height)]
  if (size.startsWith('circle')) {
    const isWhole = size === 'circle closest-side' && place === 'center'
    return bandsOf(parts, isWhole ? Math.min(area.width, area.height) / 2 : null, reader).map(
      ({ colour, inner, outer }): Box => {
        const rect = { x: x - outer, y: y - outer, width: 2 * outer, height: 2 * outer }
        const shape: BoxShape = isWhole && inner === 0 ? { type: 'ellipse' } : sectorOf({ x, y, inner, outer }, area)
        return { ...position, rect, fill: { type: 'colour', colour }, line: null, shape }
      },
    )
  }
  const [, radiusX, radiusY] = /^([\d.]+)px ([\d.]+)px$/.exec(size) ?? []
  const stops = reader.stops(parts)
  if (radiusX === undefined || radiusY === undefined || !stops.at(-1)?.colour.endsWith('00')) return []
  const [width, height] = [2 * Number(radiusX), 2 * Number(radiusY)]
  const rect = { x: x - width / 2, y: y - height / 2, width, height }
  return [{ ...position, rect, fill: { type: 'glow', stops }, line: null, shape: { type: 'ellipse' } }]
}

interface Band {
  readonly colour: string
  readonly inner: number
  readonly outer: number
}

/**
 * Returns the bands of one colour in a gradient with hard stops, the largest first. Discs that lie on each other stand
 * for opaque bands. `edge` is where the last colour ends; null if it is not known.
 */
function bandsOf(parts: readonly string[], edge: number | null, reader: StyleReader): Band[] {
  const stops = parts.flatMap((part) => {
    const colour = reader.colour(part.replace(/(?:\s+-?[\d.]+px)+$/, ''))
    return [...part.matchAll(/\s(-?[\d.]+)px/g)].map(([, offset]) => ({ colour, offset: Number(offset) }))
  })
  const changes = stops.slice(1).flatMap((stop, index) => {
    const before = stops[index] ?? stop
    return before.colour === stop.colour ? [] : [{ colour: before.colour, from: before.offset, to: stop.offset }]
  })
  const last = stops.at(-1)
  if (last === undefined || changes.some(({ from, to }) => to - from > 1)) return []
  if (last.colour !== null && edge === null) return []
  const bands = [
    ...changes.map(({ colour, from, to }) => ({ colour, outer: (from + to) / 2 })),
    { colour: last.colour, outer: edge ?? 0 },
  ]
  const isOpaque = bands.every(({ colour }) => colour?.length === 7)
  return bands
    .flatMap(({ colour, outer }, index): Band[] =>
      colour === null ? [] : [{ colour, inner: isOpaque ? 0 : (bands[index - 1]?.outer ?? 0), outer }],
    )
    .reverse()
}

/** Returns the outline of a ring in the square around it, without the quarters that lie outside this area. */
function sectorOf(
  { x, y, inner, outer }: { x: number; y: number; inner: number; outer: number },
  area: Rect,
): BoxShape {
  const [isLeft, isRight] = [x > area.x + 0.5, x < area.x + area.width - 0.5]
  const [isAbove, isBelow] = [y > area.y + 0.5, y < area.y + area.height - 0.5]
  // Clockwise, from the one at the lower right.
  const quarters = [isRight && isBelow, isLeft && isBelow, isLeft && isAbove, isRight && isAbove]
  const start = quarters.findIndex((isVisible, index) => isVisible && !quarters[(index + 3) % 4])
  const turns = Array.from({ length: quarters.filter((isVisible) => isVisible).length }, (_, index) => start + index)
  const point = (turn: number, radius: number, along = 0) => {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 2), Math.sin((turn * Math.PI) / 2)]
    return [cos - along * sin, sin + along * cos].map((part) => (outer + radius * part).toFixed(2)).join(' ')
  }
  // The length of the handles with which a cubic curve is a quarter of a circle.
  const handle = 0.5523
  const quarter = (from: number, to: number, radius: number) => {
    const along = to > from ? handle : -handle
    return `C${point(from, radius, along)} ${point(to, radius, -along)} ${point(to, radius)}`
  }
  const last = start + turns.length
  const outerArc = turns.map((turn) => quarter(turn, turn + 1, outer))
  const innerArc = turns.map((turn) => quarter(turn + 1, turn, inner)).reverse()
  const path = [`M${point(start, outer)}`, ...outerArc, `L${point(last, inner)}`, ...innerArc, 'Z'].join('')
  return { type: 'path', path: `path("${path}")` }
}

/** Returns the two parts of a size or position. */
function partsOf(css: string): string[] {
  return css.match(/calc\([^)]*\)|\S+/g) ?? []
}

/** Converts a computed CSS length, such as "18px", "50%" or "calc(100% - 30px)", to px. */
function lengthIn(css: string, total: number): number {
  return [...css.matchAll(/([+-]?)\s*([\d.]+)(px|%)/g)].reduce(
    (sum, [, sign, number, unit]) =>
      sum + (sign === '-' ? -1 : 1) * (unit === '%' ? (Number(number) / 100) * total : Number(number)),
    0,
  )
}
