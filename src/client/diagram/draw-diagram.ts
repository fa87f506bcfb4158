// Draws a Mermaid diagram in the page and copies the result as plain SVG shapes and lines of text, without stylesheets,
// ids, references or scripts.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunctionWithTools } from '../page-function.ts'
import { copyShape } from './copy-shape.ts'
import { copyText } from './copy-text.ts'
import type { DiagramCopy, DrawnShape } from './diagram-copy.ts'
import { evenNodes } from './even-nodes.ts'
import { markerMatrix } from './marker-matrix.ts'
import { createPainter } from './painter.ts'
import { shapeGeometry } from './shape-geometry.ts'
import { formatNumber, transformOf } from './svg-numbers.ts'
import { textLines } from './text-lines.ts'
import { createVisibleArea } from './visible-area.ts'

/** A diagram to draw. */
export interface DiagramRequest {
  readonly source: string
  /** Maps each colour that Mermaid was given, as `rgb(1, 2, 3)`, to the slide's custom property that replaces it. */
  readonly colours: Readonly<Record<string, string>>
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

const TOOLS = {
  copyShape,
  copyText,
  createPainter,
  createVisibleArea,
  evenNodes,
  formatNumber,
  markerMatrix,
  shapeGeometry,
  textLines,
  transformOf,
}

/**
 * Draws a Mermaid diagram and flattens the drawing into shapes with plain attributes. On failure, it returns Mermaid's
 * message, or an empty one. Runs in the page, where `mermaid` is loaded and set up.
 */
export const drawDiagram = pageFunctionWithTools(TOOLS, draw, [
  drawWithMermaid,
  startCopy,
  copyElement,
  isVisible,
  finishCopy,
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
    if (element.closest(OMITTED) === null && isVisible(copy, element)) copyElement(copy, element, tools)
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
    painter: tools.createPainter(colours, tools.formatNumber),
    tools,
    visible: tools.createVisibleArea(hasView ? root.getBoundingClientRect() : null),
    shapes: [],
    texts: [],
    fontSizes: [],
    lastTick: { left: 0, right: -Infinity, bottom: 0 },
  }
}

function copyElement(copy: DiagramCopy, element: SVGGraphicsElement, tools: typeof TOOLS): void {
  const toScreen = element.getScreenCTM()
  if (toScreen === null) return
  const matrix = copy.toRoot.multiply(toScreen)
  const isText = element.localName === 'text' || element.localName === 'foreignObject'
  if (isText) tools.copyText(copy, element, matrix)
  else tools.copyShape(copy, element, matrix)
}

function isVisible({ painter }: DiagramCopy, element: Element): boolean {
  const { display, visibility } = getComputedStyle(element)
  return display !== 'none' && visibility !== 'hidden' && painter.opacityOf(element) > 0.02
}

/** Returns the finished copy; null if nothing is visible. */
function finishCopy({ root, toRoot, visible: { bounds }, shapes, texts, fontSizes }: DiagramCopy): DrawnDiagram | null {
  // Room for half the width of a line.
  const PADDING = 2
  const [corner, end] = [new DOMPoint(bounds.left, bounds.top), new DOMPoint(bounds.right, bounds.bottom)].map(
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
