// Measures the background, boxes, rules and tables of each slide, so that a PowerPoint file can draw them as shapes.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { withHelpers } from '../with-helpers.ts'
import type { Box, BoxForm, Edge, GridCell, GridRow, Paint, Rect, Scene, Stop, TableGrid } from './scene.ts'

/** The shapes on a slide: its background, boxes, rules and tables. */
export type SlideDrawing = Pick<Scene, 'ground' | 'boxes' | 'tables'>

/** Measures the shapes on every slide of the print page shown. Runs in the page. */
export const measureBoxes = withHelpers(drawingsOnPage, [
  drawingOf,
  styleReader,
  parted,
  gradientReader,
  addLayers,
  addElement,
  addMark,
  copyOfMark,
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
  formOf,
  turnOf,
  rectWithin,
  px,
])

function drawingsOnPage(): SlideDrawing[] {
  const read = styleReader()
  return [...document.querySelectorAll<HTMLElement>('section.page .slide')].map((slide) => drawingOf(slide, read))
}

/** A slide being measured, and the boxes found on it so far. */
interface MeasuredSlide {
  readonly slide: HTMLElement
  readonly items: readonly Element[]
  readonly boxes: Box[]
  readonly read: StyleReader
}

function drawingOf(slide: HTMLElement, read: StyleReader): SlideDrawing {
  const measured: MeasuredSlide = { slide, items: [...slide.querySelectorAll('li')], boxes: [], read }
  const rules = document.createElement('style')
  rules.textContent = '[data-mark="::before"]::before,[data-mark="::after"]::after{content:none!important}'
  document.head.append(rules)
  addLayers(measured)
  rules.remove()
  const tables = [...slide.querySelectorAll('table:not(.unseen)')]
    .filter((table) => table instanceof HTMLTableElement)
    .map((table) => gridOf(table, measured))
  const ground = read.paint(getComputedStyle(slide)) ?? { type: 'colour', colour: '#ffffff' }
  return { ground, boxes: measured.boxes, tables }
}

type StyleReader = ReturnType<typeof styleReader>

/** Reads colours, edges and fills from computed styles. */
function styleReader() {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  /** Null if it is transparent. */
  const colour = (css: string): string | null => {
    if (pen === null) return null
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = '#000000'
    pen.fillStyle = css
    pen.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 255] = pen.getImageData(0, 0, 1, 1).data
    if (a === 0) return null
    return `#${[r, g, b, ...(a < 255 ? [a] : [])].map((value) => value.toString(16).padStart(2, '0')).join('')}`
  }
  const edge = (style: CSSStyleDeclaration, side: 'Top' | 'Right' | 'Bottom' | 'Left'): Edge | null => {
    const width = px(style[`border${side}Width`])
    const kind = style[`border${side}Style`]
    const drawn = colour(style[`border${side}Color`])
    if (width === 0 || kind === 'none' || kind === 'hidden' || drawn === null) return null
    return { width, colour: drawn, style: kind === 'dashed' || kind === 'dotted' ? kind : 'solid' }
  }
  /** Top, right, bottom, left. */
  const edges = (style: CSSStyleDeclaration) =>
    (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => edge(style, side))
  const gradient = gradientReader(colour)
  const paint = (style: CSSStyleDeclaration): Paint | null => {
    const filled = gradient(style.backgroundImage)
    if (filled !== null && style.backgroundSize === 'auto') return filled
    const plain = colour(style.backgroundColor)
    return plain === null ? null : { type: 'colour', colour: plain }
  }
  return { colour, edge, edges, gradient, paint }
}

/** Splits a list at its commas, except those in parentheses. */
function parted(css: string): string[] {
  return css.split(/,(?![^(]*\))/).map((part) => part.trim())
}

