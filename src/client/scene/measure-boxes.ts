// Measures the background, boxes, rules and tables of each slide, so that a PowerPoint file can draw them as shapes.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { withHelpers } from '../with-helpers.ts'
import type { Box, BoxShape, Edge, GradientStop, GridCell, GridRow, Paint, Rect, Scene, TableGrid } from './scene.ts'

/** The shapes on a slide: its background, boxes, rules and tables. */
export type SlideShapes = Pick<Scene, 'background' | 'boxes' | 'tables'>

/** Measures the shapes on every slide of the print page shown. Runs in the page. */
export const measureBoxes = withHelpers(shapesOnPage, [
  shapesOnSlide,
  styleReader,
  splitList,
  gradientReader,
  addLayers,
  addElement,
  addPseudoElement,
  copyPseudoElement,
  addBox,
  addPatches,
  ringsOf,
  partsOf,
  lengthIn,
  addRules,
  stripsOf,
  gridOf,
  rowOf,
  cellOf,
  shapeOf,
  rotationOf,
  rectWithin,
  px,
])

function shapesOnPage(): SlideShapes[] {
  const read = styleReader()
  return [...document.querySelectorAll<HTMLElement>('section.page .slide')].map((slide) => shapesOnSlide(slide, read))
}

/** A measurement in progress: a slide, its list items, and the boxes found on it so far. */
interface SlideMeasurement {
  readonly slide: HTMLElement
  readonly items: readonly Element[]
  readonly boxes: Box[]
  readonly read: StyleReader
}

function shapesOnSlide(slide: HTMLElement, read: StyleReader): SlideShapes {
  const measurement: SlideMeasurement = { slide, items: [...slide.querySelectorAll('li')], boxes: [], read }
  const style = document.createElement('style')
  style.textContent = '[data-mark="::before"]::before,[data-mark="::after"]::after{content:none!important}'
  document.head.append(style)
  addLayers(measurement)
  style.remove()
  const tables = [...slide.querySelectorAll('table:not(.unseen)')]
    .filter((table) => table instanceof HTMLTableElement)
    .map((table) => gridOf(table, measurement))
  const background = read.paint(getComputedStyle(slide)) ?? { type: 'colour', colour: '#ffffff' }
  return { background, boxes: measurement.boxes, tables }
}

type StyleReader = ReturnType<typeof styleReader>

/** Reads colours, edges and fills from computed styles. */
function styleReader() {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  /** Returns a colour as `#rrggbb` or `#rrggbbaa`; null if it is transparent. */
  const colour = (css: string): string | null => {
    if (context === null) return null
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = '#000000'
    context.fillStyle = css
    context.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 255] = context.getImageData(0, 0, 1, 1).data
    if (a === 0) return null
    return `#${[r, g, b, ...(a < 255 ? [a] : [])].map((value) => value.toString(16).padStart(2, '0')).join('')}`
  }
  const edge = (style: CSSStyleDeclaration, side: 'Top' | 'Right' | 'Bottom' | 'Left'): Edge | null => {
    const width = px(style[`border${side}Width`])
    const kind = style[`border${side}Style`]
    const lineColour = colour(style[`border${side}Color`])
    if (width === 0 || kind === 'none' || kind === 'hidden' || lineColour === null) return null
    return { width, colour: lineColour, style: kind === 'dashed' || kind === 'dotted' ? kind : 'solid' }
  }
  /** Top, right, bottom, left. */
  const edges = (style: CSSStyleDeclaration) =>
    (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => edge(style, side))
  const gradient = gradientReader(colour)
  const paint = (style: CSSStyleDeclaration): Paint | null => {
    const gradientFill = gradient(style.backgroundImage)
    if (gradientFill !== null && style.backgroundSize === 'auto') return gradientFill
    const plainColour = colour(style.backgroundColor)
    return plainColour === null ? null : { type: 'colour', colour: plainColour }
  }
  return { colour, edge, edges, gradient, paint }
}

/** Splits a list at its commas, except those in parentheses. */
function splitList(css: string): string[] {
  return css.split(/,(?![^(]*\))/).map((part) => part.trim())
}

