// Samples the colours of a drawing, to find the colours behind the text of a slide.

import { converter, formatHex } from 'culori'
import { decode } from 'fast-png'
import type { Element } from 'xast'
import type { Box } from './template-layouts.ts'

/** Red, green, blue and opacity, from 0 to 1. */
type Rgba = readonly [number, number, number, number]

/** Returns the colour of a layer at a point given in px; null if the layer paints nothing there. */
type PaintLayer = (x: number, y: number) => Rgba | null

/** The numbers of columns and rows in the grid of points that is sampled in a box. */
const COLUMNS = 48
const ROWS = 24

/**
 * Returns a function that lists the colours of a drawing in a box, as `#rrggbb`: one for each point of a grid, row by
 * row. Pictures in formats other than PNG are skipped.
 */
export function colourSampler(elements: readonly Element[], background: string): (box: Box) => readonly string[] {
  const layers = layersOf(elements)
  const [red, green, blue] = rgbaOf(background, 1)
  return (box) =>
    Array.from({ length: COLUMNS * ROWS }, (_, index) => {
      const x = box.x + (((index % COLUMNS) + 0.5) / COLUMNS) * box.width
      const y = box.y + ((Math.floor(index / COLUMNS) + 0.5) / ROWS) * box.height
      const [r, g, b] = layers.reduce<Rgba>((under, layer) => paintOver(under, layer(x, y)), [red, green, blue, 1])
      return formatHex({ mode: 'rgb', r, g, b })
    })
}

function paintOver(under: Rgba, paint: Rgba | null): Rgba {
  if (paint === null) return under
  const [r, g, b, alpha] = paint
  const mix = (one: number, other: number) => one * alpha + other * (1 - alpha)
  return [mix(r, under[0]), mix(g, under[1]), mix(b, under[2]), 1]
}

const toRgb = converter('rgb')

function rgbaOf(colour: string, alpha: number): Rgba {
  const { r, g, b } = toRgb(colour) ?? { r: 1, g: 1, b: 1 }
  return [r, g, b, alpha]
}

function layersOf(elements: readonly Element[]): readonly PaintLayer[] {
  const gradient = elements.find(({ name }) => name === 'linearGradient')
  return elements.flatMap((element): readonly PaintLayer[] => {
    const { attributes, name } = element
    if (name === 'svg') return imageLayers(element)
    const fill = attributes.fill ?? 'none'
    const contains = hitTestFor(element)
    if (contains === null || fill === 'none') return []
    const paint = fill.startsWith('url(') ? gradientLayer(gradient, boxIn(element)) : null
    const solidColour = rgbaOf(fill, Number(attributes['fill-opacity'] ?? 1))
    const [angle = 0, centreX = 0, centreY = 0] = numbersIn(attributes.transform)
    const rotation = (-angle * Math.PI) / 180
    return [
      (x, y) => {
        const [dx, dy] = [x - centreX, y - centreY]
        const [rotatedX, rotatedY] = [
          centreX + dx * Math.cos(rotation) - dy * Math.sin(rotation),
          centreY + dx * Math.sin(rotation) + dy * Math.cos(rotation),
        ]
        return contains(rotatedX, rotatedY) ? (paint?.(rotatedX, rotatedY) ?? solidColour) : null
      },
    ]
  })
}

function numbersIn(text: string | null | undefined): readonly number[] {
  return Array.from((text ?? '').matchAll(/-?\d+(?:\.\d+)?/g), ([number]) => Number(number))
}

function boxIn({ attributes }: Element): Box {
  const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
    Number(attributes[name] ?? 0),
  )
  return { x, y, width, height }
}

/**
 * Returns a function that tests whether a point is inside an element; curves count as straight lines between their
 * points. Null for an element without area.
 */
