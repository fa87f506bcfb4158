// Draws a Mermaid diagram in the page and copies the result as plain SVG shapes, without styles, ids, references or
// scripts.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { withHelpers } from '../with-helpers.ts'

/** A diagram to draw. */
export interface DiagramRequest {
  readonly source: string
  /** Maps each colour that Mermaid was given, as `rgb(1, 2, 3)`, to the slide's custom property that replaces it. */
  readonly colours: Readonly<Record<string, string>>
}

/** A shape or a line of text of a drawing. */
export interface DrawnShape {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its text; empty for a shape. */
  readonly text: string
}

/** A finished drawing as a flat list of shapes, without styles, ids, references or scripts. */
export interface DrawnDiagram {
  readonly shapes: readonly DrawnShape[]
  /** The bounds of what is visible, in the coordinates of the shapes. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** In CSS px; 1000 if the drawing has no text. */
  readonly smallestFontSize: number
  /** The accessible title and description from the source. */
  readonly title: string
  readonly description: string
}

interface MermaidLibrary {
  render(id: string, source: string): Promise<{ readonly svg: string }>
}

/** Words on one line, with their screen position. */
interface TextRun {
  text: string
  readonly style: CSSStyleDeclaration
  readonly parent: Element
  readonly top: number
  readonly bottom: number
  readonly left: number
  right: number
}

/** A line of text, with its horizontal centre and its baseline in the drawing. */
interface TextLine {
  readonly text: string
  readonly style: CSSStyleDeclaration
  readonly parent: Element
  readonly x: number

  readonly y: number
  readonly transform: ShapeAttributes
}

type ShapeAttributes = Readonly<Record<string, string>>

/** A copy in progress: the drawing that Mermaid made, and the shapes copied from it so far. */
interface DiagramCopy {
  readonly root: SVGSVGElement
  /** The transformation from screen coordinates to those of the drawing. */
  readonly toRoot: DOMMatrix
  /** The drawing's view box; null or empty if there is none. */
  readonly view: DOMRect | null
  /** The view box in screen coordinates; null if there is none. */
  readonly viewOnScreen: DOMRect | null
  readonly colours: DiagramRequest['colours']
  readonly shapes: DrawnShape[]
  readonly texts: DrawnShape[]
  /** The font sizes of the texts, in CSS px. */
  readonly fontSizes: number[]
  /** The visible area, in screen coordinates. */
  readonly visible: { left: number; top: number; right: number; bottom: number }
  /** The last date copied from an axis, in screen coordinates. */
  lastTick: { readonly left: number; readonly right: number; readonly bottom: number }
}

/**
 * Draws a Mermaid diagram and flattens the drawing into shapes with plain attributes. On failure, it returns Mermaid's
 * message, or an empty one. Runs in the page, where `mermaid` is loaded and set up.
 */
export const drawDiagram = withHelpers(draw, [
  drawWithMermaid,
  startCopy,
  addElement,
  addShape,
  addMarker,
  markerMatrix,
  addText,
  addRotatedLine,
  addRuns,
  addLine,
  extendVisibleArea,
  matrixOf,
  clipToView,
  paintsOf,
  paintOf,
  isVisible,
  finishCopy,
  formatNumber,
  formatNumbersIn,
  ascentOf,
  toHex,
  isTransparent,
  isSetByAuthor,
  opacityOf,
  transformOf,
  geometryOf,
  inkOn,
  runsIn,
])

async function draw({ source, colours }: DiagramRequest): Promise<DrawnDiagram | { readonly fault: string }> {
  const LEAVES = 'rect, path, circle, ellipse, line, polyline, polygon, text, foreignObject'
  // `.today` marks the current date, which would change the drawing every day.
  const OMITTED = 'defs, marker, symbol, clipPath, mask, pattern, .today'
  const root = await drawWithMermaid(source)
  if ('fault' in root) return root
  const copy = startCopy(root, colours)
  if (copy === null) return { fault: '' }
  for (const element of root.querySelectorAll<SVGGraphicsElement>(LEAVES)) {
    if (element.closest(OMITTED) === null && isVisible(element)) addElement(copy, element)
  }
  return finishCopy(copy) ?? { fault: '' }
}