function gradientReader(colourOf: (css: string) => string | null) {
  /** Returns the stops in one part of a gradient: its colour at each position given, or at an unknown one. */
  const stopsIn = (part: string): { colour: string; at: number | null }[] => {
    const colour = colourOf(part.replace(/(?:\s+-?[\d.]+(?:%|px))+$/, '')) ?? '#00000000'
    const positions = [...part.matchAll(/\s(-?[\d.]+)(?:%|(?<=\s0)px)/g)].map(([, position]) => Number(position) / 100)
    return positions.length === 0 ? [{ colour, at: null }] : positions.map((at) => ({ colour, at }))
  }
  return (image: string): Paint | null => {
    const [, inside] = /^linear-gradient\(((?:[^()]|\([^()]*\))*)\)/.exec(image) ?? []
    if (inside === undefined) return null
    const parts = splitList(inside)
    const [first = ''] = parts
    const [, degrees] = /^(-?[\d.]+)deg$/.exec(first) ?? []
    const sides: Readonly<Record<string, number>> = { 'to top': 0, 'to right': 90, 'to bottom': 180, 'to left': 270 }
    const isAngle = degrees !== undefined || first in sides
    const angle = degrees === undefined ? (sides[first] ?? 180) : Number(degrees)
    const partStops = (isAngle ? parts.slice(1) : parts).flatMap(stopsIn)
    let lastPosition = 0
    const stops = partStops.map(({ colour, at }, index): GradientStop => {
      // A stop is never before the one that precedes it: "red 60%, blue 0" changes colour at once.
      lastPosition = Math.max(lastPosition, at ?? index / Math.max(1, partStops.length - 1))
      return { colour, at: lastPosition }
    })
    const firstStop = stops[0]
    if (firstStop === undefined) return null
    if (stops.every(({ colour }) => colour === firstStop.colour)) return { type: 'colour', colour: firstStop.colour }
    return { type: 'gradient', angle, stops }
  }
}

/** Adds everything in painting order, which is document order except where styles put something behind or in front. */
function addLayers(measurement: SlideMeasurement): void {
  const { slide, boxes } = measurement
  const layers: { readonly level: number; readonly boxes: readonly Box[] }[] = []
  const layer = (style: CSSStyleDeclaration, draw: () => void) => {
    const level =
      (style.position === 'absolute' ? 1000 : 0) + (Number(style.zIndex) || 0) * 10_000 + (Number(style.order) || 0)
    draw()
    layers.push({ level, boxes: boxes.splice(0) })
  }
  layer(getComputedStyle(slide, '::before'), () => addPseudoElement(measurement, slide, '::before'))
  for (const child of slide.children) layer(getComputedStyle(child), () => addElement(measurement, child))
  layer(getComputedStyle(slide, '::after'), () => addPseudoElement(measurement, slide, '::after'))
  boxes.push(...layers.sort((one, other) => one.level - other.level).flatMap((each) => each.boxes))
}

/** Adds the boxes of an element and its descendants; pictures, formulas and tables are measured elsewhere. */
function addElement(measurement: SlideMeasurement, element: Element): void {
  const style = getComputedStyle(element)
  const isHidden = style.visibility === 'hidden'
  if (style.display === 'none') return
  if (element.matches('.event-logo')) {
    const rect = rectWithin(measurement.slide, element.getBoundingClientRect())
    if (!isHidden) addBox(measurement, style, { rect, rotation: 0, markedItem: null })
    return
  }
  if (element.matches('.formula')) {
    if (isHidden) return
    addPseudoElement(measurement, element, '::before')
    addPseudoElement(measurement, element, '::after')
    return
  }
  if (element.matches('img, svg, .inline-formula, .katex, table')) return
  if (style.display !== 'inline' && style.display !== 'contents' && !isHidden) {
    const rotation = rotationOf(style)
    const box = element as HTMLElement
    const ownRotation = box.style.rotate
    if (rotation !== 0) box.style.rotate = '0deg'
    addBox(measurement, style, {
      rect: rectWithin(measurement.slide, element.getBoundingClientRect()),
      rotation,
      markedItem: null,
    })
    if (rotation !== 0) box.style.rotate = ownRotation
  }
  addPseudoElement(measurement, element, '::before')
  for (const child of element.children) addElement(measurement, child)
  addPseudoElement(measurement, element, '::after')
}

