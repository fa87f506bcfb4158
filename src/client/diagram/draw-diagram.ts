/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { withHelpers } from '../with-helpers.ts'

/** The diagram to draw. */
export interface Order {
  readonly source: string
  /** From a colour that Mermaid was given, as `rgb(1, 2, 3)`, to the slide's custom property that replaces it. */
  readonly colours: Readonly<Record<string, string>>
}

/** One shape or line of text, in painting order. */
export interface Shape {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its text; empty for a shape. */
  readonly text: string
}

/** A drawing as a flat list of shapes, without styles, ids, references or scripts. */
export interface Drawn {
  readonly shapes: readonly Shape[]
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** The smallest font size in it, in CSS px. */
  readonly smallest: number
  /** The accessible title and description that the source gives. */
  readonly title: string
  readonly description: string
}

interface Library {
  render(id: string, source: string): Promise<{ readonly svg: string }>
}

interface Run {
  text: string
  readonly style: CSSStyleDeclaration
  readonly holder: Element
  readonly top: number
  readonly bottom: number
  readonly left: number
  right: number
}

interface Line {
  readonly text: string
  readonly style: CSSStyleDeclaration
  readonly holder: Element
  readonly x: number
  readonly y: number
  readonly turn: Readonly<Record<string, string>>
}

/**
 * Draws a Mermaid diagram and flattens the drawing into shapes with plain attributes. Runs in the page, where `mermaid` is loaded
 * and set up.
 */
export const drawDiagram = withHelpers(draw, [
  rounded,
  roundedIn,
  ascentOf,
  hex,
  isClear,
  isChosen,
  opacityOf,
  transformOf,
  geometryOf,
  inkOn,
  runsIn,
])

