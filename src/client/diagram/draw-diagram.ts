// Draws a Mermaid diagram in the page and copies the result as plain SVG shapes and lines of text, without stylesheets,
// ids, references or scripts.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunctionWithTools } from '../page-function.ts'
import { evenNodes } from './even-nodes.ts'
import { markerMatrix } from './marker-matrix.ts'
import { createPainter, type Painter } from './painter.ts'
import { type ShapeAttributes, shapeGeometry } from './shape-geometry.ts'
import { type TextLine, textLines } from './text-lines.ts'

/** A diagram to draw. */
export interface DiagramRequest {
  readonly source: string
  /** Maps each colour that Mermaid was given, as `rgb(1, 2, 3)`, to the slide's custom property that replaces it. */
  readonly colours: Readonly<Record<string, string>>
}

/** A shape or a line of text in a drawing. */
export interface DrawnShape {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its text; empty for a shape. */
  readonly text: string
}

/** A finished drawing as a flat list of shapes, without stylesheets, ids, references or scripts. */
export interface DrawnDiagram {
  readonly shapes: readonly DrawnShape[]
  /** The bounds of everything visible, in the coordinates of the shapes. */
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

/** A copy in progress: the drawing that Mermaid made, and the shapes copied from it so far. */
interface DiagramCopy {
  readonly root: SVGSVGElement
  /** The transformation from screen coordinates to the drawing's coordinates. */
  readonly toRoot: DOMMatrix
  /** The drawing's view box; null or empty if there is none. */
  readonly view: DOMRect | null
  /** The view box in screen coordinates; null if there is none. */
  readonly viewOnScreen: DOMRect | null
  readonly painter: Painter
  readonly tools: typeof TOOLS
  readonly shapes: DrawnShape[]
  readonly texts: DrawnShape[]
  /** The font sizes of the lines of text, in CSS px. */
  readonly fontSizes: number[]
  /** The visible area, in screen coordinates. */
  readonly visible: { left: number; top: number; right: number; bottom: number }
  /** The last date copied from an axis, in screen coordinates. */
  lastTick: { readonly left: number; readonly right: number; readonly bottom: number }
}

const TOOLS = { createPainter, evenNodes, markerMatrix, shapeGeometry, textLines }

/**
 * Draws a Mermaid diagram and flattens the drawing into shapes with plain attributes. On failure, it returns Mermaid's
 * message, or an empty one. Runs in the page, where `mermaid` is loaded and set up.
 */
export const drawDiagram = pageFunctionWithTools(TOOLS, draw, [
  drawWithMermaid,
  startCopy,
  addElement,
  addShape,
  addMarker,
  addText,
  addLine,
  overlapsLastTick,
  extendVisibleArea,
  matrixOf,
  clipToView,
  isVisible,
  finishCopy,
  formatNumber,
  transformOf,
])

async function draw(
  tools: typeof TOOLS,
  { source, colours }: DiagramRequest,
): Promise<DrawnDiagram | { readonly fault: string }> {
  const LEAVES = 'rect, path, circle, ellipse, line, polyline, polygon, text, foreignObject'
  // `.today` marks the current date, which would change the drawing every day.
  const OMITTED = 'defs, marker, symbol, clipPath, mask, pattern, .today'
  const root = await drawWithMermaid(source)
  if ('fault' in root) return root
  tools.evenNodes(root)
  const copy = startCopy(root, colours, tools)
  if (copy === null) return { fault: '' }
  for (const element of root.querySelectorAll<SVGGraphicsElement>(LEAVES)) {
    if (element.closest(OMITTED) === null && isVisible(copy, element)) addElement(copy, element)
  }
  return finishCopy(copy) ?? { fault: '' }
}

/** Empties the page and has Mermaid draw on it. */
async function drawWithMermaid(source: string): Promise<SVGSVGElement | { readonly fault: string }> {
  // The same source must always give the same drawing, so layouts that use random numbers get the same numbers each
  // time.
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

/** Shows the drawing at its natural size and starts a copy. Returns null if the drawing is not rendered. */
function startCopy(root: SVGSVGElement, colours: DiagramRequest['colours'], tools: typeof TOOLS): DiagramCopy | null {
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
    painter: tools.createPainter(colours, formatNumber),
    tools,
    shapes: [],
    texts: [],
    fontSizes: [],
    visible: { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity },
    lastTick: { left: 0, right: -Infinity, bottom: 0 },
  }
}

function addElement(copy: DiagramCopy, element: SVGGraphicsElement): void {
  const matrix = matrixOf(copy, element)
  if (matrix === null) return
  if (element.localName === 'text' || element.localName === 'foreignObject') {
    addText(copy, element, matrix)
    return
  }
  addShape(copy, element, matrix)
  if (element instanceof SVGGeometryElement && element.localName !== 'rect') {
    addMarker(copy, element, 'start')
    addMarker(copy, element, 'end')
  }
}

function addShape(copy: DiagramCopy, element: SVGGraphicsElement, matrix: DOMMatrix): void {
  const paints = copy.painter.paintsOf(element, { fill: 'tint', stroke: 'muted' })
  const transform = transformOf(matrix)
  const unclipped = copy.tools.shapeGeometry(element, formatNumber)
  const geometry = transform.transform === undefined ? clipToView(copy, element, unclipped) : unclipped
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
  const position = marker === null || matrix === null ? null : copy.tools.markerMatrix(marker, { line, matrix, end })
  if (marker === null || position === null) return
  const SHAPES = 'path, circle, polygon, polyline, line, rect, ellipse'
  for (const part of marker.querySelectorAll<SVGGraphicsElement>(SHAPES)) {
    const ownMatrix = part.transform.baseVal.consolidate()?.matrix
    const transform = transformOf(
      ownMatrix === undefined ? position : position.multiply(DOMMatrix.fromMatrix(ownMatrix)),
    )
    const paints = copy.painter.paintsOf(part, { fill: 'muted', stroke: 'muted' })
    const geometry = copy.tools.shapeGeometry(part, formatNumber)
    copy.shapes.push({ tag: part.localName, attributes: { ...geometry, ...paints, ...transform }, text: '' })
  }
}

function addText(copy: DiagramCopy, element: SVGGraphicsElement, matrix: DOMMatrix): void {
  for (const line of copy.tools.textLines(element, { matrix, toRoot: copy.toRoot })) {
    if (!line.isRotated && overlapsLastTick(copy, line)) continue
    extendVisibleArea(copy, line.box)
    addLine(
      copy,
      line,
      line.isRotated ? { transform: transformOf(matrix), scale: 1 } : { transform: {}, scale: matrix.a },
    )
  }
}

/**
 * Whether a line is a date on an axis that would overlap the date before it, and is therefore left out. Remembers any
 * other date as the last one.
 */
function overlapsLastTick(copy: DiagramCopy, { parent, box: { left, right, top, bottom } }: TextLine): boolean {
  if (parent.closest('.tick') === null) return false
  const gap = Number.parseFloat(getComputedStyle(parent).fontSize) / 2
  const { lastTick } = copy
  if (left < lastTick.right + gap && right > lastTick.left - gap && top < lastTick.bottom) return true
  copy.lastTick = { left, right, bottom }
  return false
}

interface LinePlacement {
  readonly transform: ShapeAttributes
  /** How much larger the line is in the drawing than its own font size. */
  readonly scale: number
}

function addLine(copy: DiagramCopy, { text, parent, x, y }: TextLine, { transform, scale }: LinePlacement): void {
  const style = getComputedStyle(parent)
  const size = Number.parseFloat(style.fontSize) * scale
  const opacity = copy.painter.opacityOf(parent)
  const weight = Number(style.fontWeight) >= 600 ? ['font-weight:var(--weight-strong)'] : []
  const slant = style.fontStyle === 'italic' ? ['font-style:italic'] : []
  copy.fontSizes.push(size)
  copy.texts.push({
    tag: 'text',
    attributes: {
      x: formatNumber(x),
      y: formatNumber(y),
      fill: copy.painter.textColourOf(parent),
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

/** Returns the transformation from an element's coordinates to the drawing's. */
function matrixOf({ toRoot }: DiagramCopy, element: SVGGraphicsElement): DOMMatrix | null {
  const toScreen = element.getScreenCTM()
  return toScreen === null ? null : toRoot.multiply(toScreen)
}

/** Clips a line that extends above or below the view box. */
function clipToView({ view }: DiagramCopy, element: Element, geometry: ShapeAttributes): ShapeAttributes {
  if (element.localName !== 'line' || view === null || view.height === 0) return geometry
  const clamp = (value: string | undefined) =>
    formatNumber(Math.max(view.y, Math.min(view.y + view.height, Number(value ?? 0))))
  return { ...geometry, y1: clamp(geometry.y1), y2: clamp(geometry.y2) }
}

function isVisible({ painter }: DiagramCopy, element: Element): boolean {
  const { display, visibility } = getComputedStyle(element)
  return display !== 'none' && visibility !== 'hidden' && painter.opacityOf(element) > 0.02
}

/** Returns the finished copy; null if nothing is visible. */
function finishCopy({ root, toRoot, visible, shapes, texts, fontSizes }: DiagramCopy): DrawnDiagram | null {
  // Room for half the width of a line.
  const PADDING = 2
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
function formatNumber(value: number): string {
  return String(Math.round(value * 100) / 100 || 0)
}

function transformOf({ a, b, c, d, e, f }: DOMMatrix): ShapeAttributes {
  const numbers = [a, b, c, d, e, f].map(formatNumber).join(' ')
  return numbers === '1 0 0 1 0 0' ? {} : { transform: `matrix(${numbers})` }
}