/** Adds the box of a pseudo-element, if it has a fill, border or background image. */
function addPseudoElement(measurement: SlideMeasurement, host: Element, pseudo: '::before' | '::after'): void {
  const { items, read, slide } = measurement
  const style = getComputedStyle(host, pseudo)
  if (style.content === 'none' || style.content === 'normal' || style.display === 'none') return
  const hasBorder = read.edges(style).some((edge) => edge !== null)
  if (read.paint(style) === null && !hasBorder && style.backgroundImage === 'none') return
  const copy = copyPseudoElement(style)
  const rotation = rotationOf(style) + (style.scale.startsWith('-') ? 180 : 0)
  const item = host.closest('li')
  host.setAttribute('data-mark', pseudo)
  if (pseudo === '::before') host.prepend(copy)
  else host.append(copy)
  const rect = rectWithin(slide, copy.getBoundingClientRect())
  const copyStyle = getComputedStyle(copy)
  const markedItem = pseudo === '::before' && item !== null ? items.indexOf(item) : null
  if (copyStyle.visibility !== 'hidden') addBox(measurement, copyStyle, { rect, rotation, markedItem })
  copy.remove()
  host.removeAttribute('data-mark')
}

/** Makes an element with the styles of a pseudo-element, which cannot be measured itself. */
function copyPseudoElement(style: CSSStyleDeclaration): HTMLElement {
  // These properties decide where a box is, how large it is and how it looks.
  const BOX_PROPERTIES =
    /^(?:display|position|float|clear|box-sizing|visibility|opacity|order|vertical-align|font-size|line-height|aspect-ratio|clip-path|(?:min-|max-)?(?:width|height)|top|right|bottom|left|(?:margin|padding|border|background|grid|flex|align|justify)-.*)$/
  const copy = document.createElement('lectern-mark')
  for (const name of style)
    if (BOX_PROPERTIES.test(name)) copy.style.setProperty(name, style.getPropertyValue(name), 'important')
  for (const name of ['rotate', 'scale', 'transform']) copy.style.setProperty(name, 'none', 'important')
  // Insets only place a copy that is positioned absolutely.
  if (style.position !== 'absolute')
    for (const name of ['inset-block', 'inset-inline']) copy.style.setProperty(name, 'auto', 'important')
  return copy
}

type BoxPlace = Pick<Box, 'rect' | 'rotation' | 'markedItem'>

/** Adds the boxes of an element with this style: its fill and frame, the patches of its background, its rules. */
function addBox(measurement: SlideMeasurement, style: CSSStyleDeclaration, place: BoxPlace): void {
  const { boxes, read } = measurement
  const { rect } = place
  if (rect.width < 0.1 && rect.height < 0.1) return
  const edges = read.edges(style)
  const [first] = edges
  const isFramed =
    first &&
    edges.every(
      (edge) => edge && edge.width === first.width && edge.colour === first.colour && edge.style === first.style,
    )
  const fill = read.paint(style)
  const line = isFramed ? first : null
  if (fill !== null || line !== null) {
    const half = line === null ? 0 : line.width / 2
    const innerRect = {
      x: rect.x + half,
      y: rect.y + half,
      width: rect.width - 2 * half,
      height: rect.height - 2 * half,
    }
    boxes.push(...stripsOf({ ...place, rect: innerRect, fill, line, shape: shapeOf(style, rect) }))
  }
  boxes.push(...ringsOf(style, place, read))
  addPatches(measurement, style, place)
  if (!isFramed) addRules(measurement, edges, rect)
}