/** Empties the page and has Mermaid draw on it. */
async function drawWithMermaid(source: string): Promise<SVGSVGElement | { readonly fault: string }> {
  // The same source must always give the same drawing, so layouts that use random numbers get the same ones each time.
  let seed = 1
  Math.random = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const host = document.createElement('div')
  host.style.cssText = 'position:absolute;inset:0 auto auto 0;width:1400px;text-rendering:geometricPrecision'
  document.body.replaceChildren(host)
  try {
    const { mermaid } = globalThis as unknown as { readonly mermaid: MermaidLibrary }
    host.innerHTML = (await mermaid.render('diagram', source)).svg
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
  return host.querySelector('svg') ?? { fault: '' }
}

/** Shows the drawing at its own size and starts a copy. Returns null if the drawing is not rendered. */
function startCopy(root: SVGSVGElement, colours: DiagramRequest['colours']): DiagramCopy | null {
  const view = root.viewBox.baseVal
  const hasView = view !== null && view.width > 0
  if (hasView) {
    root.setAttribute('width', String(view.width))
    root.setAttribute('height', String(view.height))
  }
  root.style.maxWidth = 'none'
  const toRoot = root.getScreenCTM()?.inverse()
  if (toRoot === undefined) return null
  return {
    root,
    toRoot,
    view,
    viewOnScreen: hasView ? root.getBoundingClientRect() : null,
    colours,
    shapes: [],
    texts: [],
    fontSizes: [],
    visible: { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity },
    lastTick: { left: 0, right: -Infinity, bottom: 0 },
  }
}

function addElement(copy: DiagramCopy, element: SVGGraphicsElement): void {
  if (element.localName === 'text' || element.localName === 'foreignObject') {
    addText(copy, element)
    return
  }
  const matrix = matrixOf(copy, element)
  if (matrix === null) return
  addShape(copy, element, matrix)
  if (element instanceof SVGGeometryElement && element.localName !== 'rect') {
    addMarker(copy, element, 'start')
    addMarker(copy, element, 'end')
  }
}

function addShape(copy: DiagramCopy, element: SVGGraphicsElement, matrix: DOMMatrix): void {
  const paints = paintsOf(copy, element, { fill: 'tint', stroke: 'muted' })
  const transform = transformOf(matrix)
  const own = geometryOf(element)
  const geometry = transform.transform === undefined ? clipToView(copy, element, own) : own
  const isEmpty =
    (paints.fill === 'none' && paints.stroke === undefined) ||
    geometry.width === '0' ||
    geometry.height === '0' ||
    geometry.d === ''
  if (isEmpty) return
  extendVisibleArea(copy, element.getBoundingClientRect())
  copy.shapes.push({ tag: element.localName, attributes: { ...geometry, ...paints, ...transform }, text: '' })
}

/**
 * Copies the marker, such as an arrowhead, at an end of a line. It is copied as shapes, so that the drawing contains no
 * references.
 */
function addMarker(copy: DiagramCopy, line: SVGGeometryElement, end: 'start' | 'end'): void {
  const style = getComputedStyle(line)
  const [, id = ''] = /#([^"')]+)/.exec(end === 'start' ? style.markerStart : style.markerEnd) ?? []
  const marker = id === '' ? null : copy.root.querySelector<SVGMarkerElement>(`marker[id="${CSS.escape(id)}"]`)
  const matrix = matrixOf(copy, line)
  const position = marker === null || matrix === null ? null : markerMatrix(marker, { line, matrix, end })
  if (marker === null || position === null) return
  const SHAPES = 'path, circle, polygon, polyline, line, rect, ellipse'
  for (const part of marker.querySelectorAll<SVGGraphicsElement>(SHAPES)) {
    const own = part.transform.baseVal.consolidate()?.matrix
    const transform = transformOf(own === undefined ? position : position.multiply(DOMMatrix.fromMatrix(own)))
    const paints = paintsOf(copy, part, { fill: 'muted', stroke: 'muted' })
    copy.shapes.push({ tag: part.localName, attributes: { ...geometryOf(part), ...paints, ...transform }, text: '' })
  }
}

interface LineEnd {
  readonly line: SVGGeometryElement
  /** The transformation from the line's coordinates to those of the drawing. */
  readonly matrix: DOMMatrix
  readonly end: 'start' | 'end'
}

/**
 * Returns the transformation from a marker's coordinates to those of the drawing: to an end of its line, rotated
 * and scaled as the marker specifies. Null if the line has no length.
 */
function markerMatrix(marker: SVGMarkerElement, { line, matrix, end }: LineEnd): DOMMatrix | null {
  const length = line.getTotalLength()
  if (length === 0) return null
  const at = end === 'start' ? 0 : length
  const [point, before, after] = [at, Math.max(0, at - 0.5), Math.min(length, at + 0.5)].map((each) =>
    line.getPointAtLength(each),
  )
  if (point === undefined || before === undefined || after === undefined) return null
  const isReversed = marker.getAttribute('orient') === 'auto-start-reverse' && end === 'start'
  const angle = /^auto/.test(marker.getAttribute('orient') ?? '')
    ? (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI + (isReversed ? 180 : 0)
    : marker.orientAngle.baseVal.value
  const box = marker.viewBox.baseVal
  const isScaled = marker.markerUnits.baseVal !== SVGMarkerElement.SVG_MARKERUNITS_USERSPACEONUSE
  const unit = isScaled ? Number.parseFloat(getComputedStyle(line).strokeWidth) : 1
  const [width, height] = [marker.markerWidth.baseVal.value, marker.markerHeight.baseVal.value]
  const scale = box !== null && box.width > 0 ? Math.min(width / box.width, height / box.height) : 1
  return matrix
    .translate(point.x, point.y)
    .rotate(angle)
    .scale(unit * scale)
    .translate(-marker.refX.baseVal.value, -marker.refY.baseVal.value)
}

function addText(copy: DiagramCopy, element: SVGGraphicsElement): void {
  const matrix = matrixOf(copy, element)
  if (matrix === null) return
  if (Math.abs(matrix.b) < 0.01) addRuns(copy, element)
  else addRotatedLine(copy, element, matrix)
}

/** Adds a line of text that is not horizontal. */
function addRotatedLine(copy: DiagramCopy, element: SVGGraphicsElement, matrix: DOMMatrix): void {
  const parent = element.querySelector('tspan') ?? element
  const style = getComputedStyle(parent)
  const { x, y, width, height } = element.getBBox()
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  if (text === '') return
  extendVisibleArea(copy, element.getBoundingClientRect())
  addLine(copy, {
    text,
    style,
    parent,
    x: x + width / 2,
    y: y + height * ascentOf(style),
    transform: transformOf(matrix),
  })
}

function addRuns(copy: DiagramCopy, element: Element): void {
  for (const { text, style, parent, top, bottom, left, right } of runsIn(element)) {
    const isTick = parent.closest('.tick') !== null
    const gap = Number.parseFloat(style.fontSize) / 2
    const { lastTick } = copy
    // A date on an axis that would overlap the one before it is left out.
    if (isTick && left < lastTick.right + gap && right > lastTick.left - gap && top < lastTick.bottom) continue
    if (isTick) copy.lastTick = { left, right, bottom }
    extendVisibleArea(copy, new DOMRect(left, top, right - left, bottom - top))
    // Mermaid puts the text of a round mind-map node beside the node.
    const node = parent.closest('g.mindmap-node')?.querySelector('circle, rect, path, polygon')?.getBoundingClientRect()
    const middle = node === undefined ? (left + right) / 2 : (node.left + node.right) / 2
    const { x, y } = new DOMPoint(middle, top + (bottom - top) * ascentOf(style)).matrixTransform(copy.toRoot)
    addLine(copy, { text, style, parent, x, y, transform: {} })
  }
}

function addLine(copy: DiagramCopy, { text, style, parent, x, y, transform }: TextLine): void {
  const size = Number.parseFloat(style.fontSize)
  const isDrawn = parent instanceof SVGElement
  const colour = isDrawn ? paintOf(copy, parent, 'fill', 'ink') : `var(--${copy.colours[style.color] ?? 'ink'})`
  const opacity = opacityOf(parent)
  const weight = Number(style.fontWeight) >= 600 ? ['font-weight:var(--weight-strong)'] : []
  const slant = style.fontStyle === 'italic' ? ['font-style:italic'] : []
  copy.fontSizes.push(size)
  copy.texts.push({
    tag: 'text',
    attributes: {
      x: formatNumber(x),
      y: formatNumber(y),
      fill: inkOn(parent) ?? (colour === 'none' ? 'var(--ink)' : colour),
      'text-anchor': 'middle',
      style: [`font-size:${formatNumber(size)}px`, ...weight, ...slant].join(';'),
      ...(opacity < 1 && { opacity: formatNumber(opacity) }),
      ...transform,
    },
    text,
  })
}

/** Extends the visible area to include a box, but not beyond the view box, which a line may exceed by far. */
function extendVisibleArea({ visible, viewOnScreen }: DiagramCopy, box: DOMRect): void {
  visible.left = Math.min(visible.left, Math.max(box.left, viewOnScreen?.left ?? -Infinity))
  visible.top = Math.min(visible.top, Math.max(box.top, viewOnScreen?.top ?? -Infinity))
  visible.right = Math.max(visible.right, Math.min(box.right, viewOnScreen?.right ?? Infinity))
  visible.bottom = Math.max(visible.bottom, Math.min(box.bottom, viewOnScreen?.bottom ?? Infinity))
}

/** Returns the transformation from an element's coordinates to those of the drawing. */
function matrixOf({ toRoot }: DiagramCopy, element: SVGGraphicsElement): DOMMatrix | null {
  const own = element.getScreenCTM()
  return own === null ? null : toRoot.multiply(own)
}

/** Clips a line that extends above or below the view box. */
function clipToView({ view }: DiagramCopy, element: Element, geometry: ShapeAttributes): ShapeAttributes {
  if (element.localName !== 'line' || view === null || view.height === 0) return geometry
  const clamped = (value: string | undefined) =>
    formatNumber(Math.max(view.y, Math.min(view.y + view.height, Number(value ?? 0))))
  return { ...geometry, y1: clamped(geometry.y1), y2: clamped(geometry.y2) }
}

/**
 * Returns the paint attributes of a shape. `fallback` names the custom properties for colours that neither we nor the
 * author of the diagram chose.
 */
function paintsOf(
  copy: DiagramCopy,
  element: Element,
  fallback: { readonly fill: string; readonly stroke: string },
): ShapeAttributes {
  const style = getComputedStyle(element)
  const fill = paintOf(copy, element, 'fill', fallback.fill)
  const width = Number.parseFloat(style.strokeWidth)
  const stroke = width > 0 ? paintOf(copy, element, 'stroke', fallback.stroke) : 'none'
  const opacity = opacityOf(element)
  const fillOpacity = Number(style.fillOpacity)
  const attributes: Record<string, string> = { fill }
  if (fill !== 'none' && fillOpacity < 1) attributes['fill-opacity'] = formatNumber(fillOpacity)
  if (stroke !== 'none') {
    attributes.stroke = stroke
    if (Number(style.strokeOpacity) < 1) attributes['stroke-opacity'] = formatNumber(Number(style.strokeOpacity))
    attributes['stroke-width'] = formatNumber(width)
    if (/[1-9]/.test(style.strokeDasharray))
      attributes['stroke-dasharray'] = formatNumbersIn(style.strokeDasharray.replaceAll('px', '').replaceAll(',', ''))
    if (style.strokeLinecap !== 'butt') attributes['stroke-linecap'] = style.strokeLinecap
    if (style.strokeLinejoin !== 'miter') attributes['stroke-linejoin'] = style.strokeLinejoin
  }
  if (opacity < 1) attributes.opacity = formatNumber(opacity)
  return attributes
}

function paintOf({ colours }: DiagramCopy, element: Element, property: 'fill' | 'stroke', fallback: string): string {
  const colour = getComputedStyle(element)[property]
  if (isTransparent(colour)) return 'none'
  const known = colours[colour]
  if (known !== undefined) return `var(--${known})`
  return isSetByAuthor(element, property) && colour.startsWith('rgb') ? toHex(colour) : `var(--${fallback})`
}

function isVisible(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element)
  return display !== 'none' && visibility !== 'hidden' && opacityOf(element) > 0.02
}

/** Returns the finished copy; null if nothing is visible. */
function finishCopy({ root, toRoot, visible, shapes, texts, fontSizes }: DiagramCopy): DrawnDiagram | null {
  const PADDING = 10
  const [corner, end] = [new DOMPoint(visible.left, visible.top), new DOMPoint(visible.right, visible.bottom)].map(
    (point) => point.matrixTransform(toRoot),
  )
  if (corner === undefined || end === undefined || !(end.x > corner.x)) return null
  return {
    // Text is painted over shapes, never behind them.
    shapes: [...shapes, ...texts],
    left: Math.floor(corner.x - PADDING),
    top: Math.floor(corner.y - PADDING),
    width: Math.ceil(end.x - corner.x + 2 * PADDING),
    height: Math.ceil(end.y - corner.y + 2 * PADDING),
    smallestFontSize: Math.min(...fontSizes, 1000),
    title: root.querySelector(':scope > title')?.textContent?.trim() ?? '',
    description: root.querySelector(':scope > desc')?.textContent?.trim() ?? '',
  }
}

/** Rounds to two decimals. */
function formatNumber(value: number) {
  return String(Math.round(value * 100) / 100 || 0)
}

function formatNumbersIn(text: string) {
  return text.replace(/-?\d*\.\d+(?:e-?\d+)?/g, (digits) => formatNumber(Number(digits)))
}

/** Returns the share of a line's height that is above its baseline. */
function ascentOf({ font }: CSSStyleDeclaration): number {
  const metrics = document.createElement('canvas').getContext('2d')
  if (metrics === null) return 0.8
  metrics.font = font
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = metrics.measureText('x')
  return above / (above + below)
}

function toHex(colour: string): string {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return `#${[red, green, blue].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

function isTransparent(colour: string) {
  return colour === 'none' || /^rgba\(.*, 0\)$/.test(colour)
}

/** Whether the author of the diagram chose this colour, as in `style a fill:#f9f` or `classDef`. */
function isSetByAuthor(element: Element, property: 'fill' | 'stroke') {
  return new RegExp(`(?:^|[;\\s])${property}\\s*:[^;]*!important`).test(element.getAttribute('style') ?? '')
}

/** Returns the opacity of an element, multiplied by that of all its ancestors. */
function opacityOf(element: Element): number {
  let opacity = 1
  for (let each: Element | null = element; each !== null; each = each.parentElement)
    opacity *= Number(getComputedStyle(each).opacity)
  return opacity
}

function transformOf({ a, b, c, d, e, f }: DOMMatrix): ShapeAttributes {
  const numbers = [a, b, c, d, e, f].map(formatNumber).join(' ')
  return numbers === '1 0 0 1 0 0' ? {} : { transform: `matrix(${numbers})` }
}

function geometryOf(element: Element): ShapeAttributes {
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
      if (value !== null) return [[name, formatNumbersIn(value)]]
      return number === undefined || (number === 0 && name !== 'width' && name !== 'height')
        ? []
        : [[name, formatNumber(number)]]
    }),
  )
}