function gradientReader(colourOf: (css: string) => string | null) {
  /** Returns the stops in one part of a gradient: its colour at each position given, or at an unknown one. */
  const stopsIn = (part: string): { colour: string; at: number | null }[] => {
    const colour = colourOf(part.replace(/(?:\s+-?[\d.]+(?:%|px))+$/, '')) ?? '#00000000'
    const places = [...part.matchAll(/\s(-?[\d.]+)(?:%|(?<=\s0)px)/g)].map(([, place]) => Number(place) / 100)
    return places.length === 0 ? [{ colour, at: null }] : places.map((at) => ({ colour, at }))
  }
  return (image: string): Paint | null => {
    const [, inside] = /^linear-gradient\(((?:[^()]|\([^()]*\))*)\)/.exec(image) ?? []
    if (inside === undefined) return null
    const parts = parted(inside)
    const [first = ''] = parts
    const [, degrees] = /^(-?[\d.]+)deg$/.exec(first) ?? []
    const sides: Readonly<Record<string, number>> = { 'to top': 0, 'to right': 90, 'to bottom': 180, 'to left': 270 }
    const isAngle = degrees !== undefined || first in sides
    const angle = degrees === undefined ? (sides[first] ?? 180) : Number(degrees)
    const named = (isAngle ? parts.slice(1) : parts).flatMap(stopsIn)
    let least = 0
    const stops = named.map(({ colour, at }, index): Stop => {
      // A stop is never before the one that precedes it: "red 60%, blue 0" changes colour at once.
      least = Math.max(least, at ?? index / Math.max(1, named.length - 1))
      return { colour, at: least }
    })
    const one = stops[0]
    if (one === undefined) return null
    if (stops.every(({ colour }) => colour === one.colour)) return { type: 'colour', colour: one.colour }
    return { type: 'gradient', angle, stops }
  }
}

/** Adds everything in painting order, which is document order except where styles put something behind or in front. */
function addLayers(measured: MeasuredSlide): void {
  const { slide, boxes } = measured
  const layers: { readonly level: number; readonly boxes: readonly Box[] }[] = []
  const layer = (style: CSSStyleDeclaration, draw: () => void) => {
    const level =
      (style.position === 'absolute' ? 1000 : 0) + (Number(style.zIndex) || 0) * 10_000 + (Number(style.order) || 0)
    draw()
    layers.push({ level, boxes: boxes.splice(0) })
  }
  layer(getComputedStyle(slide, '::before'), () => addMark(measured, slide, '::before'))
  for (const child of slide.children) layer(getComputedStyle(child), () => addElement(measured, child))
  layer(getComputedStyle(slide, '::after'), () => addMark(measured, slide, '::after'))
  boxes.push(...layers.sort((one, other) => one.level - other.level).flatMap((each) => each.boxes))
}

/** Adds the boxes of an element and its descendants; pictures, formulas and tables are measured elsewhere. */
function addElement(measured: MeasuredSlide, element: Element): void {
  const style = getComputedStyle(element)
  const isHidden = style.visibility === 'hidden'
  if (style.display === 'none') return
  if (element.matches('.event-logo')) {
    const rect = rectWithin(measured.slide, element.getBoundingClientRect())
    if (!isHidden) addBox(measured, style, { rect, turn: 0, marks: null })
    return
  }
  if (element.matches('.formula')) {
    if (isHidden) return
    addMark(measured, element, '::before')
    addMark(measured, element, '::after')
    return
  }
  if (element.matches('img, svg, .inline-formula, .katex, table')) return
  if (style.display !== 'inline' && style.display !== 'contents' && !isHidden) {
    const turn = turnOf(style)
    const box = element as HTMLElement
    const own = box.style.rotate
    if (turn !== 0) box.style.rotate = '0deg'
    addBox(measured, style, { rect: rectWithin(measured.slide, element.getBoundingClientRect()), turn, marks: null })
    if (turn !== 0) box.style.rotate = own
  }
  addMark(measured, element, '::before')
  for (const child of element.children) addElement(measured, child)
  addMark(measured, element, '::after')
}

/** Adds the box of a pseudo-element, if it has a fill, border or background image. */
function addMark(measured: MeasuredSlide, host: Element, which: '::before' | '::after'): void {
  const { items, read, slide } = measured
  const style = getComputedStyle(host, which)
  if (style.content === 'none' || style.content === 'normal' || style.display === 'none') return
  const isEdged = read.edges(style).some((edge) => edge !== null)
  if (read.paint(style) === null && !isEdged && style.backgroundImage === 'none') return
  const copy = copyOfMark(style)
  const turn = turnOf(style) + (style.scale.startsWith('-') ? 180 : 0)
  const item = host.closest('li')
  host.setAttribute('data-mark', which)
  if (which === '::before') host.prepend(copy)
  else host.append(copy)
  const rect = rectWithin(slide, copy.getBoundingClientRect())
  const own = getComputedStyle(copy)
  const marks = which === '::before' && item !== null ? items.indexOf(item) : null
  if (own.visibility !== 'hidden') addBox(measured, own, { rect, turn, marks })
  copy.remove()
  host.removeAttribute('data-mark')
}

