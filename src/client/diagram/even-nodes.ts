// Gives the boxes of a chart in one row, or in one column, the same size.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'

/** A box of a flowchart, with its bounds in the drawing. */
interface ChartBox {
  readonly node: SVGGElement
  readonly shape: SVGRectElement
  readonly centre: { readonly x: number; readonly y: number }
  readonly width: number
  readonly height: number
}

/**
 * Gives all boxes of a flowchart that is a single row or column the size of the largest, and moves those of a row apart
 * so that the spaces between them stay the same. The boxes of a row, which would be a thin strip across the slide, are
 * taller, with words as large as their width allows. Other diagrams stay as they are. Runs in the page.
 */
export const evenNodes = pageFunction(evenAll, [boxesIn, isAligned, widthFor, spreadRow, enlargeWords])

function evenAll(root: SVGSVGElement): void {
  // Height of a box in a row, as a fraction of its width.
  const TALL = 1
  const boxes = boxesIn(root)
  if (boxes === null) return
  const isRow = isAligned(boxes.map(({ centre }) => centre.y))
  const isColumn = isAligned(boxes.map(({ centre }) => centre.x))
  if (isRow === isColumn || (isRow && !spreadRow(root, boxes))) return
  const width = widthFor(boxes)
  const growth = isRow ? enlargeWords(boxes, width) : 1
  const height = isRow ? Math.max(growth * Math.max(...boxes.map((box) => box.height)), TALL * width) : null
  for (const { shape, ...box } of boxes) {
    shape.setAttribute('width', String(width))
    shape.setAttribute('x', String(-width / 2))
    shape.setAttribute('height', String(height ?? box.height))
    shape.setAttribute('y', String(-(height ?? box.height) / 2))
  }
  // The drawing is larger now. Its view box is only a limit for what is copied.
  const { x, y, width: drawnWidth, height: drawnHeight } = root.getBBox()
  root.setAttribute('viewBox', [x - 8, y - 8, drawnWidth + 16, drawnHeight + 16].join(' '))
}

/** Returns the boxes of a flowchart that has only rectangles and no groups; null for any other drawing. */
function boxesIn(root: SVGSVGElement): ChartBox[] | null {
  const nodes = [...root.querySelectorAll<SVGGElement>('.nodes > .node')]
  if (nodes.length < 2 || root.querySelector('.flowchart-link') === null) return null
  if (root.querySelector('.cluster') !== null) return null
  const boxes: ChartBox[] = []
  for (const node of nodes) {
    const shapes = [...node.children].filter((child) => child instanceof SVGGeometryElement)
    const [shape] = shapes
    const position = node.transform.baseVal.consolidate()?.matrix
    if (shapes.length !== 1 || !(shape instanceof SVGRectElement) || position === undefined) return null
    const [width, height] = [shape.width.baseVal.value, shape.height.baseVal.value]
    boxes.push({ node, shape, centre: { x: position.e, y: position.f }, width, height })
  }
  return boxes
}

function isAligned(positions: readonly number[]): boolean {
  const TOLERANCE = 2
  return Math.max(...positions) - Math.min(...positions) < TOLERANCE
}

/** Returns the width for all boxes: that of the widest, with less space beside its words. */
function widthFor(boxes: readonly ChartBox[]): number {
  const SPARE = 24
  return Math.max(...boxes.map(({ width }) => width)) - SPARE
}

/**
 * Moves the boxes of a row apart, as far as boxes of equal width need, with the lines between them. Returns whether that
 * was possible: a line past a box would have to become longer.
 */
function spreadRow(root: SVGSVGElement, boxes: readonly ChartBox[]): boolean {
  const TOLERANCE = 8
  const row = [...boxes].sort((a, b) => a.centre.x - b.centre.x)
  const width = widthFor(row)
  const shifts: number[] = []
  for (const [index, box] of row.entries()) {
    const before = row[index - 1]
    const growth = before === undefined ? 0 : (width - before.width) / 2 + (width - box.width) / 2
    shifts.push((shifts[index - 1] ?? 0) + growth)
  }
  const moved: (readonly [SVGGraphicsElement, number])[] = []
  for (const element of root.querySelectorAll<SVGGraphicsElement>('.flowchart-link, .edgeLabels > .edgeLabel')) {
    const { x, width: length } = element.getBBox()
    const start = x + (element.transform.baseVal.consolidate()?.matrix.e ?? 0)
    if (length === 0) continue
    const index = row.findLastIndex((box) => box.centre.x + box.width / 2 <= start + TOLERANCE)
    const [left, right] = [row[index], row[index + 1]]
    if (left === undefined || right === undefined) return false
    if (start + length > right.centre.x - right.width / 2 + TOLERANCE) return false
    moved.push([element, (shifts[index] ?? 0) + (width - left.width) / 2])
  }
  for (const [index, { node }] of row.entries()) moved.push([node, shifts[index] ?? 0])
  for (const [element, shift] of moved) {
    const own = element.getAttribute('transform') ?? ''
    element.setAttribute('transform', `translate(${shift} 0) ${own}`)
  }
  return true
}

/** Enlarges the words of all boxes by one factor, so that the widest just fit into this width. Returns the factor. */
function enlargeWords(boxes: readonly ChartBox[], width: number): number {
  const SPARE = 22
  const MAX_GROWTH = 1.5
  const labels = boxes.flatMap(({ node }) => [...node.querySelectorAll<SVGGraphicsElement>(':scope > .label')])
  const widest = Math.max(1, ...labels.map((label) => label.getBBox().width))
  const growth = Math.max(1, Math.min(MAX_GROWTH, (width - SPARE) / widest))
  for (const label of labels)
    label.setAttribute('transform', `scale(${growth}) ${label.getAttribute('transform') ?? ''}`)
  return growth
}