/** Chooses a readable colour for text on a node whose fill the author chose; null for other nodes. */
function inkOn(element: Element): string | null {
  const node = element.closest('g.node, g.cluster, g.statediagram-state')
  const filledShape = [...(node?.querySelectorAll('rect, path, circle, ellipse, polygon') ?? [])].find((each) =>
    isSetByAuthor(each, 'fill'),
  )
  if (filledShape === undefined || isTransparent(getComputedStyle(filledShape).fill)) return null
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(filledShape).fill.match(/[\d.]+/g) ?? []).map((value) => {
    const channel = Number(value) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#111111' : '#ffffff'
}

/** Finds the lines of text in an element, with their screen positions. A line may consist of several runs. */
function runsIn(element: Element): readonly TextRun[] {
  const runs: TextRun[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent === null || parent.closest('style, title, desc') !== null) continue
    const style = getComputedStyle(parent)
    for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const { top, bottom, left, right } = range.getBoundingClientRect()
      if (right <= left) continue
      const last = runs.at(-1)
      const size = Number.parseFloat(style.fontSize)
      const gap = left - (last?.right ?? 0)
      const isSameRun =
        last !== undefined &&
        Math.abs(last.top - top) < 2 &&
        gap > -1 &&
        gap < size &&
        last.style.fontWeight === style.fontWeight &&
        last.style.fontSize === style.fontSize &&
        last.style.fontStyle === style.fontStyle
      if (isSameRun) {
        last.text += `${gap > size * 0.1 ? ' ' : ''}${word}`
        last.right = right
      } else runs.push({ text: word, style, parent, top, bottom, left, right })
    }
  }
  return runs
}