/** Makes an element with the styles of a pseudo-element, whose own box cannot be measured. */
function copyOfMark(style: CSSStyleDeclaration): HTMLElement {
  // These properties decide where a box is, how large it is and how it looks.
  const PLACED =
    /^(?:display|position|float|clear|box-sizing|visibility|opacity|order|vertical-align|font-size|line-height|aspect-ratio|clip-path|(?:min-|max-)?(?:width|height)|top|right|bottom|left|(?:margin|padding|border|background|grid|flex|align|justify)-.*)$/
  const copy = document.createElement('lectern-mark')
  for (const name of style)
    if (PLACED.test(name)) copy.style.setProperty(name, style.getPropertyValue(name), 'important')
  for (const name of ['rotate', 'scale', 'transform']) copy.style.setProperty(name, 'none', 'important')
  // Insets only place a copy that is positioned absolutely.
  if (style.position !== 'absolute')
    for (const name of ['inset-block', 'inset-inline']) copy.style.setProperty(name, 'auto', 'important')
  return copy
}

type BoxPlace = Pick<Box, 'rect' | 'turn' | 'marks'>

/** Adds the boxes of an element with this style: its fill and frame, a patch of its background, its rules. */
function addBox(measured: MeasuredSlide, style: CSSStyleDeclaration, place: BoxPlace): void {
  const { boxes, read } = measured
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
    const inner = { x: rect.x + half, y: rect.y + half, width: rect.width - 2 * half, height: rect.height - 2 * half }
    boxes.push(...stripsOf({ ...place, rect: inner, fill, line, form: formOf(style, rect) }))
  }
  boxes.push(...ringsOf(style, place, read))
  addPatches(measured, style, place)
  if (!isFramed) addRules(measured, edges, rect)
}

