// Turns the computed style of an element into boxes that PowerPoint can draw.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'
import type { Box, BoxShape, Edge, Rect } from './scene.ts'
import type { StyleReader } from './style-reader.ts'

/** The position of an element on its slide, and the list item that it marks, if any. */
export type BoxPosition = Pick<Box, 'rect' | 'rotation' | 'markedItem'>

/** Lists the boxes of an element with this style, back to front. Runs in the page. */
export const boxesFromStyle = pageFunction(boxesOf, [
  stripsOf,
  ringsOf,
  patchesOf,
  partsOf,
  lengthIn,
  rulesOf,
  shapeOf,
  px,
])

/** Returns the fill and frame of an element, the rings and patches of its background, and its rules, back to front. */
function boxesOf(style: CSSStyleDeclaration, position: BoxPosition, reader: StyleReader): Box[] {
  const { rect } = position
  if (rect.width < 0.1 && rect.height < 0.1) return []
  const edges = reader.edges(style)
  const [first] = edges
  const isFramed =
    first &&
    edges.every(
      (edge) => edge && edge.width === first.width && edge.colour === first.colour && edge.style === first.style,
    )
  const fill = reader.paint(style)
  const line = isFramed ? first : null
  const inset = line === null ? 0 : line.width / 2
  const innerRect = {
    x: rect.x + inset,
    y: rect.y + inset,
    width: rect.width - 2 * inset,
    height: rect.height - 2 * inset,
  }
  return [
    ...(fill === null && line === null
      ? []
      : stripsOf({ ...position, rect: innerRect, fill, line, shape: shapeOf(style, rect) })),
    ...ringsOf(style, position, reader),
    ...patchesOf(style, position, reader),
    ...(isFramed ? [] : rulesOf(edges, rect)),
  ]
}

/** Divides a box whose gradient has hard stops into boxes of one colour each, which all programs draw the same way. */
function stripsOf(box: Box): Box[] {
  const { fill, rect } = box
  if (fill?.type !== 'gradient' || fill.angle % 90 !== 0) return [box]
  const pairs = fill.stops.slice(1).map((stop, index) => [fill.stops[index] ?? stop, stop] as const)
  if (!pairs.every(([one, other]) => one.colour === other.colour || Math.abs(one.offset - other.offset) < 0.001))
    return [box]
  const first = fill.stops[0]
  const last = fill.stops.at(-1)
  if (!first || !last) return [box]
  const ends = [[{ ...first, offset: 0 }, first] as const, ...pairs, [last, { ...last, offset: 1 }] as const]
  const angle = ((fill.angle % 360) + 360) % 360
  return ends
    .filter(([one, other]) => other.offset - one.offset > 0.001)
    .map(([one, other]) => {
      const [from, to] = angle === 180 || angle === 90 ? [one.offset, other.offset] : [1 - other.offset, 1 - one.offset]
      const strip =
        angle === 90 || angle === 270
          ? { ...rect, x: rect.x + from * rect.width, width: (to - from) * rect.width }
          : { ...rect, y: rect.y + from * rect.height, height: (to - from) * rect.height }
      return { ...box, rect: strip, fill: { type: 'colour', colour: one.colour } }
    })
}