async function draw({ source, colours }: Order): Promise<Drawn | { readonly fault: string }> {
  const LEAVES = 'rect, path, circle, ellipse, line, polyline, polygon, text, foreignObject'
  const UNSEEN = 'defs, marker, symbol, clipPath, mask, pattern, .today'
  const PADDING = 10
  const shapes: Shape[] = []
  const words: Shape[] = []
  const sizes: number[] = []
  // The same source must draw the same: layouts that use random numbers get the same ones each time.
  let seed = 1
  Math.random = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const host = document.createElement('div')
  host.style.cssText = 'position:absolute;inset:0 auto auto 0;width:1400px;text-rendering:geometricPrecision'
  document.body.replaceChildren(host)
  try {
    const { mermaid } = globalThis as unknown as { readonly mermaid: Library }
    host.innerHTML = (await mermaid.render('diagram', source)).svg
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
  const root = host.querySelector('svg')
  if (root === null) return { fault: '' }
  const view = root.viewBox.baseVal
  if (view !== null && view.width > 0) {
    root.setAttribute('width', String(view.width))
    root.setAttribute('height', String(view.height))
  }
  root.style.maxWidth = 'none'
  const toRoot = root.getScreenCTM()?.inverse()
  if (toRoot === undefined) return { fault: '' }
  // The visible area, in screen coordinates. A line may extend far beyond the picture's edge.
  const edge = view !== null && view.width > 0 ? root.getBoundingClientRect() : null
  const seen = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  const include = (box: DOMRect): void => {
    seen.left = Math.min(seen.left, Math.max(box.left, edge?.left ?? -Infinity))
    seen.top = Math.min(seen.top, Math.max(box.top, edge?.top ?? -Infinity))
    seen.right = Math.max(seen.right, Math.min(box.right, edge?.right ?? Infinity))
    seen.bottom = Math.max(seen.bottom, Math.min(box.bottom, edge?.bottom ?? Infinity))
  }
  const paint = (element: Element, property: 'fill' | 'stroke', usual: string): string => {
    const colour = getComputedStyle(element)[property]
    if (isClear(colour)) return 'none'
    const known = colours[colour]
    if (known !== undefined) return `var(--${known})`
    return isChosen(element, property) && colour.startsWith('rgb') ? hex(colour) : `var(--${usual})`
  }
  const matrixOf = (element: SVGGraphicsElement): DOMMatrix | null => {
    const own = element.getScreenCTM()
    return own === null ? null : toRoot.multiply(own)
  }
  /** A line that extends beyond the picture ends at its edge. */
  const within = (element: Element, geometry: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
    if (element.localName !== 'line' || view === null || view.height === 0) return geometry
    const clamped = (value: string | undefined) =>
      rounded(Math.max(view.y, Math.min(view.y + view.height, Number(value ?? 0))))
    return { ...geometry, y1: clamped(geometry.y1), y2: clamped(geometry.y2) }
  }
  const paintOf = (element: Element, usual: { readonly fill: string; readonly stroke: string }) => {
    const style = getComputedStyle(element)
    const fill = paint(element, 'fill', usual.fill)
    const width = Number.parseFloat(style.strokeWidth)
    const stroke = width > 0 ? paint(element, 'stroke', usual.stroke) : 'none'
    const opacity = opacityOf(element)
    const fillOpacity = Number(style.fillOpacity)
    const attributes: Record<string, string> = { fill }
    if (fill !== 'none' && fillOpacity < 1) attributes['fill-opacity'] = rounded(fillOpacity)
    if (stroke !== 'none') {
      attributes.stroke = stroke
      if (Number(style.strokeOpacity) < 1) attributes['stroke-opacity'] = rounded(Number(style.strokeOpacity))
      attributes['stroke-width'] = rounded(width)
      if (/[1-9]/.test(style.strokeDasharray))
        attributes['stroke-dasharray'] = roundedIn(style.strokeDasharray.replaceAll('px', '').replaceAll(',', ''))
      if (style.strokeLinecap !== 'butt') attributes['stroke-linecap'] = style.strokeLinecap
      if (style.strokeLinejoin !== 'miter') attributes['stroke-linejoin'] = style.strokeLinejoin
    }
    if (opacity < 1) attributes.opacity = rounded(opacity)
    return attributes
  }
  const isSeen = (element: Element) => {
    const { display, visibility } = getComputedStyle(element)
    return display !== 'none' && visibility !== 'hidden' && opacityOf(element) > 0.02
  }
  /**
   * Draws the arrowhead or other marker at an end of a line as a shape of its own, so that the drawing contains no references.
   */
  const addMark = (path: SVGGeometryElement, end: 'start' | 'end'): void => {
    const style = getComputedStyle(path)
    const [, id = ''] = /#([^"')]+)/.exec(end === 'start' ? style.markerStart : style.markerEnd) ?? []
    const marker = id === '' ? null : root.querySelector<SVGMarkerElement>(`marker[id="${CSS.escape(id)}"]`)
    const length = path.getTotalLength()
    const matrix = matrixOf(path)
    if (marker === null || matrix === null || length === 0) return
    const at = end === 'start' ? 0 : length
    const [point, before, after] = [at, Math.max(0, at - 0.5), Math.min(length, at + 0.5)].map((each) =>
      path.getPointAtLength(each),
    )
    if (point === undefined || before === undefined || after === undefined) return
    const isReversed = marker.getAttribute('orient') === 'auto-start-reverse' && end === 'start'
    const angle = /^auto/.test(marker.getAttribute('orient') ?? '')
      ? (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI + (isReversed ? 180 : 0)
      : marker.orientAngle.baseVal.value
    const box = marker.viewBox.baseVal
    const isScaled = marker.markerUnits.baseVal !== SVGMarkerElement.SVG_MARKERUNITS_USERSPACEONUSE
    const unit = isScaled ? Number.parseFloat(style.strokeWidth) : 1
    const [width, height] = [marker.markerWidth.baseVal.value, marker.markerHeight.baseVal.value]
    const scale = box !== null && box.width > 0 ? Math.min(width / box.width, height / box.height) : 1
    const placed = matrix
      .translate(point.x, point.y)
      .rotate(angle)
      .scale(unit * scale)
      .translate(-marker.refX.baseVal.value, -marker.refY.baseVal.value)
    for (const each of marker.querySelectorAll<SVGGraphicsElement>(
      'path, circle, polygon, polyline, line, rect, ellipse',
    )) {
      const own = each.transform.baseVal.consolidate()?.matrix
      const transform = transformOf(own === undefined ? placed : placed.multiply(DOMMatrix.fromMatrix(own)))
      const paints = paintOf(each, { fill: 'muted', stroke: 'muted' })
      shapes.push({ tag: each.localName, attributes: { ...geometryOf(each), ...paints, ...transform }, text: '' })
    }
  }
  const addWords = (element: SVGGraphicsElement): void => {
    const matrix = matrixOf(element)
    if (matrix === null) return
    if (Math.abs(matrix.b) < 0.01) addRuns(element)
    else addTurned(element, matrix)
  }
  /** A line of text that is not horizontal. */
  const addTurned = (element: SVGGraphicsElement, matrix: DOMMatrix): void => {
    const holder = element.querySelector('tspan') ?? element
    const style = getComputedStyle(holder)
    const { x, y, width, height } = element.getBBox()
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (text === '') return
    include(element.getBoundingClientRect())
    addLine({ text, style, holder, x: x + width / 2, y: y + height * ascentOf(style), turn: transformOf(matrix) })
  }
  let lastTick = { left: 0, right: -Infinity, bottom: 0 }
  const addRuns = (element: Element): void => {
    for (const { text, style, holder, top, bottom, left, right } of runsIn(element)) {
      const isTick = holder.closest('.tick') !== null
      const gap = Number.parseFloat(style.fontSize) / 2
      // If the dates on an axis would overlap, every other one is enough.
      if (isTick && left < lastTick.right + gap && right > lastTick.left - gap && top < lastTick.bottom) continue
      if (isTick) lastTick = { left, right, bottom }
      include(new DOMRect(left, top, right - left, bottom - top))
      // Mermaid puts the text of a round mind-map node beside the node.
      const node = holder
        .closest('g.mindmap-node')
        ?.querySelector('circle, rect, path, polygon')
        ?.getBoundingClientRect()
      const middle = node === undefined ? (left + right) / 2 : (node.left + node.right) / 2
      const { x, y } = new DOMPoint(middle, top + (bottom - top) * ascentOf(style)).matrixTransform(toRoot)
      addLine({ text, style, holder, x, y, turn: {} })
    }
  }
  /** Text centred at a point. */
  const addLine = ({ text, style, holder, x, y, turn }: Line): void => {
    const size = Number.parseFloat(style.fontSize)
    const isDrawn = holder instanceof SVGElement
    const colour = isDrawn ? paint(holder, 'fill', 'ink') : `var(--${colours[style.color] ?? 'ink'})`
    const opacity = opacityOf(holder)
    const weight = Number(style.fontWeight) >= 600 ? ['font-weight:var(--weight-strong)'] : []
    const slant = style.fontStyle === 'italic' ? ['font-style:italic'] : []
    sizes.push(size)
    words.push({
      tag: 'text',
      attributes: {
        x: rounded(x),
        y: rounded(y),
        fill: inkOn(holder) ?? (colour === 'none' ? 'var(--ink)' : colour),
        'text-anchor': 'middle',
        style: [`font-size:${rounded(size)}px`, ...weight, ...slant].join(';'),
        ...(opacity < 1 && { opacity: rounded(opacity) }),
        ...turn,
      },
      text,
    })
  }
  for (const element of root.querySelectorAll<SVGGraphicsElement>(LEAVES)) {
    if (element.parentElement?.closest(UNSEEN) || element.matches(UNSEEN) || !isSeen(element)) continue
    if (element.localName === 'text' || element.localName === 'foreignObject') {
      addWords(element)
      continue
    }
    const matrix = matrixOf(element)
    if (matrix === null) continue
    const paints = paintOf(element, { fill: 'tint', stroke: 'muted' })
    const geometry =
      transformOf(matrix).transform === undefined ? within(element, geometryOf(element)) : geometryOf(element)
    const isEmpty =
      (paints.fill === 'none' && paints.stroke === undefined) ||
      geometry.width === '0' ||
      geometry.height === '0' ||
      geometry.d === ''
    if (!isEmpty) {
      include(element.getBoundingClientRect())
      shapes.push({ tag: element.localName, attributes: { ...geometry, ...paints, ...transformOf(matrix) }, text: '' })
    }
    if (element instanceof SVGGeometryElement && element.localName !== 'rect') {
      addMark(element, 'start')
      addMark(element, 'end')
    }
  }
  const [corner, end] = [new DOMPoint(seen.left, seen.top), new DOMPoint(seen.right, seen.bottom)].map((point) =>
    point.matrixTransform(toRoot),
  )
  if (corner === undefined || end === undefined || !(end.x > corner.x)) return { fault: '' }
  return {
    // Text is painted over shapes, never behind them.
    shapes: [...shapes, ...words],
    left: Math.floor(corner.x - PADDING),
    top: Math.floor(corner.y - PADDING),
    width: Math.ceil(end.x - corner.x + 2 * PADDING),
    height: Math.ceil(end.y - corner.y + 2 * PADDING),
    smallest: Math.min(...sizes, 1000),
    title: root.querySelector(':scope > title')?.textContent?.trim() ?? '',
    description: root.querySelector(':scope > desc')?.textContent?.trim() ?? '',
  }
}

function rounded(value: number) {
  return String(Math.round(value * 100) / 100 || 0)
}

function roundedIn(text: string) {
  return text.replace(/-?\d*\.\d+(?:e-?\d+)?/g, (digits) => rounded(Number(digits)))
}

/** The share of a line's height above its baseline. */
function ascentOf({ font }: CSSStyleDeclaration): number {
  const metrics = document.createElement('canvas').getContext('2d')
  if (metrics === null) return 0.8
  metrics.font = font
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = metrics.measureText('x')
  return above / (above + below)
}

function hex(colour: string): string {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return `#${[red, green, blue].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

function isClear(colour: string) {
  return colour === 'none' || /^rgba\(.*, 0\)$/.test(colour)
}

/** Whether the author of the diagram chose this colour: `style a fill:#f9f`, `classDef`. */
function isChosen(element: Element, property: 'fill' | 'stroke') {
  return new RegExp(`(?:^|[;\\s])${property}\\s*:[^;]*!important`).test(element.getAttribute('style') ?? '')
}

/** Its opacity, multiplied by that of all its ancestors. */
function opacityOf(element: Element): number {
  let opacity = 1
  for (let each: Element | null = element; each !== null; each = each.parentElement)
    opacity *= Number(getComputedStyle(each).opacity)
  return opacity
}

function transformOf({ a, b, c, d, e, f }: DOMMatrix): Readonly<Record<string, string>> {
  const numbers = [a, b, c, d, e, f].map(rounded).join(' ')
  return numbers === '1 0 0 1 0 0' ? {} : { transform: `matrix(${numbers})` }
}

function geometryOf(element: Element): Readonly<Record<string, string>> {
  const GEOMETRY: Readonly<Record<string, readonly string[]>> = {
    rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
    path: ['d'],
    circle: ['cx', 'cy', 'r'],
    ellipse: ['cx', 'cy', 'rx', 'ry'],
    line: ['x1', 'y1', 'x2', 'y2'],
    polyline: ['points'],
    polygon: ['points'],
  }
  const names = GEOMETRY[element.localName] ?? []
  const style = getComputedStyle(element)
  return Object.fromEntries(
    names.flatMap((name) => {
      // A size may be a percentage, or come from a style.
      const value = name === 'd' || name === 'points' ? element.getAttribute(name) : null
      const length = (element as unknown as Record<string, { baseVal?: { value?: number } }>)[name]?.baseVal?.value
      const styled = name === 'rx' || name === 'ry' ? Number.parseFloat(style.getPropertyValue(name)) : Number.NaN
      const number = Number.isFinite(styled) ? styled : length
      if (value !== null) return [[name, roundedIn(value)]]
      return number === undefined || (number === 0 && name !== 'width' && name !== 'height')
        ? []
        : [[name, rounded(number)]]
    }),
  )
}

/** A readable text colour for a node whose colour the author chose. */
function inkOn(element: Element): string | null {
  const node = element.closest('g.node, g.cluster, g.statediagram-state')
  const ground = [...(node?.querySelectorAll('rect, path, circle, ellipse, polygon') ?? [])].find((each) =>
    isChosen(each, 'fill'),
  )
  if (ground === undefined || isClear(getComputedStyle(ground).fill)) return null
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(ground).fill.match(/[\d.]+/g) ?? []).map((value) => {
    const share = Number(value) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#111111' : '#ffffff'
}

/** The lines of text in an element, with their screen positions. */
function runsIn(element: Element): readonly Run[] {
  const runs: Run[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement
    if (holder === null || holder.closest('style, title, desc') !== null) continue
    const style = getComputedStyle(holder)
    for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const { top, bottom, left, right } = range.getBoundingClientRect()
      if (right <= left) continue
      const last = runs.at(-1)
      const size = Number.parseFloat(style.fontSize)
      const gap = left - (last?.right ?? 0)
      const goesOn =
        last !== undefined &&
        Math.abs(last.top - top) < 2 &&
        gap > -1 &&
        gap < size &&
        last.style.fontWeight === style.fontWeight &&
        last.style.fontSize === style.fontSize &&
        last.style.fontStyle === style.fontStyle
      if (goesOn) {
        last.text += `${gap > size * 0.1 ? ' ' : ''}${word}`
        last.right = right
      } else runs.push({ text: word, style, holder, top, bottom, left, right })
    }
  }
  return runs
}