/** Adds a box for each single-colour gradient that fills only part of an element; the first of them is on top. */
function addPatches({ boxes, read }: MeasuredSlide, style: CSSStyleDeclaration, place: BoxPlace): void {
  const images = style.backgroundImage.split(/,\s*(?=[a-z-]*gradient\(|url\(|none\b)/)
  const [sizes, places] = [style.backgroundSize.split(', '), style.backgroundPosition.split(', ')]
  const { x, y, width, height } = place.rect
  const patches = images.flatMap((image, index): Box[] => {
    const fill = read.gradient(image)
    const size = sizes[index % sizes.length] ?? 'auto'
    if (fill?.type !== 'colour' || size === 'auto') return []
    const [across = '100%', down = 'auto'] = partsOf(size)
    const [wide, high] = [lengthIn(across, width), down === 'auto' ? height : lengthIn(down, height)]
    const [left = '0%', top = '0%'] = partsOf(places[index % places.length] ?? '0% 0%')
    const rect = { x: x + lengthIn(left, width - wide), y: y + lengthIn(top, height - high), width: wide, height: high }
    return [{ ...place, rect, fill, line: null, form: { type: 'rect' } }]
  })
  boxes.push(...patches.reverse())
}

/** Divides a radial gradient of hard stops, such as rings, into circles of one colour each, the largest first. */
function ringsOf(style: CSSStyleDeclaration, place: BoxPlace, read: StyleReader): Box[] {
  const [, inside] = /^radial-gradient\(circle closest-side(?: at center)?, (.*)\)$/.exec(style.backgroundImage) ?? []
  if (inside === undefined) return []
  const stops = parted(inside).flatMap((part) => {
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
      : [{ ...place, rect, fill: { type: 'colour', colour }, line: null, form: { type: 'ellipse' } }]
  })
}

/** The two parts of a size or position. */
function partsOf(css: string): string[] {
  return css.match(/calc\([^)]*\)|\S+/g) ?? []
}

/** A length as CSS computes it, in px: "18px", "50%", "calc(100% - 30px)". */
function lengthIn(css: string, whole: number): number {
  return [...css.matchAll(/([+-]?)\s*([\d.]+)(px|%)/g)].reduce(
    (sum, [, sign, number, unit]) =>
      sum + (sign === '-' ? -1 : 1) * (unit === '%' ? (Number(number) / 100) * whole : Number(number)),
    0,
  )
}

/** Adds each border of a box that has no uniform frame as a rule. */
function addRules({ boxes }: MeasuredSlide, edges: readonly (Edge | null)[], box: Rect): void {
  const [above, end, below, start] = edges
  const rule = (edge: Edge | null | undefined, x: number, y: number, width: number, height: number) => {
    if (!edge) return
    const isSolid = edge.style === 'solid'
    boxes.push({
      rect: { x, y, width, height },
      fill: isSolid ? { type: 'colour', colour: edge.colour } : null,
      line: isSolid ? null : edge,
      form: { type: 'rect' },
      turn: 0,
      marks: null,
    })
  }
  rule(above, box.x, box.y, box.width, above?.width ?? 0)
  rule(below, box.x, box.y + box.height - (below?.width ?? 0), box.width, below?.width ?? 0)
  rule(start, box.x, box.y, start?.width ?? 0, box.height)
  rule(end, box.x + box.width - (end?.width ?? 0), box.y, end?.width ?? 0, box.height)
}

/** Divides a box with a gradient of hard stops into boxes of one colour each, which every program draws alike. */
function stripsOf(box: Box): Box[] {
  const { fill, rect } = box
  if (fill?.type !== 'gradient' || fill.angle % 90 !== 0) return [box]
  const pairs = fill.stops.slice(1).map((stop, index) => [fill.stops[index] ?? stop, stop] as const)
  if (!pairs.every(([one, other]) => one.colour === other.colour || Math.abs(one.at - other.at) < 0.001)) return [box]
  const first = fill.stops[0]
  const last = fill.stops.at(-1)
  if (!first || !last) return [box]
  const ends = [[{ ...first, at: 0 }, first] as const, ...pairs, [last, { ...last, at: 1 }] as const]
  const turn = ((fill.angle % 360) + 360) % 360
  return ends
    .filter(([one, other]) => other.at - one.at > 0.001)
    .map(([one, other]) => {
      const [from, to] = turn === 180 || turn === 90 ? [one.at, other.at] : [1 - other.at, 1 - one.at]
      const strip =
        turn === 90 || turn === 270
          ? { ...rect, x: rect.x + from * rect.width, width: (to - from) * rect.width }
          : { ...rect, y: rect.y + from * rect.height, height: (to - from) * rect.height }
      return { ...box, rect: strip, fill: { type: 'colour', colour: one.colour } }
    })
}

function gridOf(table: HTMLTableElement, { slide, read }: MeasuredSlide): TableGrid {
  const rows = [...table.rows]
  const longest = rows.reduce(
    (most, row) => (row.cells.length > most.length ? [...row.cells] : most),
    [] as HTMLTableCellElement[],
  )
  return {
    rect: rectWithin(slide, table.getBoundingClientRect()),
    columns: longest.map((cell) => cell.getBoundingClientRect().width),
    hasHeader: table.tHead !== null,
    hasRowHeads: table.querySelector('tbody th') !== null,
    rows: rows.map((row, index) =>
      rowOf(row, { table, isFirst: index === 0, isLast: index === rows.length - 1, read }),
    ),
  }
}

interface RowPlace {
  readonly table: HTMLTableElement
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly read: StyleReader
}

function rowOf(row: HTMLTableRowElement, { table, isFirst, isLast, read }: RowPlace): GridRow {
  const style = getComputedStyle(row)
  const around = getComputedStyle(table)
  const outer = {
    fill: read.colour(style.backgroundColor),
    above: read.edge(style, 'Top') ?? (isFirst ? read.edge(around, 'Top') : null),
    below: read.edge(style, 'Bottom') ?? (isLast ? read.edge(around, 'Bottom') : null),
  }
  return {
    height: row.getBoundingClientRect().height,
    cells: [...row.cells].map((cell) => cellOf(cell, outer, read)),
  }
}

/** Reads a cell. Where it has no fill or border, it gets that of its row or table. */
function cellOf(
  cell: HTMLTableCellElement,
  outer: Pick<GridCell, 'fill' | 'above' | 'below'>,
  read: StyleReader,
): GridCell {
  const style = getComputedStyle(cell)
  const { verticalAlign } = style
  return {
    fill: read.colour(style.backgroundColor) ?? outer.fill,
    padding: [px(style.paddingTop), px(style.paddingRight), px(style.paddingBottom), px(style.paddingLeft)],
    above: read.edge(style, 'Top') ?? outer.above,
    below: read.edge(style, 'Bottom') ?? outer.below,
    left: read.edge(style, 'Left'),
    right: read.edge(style, 'Right'),
    anchor: verticalAlign === 'middle' || verticalAlign === 'bottom' ? verticalAlign : 'top',
    span: cell.colSpan,
  }
}

function formOf(style: CSSStyleDeclaration, { width, height }: Rect): BoxForm {
  if (style.clipPath !== 'none') return { type: 'path', path: style.clipPath }
  const radius = style.borderTopLeftRadius
  if (radius.endsWith('%') ? px(radius) >= 50 : px(radius) >= Math.min(width, height) / 2 && px(radius) > 0)
    return Math.abs(width - height) < 1 || radius.endsWith('%')
      ? { type: 'ellipse' }
      : { type: 'rounded', radius: Math.min(width, height) / 2 }
  return px(radius) > 0 ? { type: 'rounded', radius: px(radius) } : { type: 'rect' }
}

/** Returns the rotation in degrees, clockwise. */
function turnOf({ rotate, transform }: CSSStyleDeclaration): number {
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
