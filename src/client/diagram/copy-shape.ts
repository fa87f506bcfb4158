// Copies a shape of a Mermaid drawing.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'
import type { DiagramCopy } from './diagram-copy.ts'
import type { LineEnd } from './marker-matrix.ts'
import type { ShapeAttributes } from './shape-geometry.ts'

/** Adds a shape, with the markers at its ends, to a copy. Runs in the page. */
export const copyShape = pageFunction(addShapeWithMarkers, [addShape, addMarker, clipToView])

function addShapeWithMarkers(copy: DiagramCopy, element: SVGGraphicsElement, matrix: DOMMatrix): void {
  addShape(copy, element, matrix)
  if (element instanceof SVGGeometryElement && element.localName !== 'rect') {
    addMarker(copy, { line: element, matrix, end: 'start' })
    addMarker(copy, { line: element, matrix, end: 'end' })
  }
}

function addShape(copy: DiagramCopy, element: SVGGraphicsElement, matrix: DOMMatrix): void {
  const paints = copy.painter.paintsOf(element, { fill: 'tint', stroke: 'muted' })
  const transform = copy.tools.transformOf(matrix)
  const unclipped = copy.tools.shapeGeometry(element, copy.tools.formatNumber)
  const geometry = transform.transform === undefined ? clipToView(copy, element, unclipped) : unclipped
  const isEmpty =
    (paints.fill === 'none' && paints.stroke === undefined) ||
    geometry.width === '0' ||
    geometry.height === '0' ||
    geometry.d === ''
  if (isEmpty) return
  copy.visible.addShape(element.getBoundingClientRect())
  copy.shapes.push({ tag: element.localName, attributes: { ...geometry, ...paints, ...transform }, text: '' })
}

/** Clips a line that extends above or below the view box. */
function clipToView({ view, tools }: DiagramCopy, element: Element, geometry: ShapeAttributes): ShapeAttributes {
  if (element.localName !== 'line' || view === null || view.height === 0) return geometry
  const clamp = (value: string | undefined) =>
    tools.formatNumber(Math.max(view.y, Math.min(view.y + view.height, Number(value ?? 0))))
  return { ...geometry, y1: clamp(geometry.y1), y2: clamp(geometry.y2) }
}

/**
 * Copies the marker, such as an arrowhead, at an end of a line. It is copied as shapes, so that the drawing contains no
 * references.
 */
function addMarker(copy: DiagramCopy, lineEnd: LineEnd): void {
  const style = getComputedStyle(lineEnd.line)
  const [, id = ''] = /#([^"')]+)/.exec(lineEnd.end === 'start' ? style.markerStart : style.markerEnd) ?? []
  const marker = id === '' ? null : copy.root.querySelector<SVGMarkerElement>(`marker[id="${CSS.escape(id)}"]`)
  const position = marker === null ? null : copy.tools.markerMatrix(marker, lineEnd)
  if (marker === null || position === null) return
  const SHAPES = 'path, circle, polygon, polyline, line, rect, ellipse'
  for (const part of marker.querySelectorAll<SVGGraphicsElement>(SHAPES)) {
    const ownMatrix = part.transform.baseVal.consolidate()?.matrix
    const transform = copy.tools.transformOf(
      ownMatrix === undefined ? position : position.multiply(DOMMatrix.fromMatrix(ownMatrix)),
    )
    const paints = copy.painter.paintsOf(part, { fill: 'muted', stroke: 'muted' })
    const geometry = copy.tools.shapeGeometry(part, copy.tools.formatNumber)
    copy.shapes.push({ tag: part.localName, attributes: { ...geometry, ...paints, ...transform }, text: '' })
  }
}