function hitTestFor(element: Element): ((x: number, y: number) => boolean) | null {
  const { attributes, name } = element
  if (name === 'rect') {
    const box = boxIn(element)
    return (x, y) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height
  }
  if (name === 'ellipse') {
    const [cx = 0, cy = 0, rx = 1, ry = 1] = ['cx', 'cy', 'rx', 'ry'].map((key) => Number(attributes[key]))
    return (x, y) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1
  }
  if (name !== 'polygon' && name !== 'path') return null
  const rings = (attributes.points ?? attributes.d ?? '').split('M').map((ring) => {
    const numbers = numbersIn(ring)
    return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => [
      numbers[2 * index] ?? 0,
      numbers[2 * index + 1] ?? 0,
    ])
  })
  return (x, y) => rings.filter((ring) => isInsideRing(x, y, ring)).length % 2 === 1
}

function isInsideRing(x: number, y: number, ring: readonly (readonly number[])[]): boolean {
  const crossings = ring.filter(([toX = 0, toY = 0], index) => {
    const [fromX = 0, fromY = 0] = ring.at(index - 1) ?? []
    return fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)
  })
  return crossings.length % 2 === 1
}

function gradientLayer(gradient: Element | undefined, box: Box): PaintLayer {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 1] = ['x1', 'y1', 'x2', 'y2'].map((name) => Number(gradient?.attributes[name]))
  const stops = (gradient?.children ?? []).flatMap((child) =>
    child.type === 'element'
      ? [
          {
            offset: Number(child.attributes.offset),
            paint: rgbaOf(child.attributes['stop-color'] ?? '#ffffff', Number(child.attributes['stop-opacity'] ?? 1)),
          },
        ]
      : [],
  )
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1
  return (x, y) => {
    const [u, v] = [(x - box.x) / box.width - x1, (y - box.y) / box.height - y1]
    const offset = (u * (x2 - x1) + v * (y2 - y1)) / length
    const next = stops.find((stop) => stop.offset >= offset) ?? stops.at(-1)
    const previous = stops.findLast((stop) => stop.offset <= offset) ?? stops[0]
    if (next === undefined || previous === undefined) return null
    const fraction = next.offset === previous.offset ? 0 : (offset - previous.offset) / (next.offset - previous.offset)
    const [r = 0, g = 0, b = 0, a = 1] = previous.paint.map(
      (channel, index) => channel + ((next.paint[index] ?? channel) - channel) * fraction,
    )
    return [r, g, b, a]
  }
}

/** Pictures with more pixels than this are not decoded. */
const MAX_PIXELS = 40_000_000

/** Makes a layer from a cropped PNG; none if the picture has another format, is too large or is damaged. */
function imageLayers(frame: Element): readonly PaintLayer[] {
  const [image] = frame.children.filter((child) => child.type === 'element')
  const prefix = 'data:image/png;base64,'
  const href = image?.attributes.href ?? ''
  if (image === undefined || !href.startsWith(prefix)) return []
  const bytes = Buffer.from(href.slice(prefix.length), 'base64')
  if (bytes.length < 24 || bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > MAX_PIXELS) return []
  const pixel = pixelLayer(bytes)
  if (pixel === null) return []
  const [box, inner] = [boxIn(frame), boxIn(image)]
  return [
    (x, y) =>
      x < box.x || x >= box.x + box.width || y < box.y || y >= box.y + box.height
        ? null
        : pixel((x - box.x - inner.x) / inner.width, (y - box.y - inner.y) / inner.height),
  ]
}

/**
 * Makes a layer from a PNG; null if the picture is damaged. Its coordinates are fractions of the picture's width and
 * height.
 */
function pixelLayer(bytes: Buffer): PaintLayer | null {
  try {
    const { width, height, data, channels, depth, palette } = decode(bytes)
    if (depth !== 8 && depth !== 16) return null
    const maxValue = 2 ** depth - 1
    return (u, v) => {
      const [column, row] = [Math.floor(u * width), Math.floor(v * height)]
      if (column < 0 || row < 0 || column >= width || row >= height) return null
      const values = data.subarray((row * width + column) * channels, (row * width + column + 1) * channels)
      const [one = 0, two = maxValue, three = 0, four = maxValue] = palette?.[values[0] ?? 0] ?? values
      const [r, g, b, a] = palette || channels >= 3 ? [one, two, three, four] : [one, one, one, two]
      return [r / maxValue, g / maxValue, b / maxValue, a / maxValue]
    }
  } catch {
    return null
  }
}
