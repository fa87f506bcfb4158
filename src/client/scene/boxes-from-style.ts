// Turns the computed style of an element into boxes that PowerPoint can draw.

/// <reference lib="dom" />
import { pageFunctionWithTools } from '../page-function.ts'
import { boxesFromLayers } from './boxes-from-layers.ts'
import type { Box, BoxPosition, BoxShape, Edge, Rect } from './scene.ts'
import type { StyleReader } from './style-reader.ts'

const TOOLS = { boxesFromLayers }

/** Lists the boxes of an element with this style, back to front. Runs in the page. */
export const boxesFromStyle = pageFunctionWithTools(TOOLS, boxesOf, [stripsOf, rulesOf, shapeOf, px])

/** Returns the fill and frame of an element, the layers of its background, and its rules, back to front. */
function boxesOf(
  { boxesFromLayers }: typeof TOOLS,
  style: CSSStyleDeclaration,
  position: BoxPosition,
  reader: StyleReader,
): Box[] {
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
    ...boxesFromLayers(style, position, reader),
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