/** Divides a radial gradient with hard stops, such as rings, into circles of one colour each, the largest first. */
function ringsOf(style: CSSStyleDeclaration, position: BoxPosition, reader: StyleReader): Box[] {
  const [, inside] = /^radial-gradient\(circle closest-side(?: at center)?, (.*)\)$/.exec(style.backgroundImage) ?? []
  if (inside === undefined) return []
  const stops = reader.splitList(inside).flatMap((part) => {
    const colour = reader.colour(part.replace(/(?:\s+-?[\d.]+px)+$/, ''))
    return [...part.matchAll(/\s(-?[\d.]+)px/g)].map(([, offset]) => ({ colour, offset: Number(offset) }))
  })
  const changes = stops.slice(1).flatMap((stop, index) => {
    const before = stops[index] ?? stop
    return before.colour === stop.colour ? [] : [{ colour: before.colour, from: before.offset, to: stop.offset }]
  })
  const last = stops.at(-1)
  if (last === undefined || changes.some(({ from, to }) => to - from > 1)) return []
  const { x, y, width, height } = position.rect
  const circles = [
    ...changes.map(({ colour, from, to }) => ({ colour, radius: (from + to) / 2 })),
    { colour: last.colour, radius: Math.min(width, height) / 2 },
  ]
  return circles.reverse().flatMap(({ colour, radius }): Box[] => {
    const rect = { x: x + width / 2 - radius, y: y + height / 2 - radius, width: 2 * radius, height: 2 * radius }
    return colour === null
      ? []
      : [{ ...position, rect, fill: { type: 'colour', colour }, line: null, shape: { type: 'ellipse' } }]
  })
}

/** Returns a box for each single-colour gradient that fills only part of an element; the first gradient is on top. */
function patchesOf(style: CSSStyleDeclaration, position: BoxPosition, reader: StyleReader): Box[] {
  const images = style.backgroundImage.split(/,\s*(?=[a-z-]*gradient\(|url\(|none\b)/)
  const [sizes, positions] = [style.backgroundSize.split(', '), style.backgroundPosition.split(', ')]
  const { x, y, width, height } = position.rect
  const patches = images.flatMap((image, index): Box[] => {
    const fill = reader.gradient(image)
    const size = sizes[index % sizes.length] ?? 'auto'
    if (fill?.type !== 'colour' || size === 'auto') return []
    const [horizontal = '100%', vertical = 'auto'] = partsOf(size)
    const patchWidth = lengthIn(horizontal, width)
    const patchHeight = vertical === 'auto' ? height : lengthIn(vertical, height)
    const [left = '0%', top = '0%'] = partsOf(positions[index % positions.length] ?? '0% 0%')
    const rect = {
      x: x + lengthIn(left, width - patchWidth),
      y: y + lengthIn(top, height - patchHeight),
      width: patchWidth,
      height: patchHeight,
    }
    return [{ ...position, rect, fill, line: null, shape: { type: 'rect' } }]
  })
  return patches.reverse()
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

/** Returns a rule for each border of a box without a uniform frame. */
function rulesOf(edges: readonly (Edge | null)[], box: Rect): Box[] {
  const [top, right, bottom, left] = edges
  const rule = (edge: Edge | null | undefined, rect: Rect): Box[] => {
    if (!edge) return []
    const isSolid = edge.style === 'solid'
    return [
      {
        rect,
        fill: isSolid ? { type: 'colour', colour: edge.colour } : null,
        line: isSolid ? null : edge,
        shape: { type: 'rect' },
        rotation: 0,
        markedItem: null,
      },
    ]
  }
  return [
    ...rule(top, { ...box, height: top?.width ?? 0 }),
    ...rule(bottom, { ...box, y: box.y + box.height - (bottom?.width ?? 0), height: bottom?.width ?? 0 }),
    ...rule(left, { ...box, width: left?.width ?? 0 }),
    ...rule(right, { ...box, x: box.x + box.width - (right?.width ?? 0), width: right?.width ?? 0 }),
  ]
}

function shapeOf(style: CSSStyleDeclaration, { width, height }: Rect): BoxShape {
  if (style.clipPath !== 'none') return { type: 'path', path: style.clipPath }
  const radius = style.borderTopLeftRadius
  if (radius.endsWith('%') ? px(radius) >= 50 : px(radius) >= Math.min(width, height) / 2 && px(radius) > 0)
    return Math.abs(width - height) < 1 || radius.endsWith('%')
      ? { type: 'ellipse' }
      : { type: 'rounded', radius: Math.min(width, height) / 2 }
  return px(radius) > 0 ? { type: 'rounded', radius: px(radius) } : { type: 'rect' }
}

function px(value: string): number {
  return Number.parseFloat(value) || 0
}