/** Adds a box for each single-colour gradient that fills only part of an element; the first of them is on top. */
function addPatches({ boxes, read }: SlideMeasurement, style: CSSStyleDeclaration, place: BoxPlace): void {
  const images = style.backgroundImage.split(/,\s*(?=[a-z-]*gradient\(|url\(|none\b)/)
  const [sizes, places] = [style.backgroundSize.split(', '), style.backgroundPosition.split(', ')]
  const { x, y, width, height } = place.rect
  const patches = images.flatMap((image, index): Box[] => {
    const fill = read.gradient(image)
    const size = sizes[index % sizes.length] ?? 'auto'
    if (fill?.type !== 'colour' || size === 'auto') return []
    const [horizontal = '100%', vertical = 'auto'] = partsOf(size)
    const patchWidth = lengthIn(horizontal, width)
    const patchHeight = vertical === 'auto' ? height : lengthIn(vertical, height)
    const [left = '0%', top = '0%'] = partsOf(places[index % places.length] ?? '0% 0%')
    const rect = {
      x: x + lengthIn(left, width - patchWidth),
      y: y + lengthIn(top, height - patchHeight),
      width: patchWidth,
      height: patchHeight,
    }
    return [{ ...place, rect, fill, line: null, shape: { type: 'rect' } }]
  })
  boxes.push(...patches.reverse())
}

/** Divides a radial gradient of hard stops, such as rings, into circles of one colour each, the largest first. */
function ringsOf(style: CSSStyleDeclaration, place: BoxPlace, read: StyleReader): Box[] {
  const [, inside] = /^radial-gradient\(circle closest-side(?: at center)?, (.*)\)$/.exec(style.backgroundImage) ?? []
  if (inside === undefined) return []
  const stops = splitList(inside).flatMap((part) => {
    const colour = read.colour(part.replace(/(?:\s+-?[\d.]+px)+$/, ''))
    return [...part.matchAll(/\s(-?[\d.]+)px/g)].map(([, at]) => ({ colour, at: Number(at) }))
  })
  const changes = stops.slice(1).flatMap((stop, index) => {
    const before = stops[index] ?? stop
    return before.colour === stop.colour ? [] : [{ colour: before.colour, from: before.at, to: stop.at }]
  })
  const last = stops.at(-1)
  if (last === undefined || changes.some(({ from, to }) => to - from > 1)) return []
  const { x, y, width, height } = place.rect
  const circles = [
    ...changes.map(({ colour, from, to }) => ({ colour, radius: (from + to) / 2 })),
    { colour: last.colour, radius: Math.min(width, height) / 2 },
  ]
  return circles.reverse().flatMap(({ colour, radius }): Box[] => {
    const rect = { x: x + width / 2 - radius, y: y + height / 2 - radius, width: 2 * radius, height: 2 * radius }
    return colour === null
      ? []
      : [{ ...place, rect, fill: { type: 'colour', colour }, line: null, shape: { type: 'ellipse' } }]
  })
}

/** Returns the two parts of a size or position. */
function partsOf(css: string): string[] {
  return css.match(/calc\([^)]*\)|\S+/g) ?? []
}

/** Converts a computed CSS length, such as "18px", "50%" or "calc(100% - 30px)", to px. */
function lengthIn(css: string, whole: number): number {
  return [...css.matchAll(/([+-]?)\s*([\d.]+)(px|%)/g)].reduce(
    (sum, [, sign, number, unit]) =>
      sum + (sign === '-' ? -1 : 1) * (unit === '%' ? (Number(number) / 100) * whole : Number(number)),
    0,
  )
}

/** Adds a rule for each border of a box without a uniform frame. */
function addRules({ boxes }: SlideMeasurement, edges: readonly (Edge | null)[], box: Rect): void {
  const [top, right, bottom, left] = edges
  const rule = (edge: Edge | null | undefined, x: number, y: number, width: number, height: number) => {
    if (!edge) return
    const isSolid = edge.style === 'solid'
    boxes.push({
      rect: { x, y, width, height },
      fill: isSolid ? { type: 'colour', colour: edge.colour } : null,
      line: isSolid ? null : edge,
      shape: { type: 'rect' },
      rotation: 0,
      markedItem: null,
    })
  }
  rule(top, box.x, box.y, box.width, top?.width ?? 0)
  rule(bottom, box.x, box.y + box.height - (bottom?.width ?? 0), box.width, bottom?.width ?? 0)
  rule(left, box.x, box.y, left?.width ?? 0, box.height)
  rule(right, box.x + box.width - (right?.width ?? 0), box.y, right?.width ?? 0, box.height)
}

/** Divides a box with a gradient of hard stops into boxes of one colour each, which all programs draw alike. */
function stripsOf(box: Box): Box[] {
  const { fill, rect } = box
  if (fill?.type !== 'gradient' || fill.angle % 90 !== 0) return [box]
  const pairs = fill.stops.slice(1).map((stop, index) => [fill.stops[index] ?? stop, stop] as const)
  if (!pairs.every(([one, other]) => one.colour === other.colour || Math.abs(one.at - other.at) < 0.001)) return [box]
  const first = fill.stops[0]
  const last = fill.stops.at(-1)
  if (!first || !last) return [box]
  const ends = [[{ ...first, at: 0 }, first] as const, ...pairs, [last, { ...last, at: 1 }] as const]
  const angle = ((fill.angle % 360) + 360) % 360
  return ends
    .filter(([one, other]) => other.at - one.at > 0.001)
    .map(([one, other]) => {
      const [from, to] = angle === 180 || angle === 90 ? [one.at, other.at] : [1 - other.at, 1 - one.at]
      const strip =
        angle === 90 || angle === 270
          ? { ...rect, x: rect.x + from * rect.width, width: (to - from) * rect.width }
          : { ...rect, y: rect.y + from * rect.height, height: (to - from) * rect.height }
      return { ...box, rect: strip, fill: { type: 'colour', colour: one.colour } }
    })
}

function gridOf(table: HTMLTableElement, { slide, read }: SlideMeasurement): TableGrid {
  const rows = [...table.rows]
  const cellsOfLongestRow = rows.reduce(
    (longest, row) => (row.cells.length > longest.length ? [...row.cells] : longest),
    [] as HTMLTableCellElement[],
  )
  return {
    rect: rectWithin(slide, table.getBoundingClientRect()),
    columns: cellsOfLongestRow.map((cell) => cell.getBoundingClientRect().width),
    hasHeader: table.tHead !== null,
    hasRowHeads: table.querySelector('tbody th') !== null,
    rows: rows.map((row, index) =>
      rowOf(row, { table, isFirst: index === 0, isLast: index === rows.length - 1, read }),
    ),
  }
}

interface RowContext {
  readonly table: HTMLTableElement
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly read: StyleReader
}

function rowOf(row: HTMLTableRowElement, { table, isFirst, isLast, read }: RowContext): GridRow {
  const style = getComputedStyle(row)
  const tableStyle = getComputedStyle(table)
  const inherited = {
    fill: read.colour(style.backgroundColor),
    above: read.edge(style, 'Top') ?? (isFirst ? read.edge(tableStyle, 'Top') : null),
    below: read.edge(style, 'Bottom') ?? (isLast ? read.edge(tableStyle, 'Bottom') : null),
  }
  return {
    height: row.getBoundingClientRect().height,
    cells: [...row.cells].map((cell) => cellOf(cell, inherited, read)),
  }
}

/** Reads a cell. Where it has no fill or border, it gets that of its row or table. */
function cellOf(
  cell: HTMLTableCellElement,
  inherited: Pick<GridCell, 'fill' | 'above' | 'below'>,
  read: StyleReader,
): GridCell {
  const style = getComputedStyle(cell)
  const { verticalAlign } = style
  return {
    fill: read.colour(style.backgroundColor) ?? inherited.fill,
    padding: [px(style.paddingTop), px(style.paddingRight), px(style.paddingBottom), px(style.paddingLeft)],
    above: read.edge(style, 'Top') ?? inherited.above,
    below: read.edge(style, 'Bottom') ?? inherited.below,
    left: read.edge(style, 'Left'),
    right: read.edge(style, 'Right'),
    anchor: verticalAlign === 'middle' || verticalAlign === 'bottom' ? verticalAlign : 'top',
    span: cell.colSpan,
  }
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

/** Returns the rotation in degrees, clockwise. */
function rotationOf({ rotate, transform }: CSSStyleDeclaration): number {
  if (rotate !== 'none' && rotate !== '') return px(rotate)
  const [, a, b] = /^matrix\(([-\d.e]+), ([-\d.e]+)/.exec(transform) ?? []
  return a === undefined || b === undefined ? 0 : (Math.atan2(Number(b), Number(a)) * 180) / Math.PI
}

function rectWithin(slide: HTMLElement, { left, top, width, height }: DOMRect): Rect {
  const frame = slide.getBoundingClientRect()
  return { x: left - frame.left, y: top - frame.top, width, height }
}

function px(value: string): number {
  return Number.parseFloat(value) || 0
}
