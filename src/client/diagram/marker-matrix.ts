// Computes where a marker, such as an arrowhead, is drawn at an end of a line.

/// <reference lib="dom" />

/** An end of a line. */
export interface LineEnd {
  readonly line: SVGGeometryElement
  /** The transformation from the line's coordinates to the drawing's. */
  readonly matrix: DOMMatrix
  readonly end: 'start' | 'end'
}

/**
 * Returns the transformation from a marker's coordinates to the drawing's: to an end of its line, rotated and scaled as
 * the marker specifies. Null if the line has no length. Runs in the page and closes over nothing.
 */
export function markerMatrix(marker: SVGMarkerElement, { line, matrix, end }: LineEnd): DOMMatrix | null {
  const length = line.getTotalLength()
  if (length === 0) return null
  const distance = end === 'start' ? 0 : length
  const [point, before, after] = [distance, Math.max(0, distance - 0.5), Math.min(length, distance + 0.5)].map(
    (position) => line.getPointAtLength(position),
  )
  if (point === undefined || before === undefined || after === undefined) return null
  const isReversed = marker.getAttribute('orient') === 'auto-start-reverse' && end === 'start'
  const angle = marker.getAttribute('orient')?.startsWith('auto')
    ? (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI + (isReversed ? 180 : 0)
    : marker.orientAngle.baseVal.value
  const box = marker.viewBox.baseVal
  const isScaled = marker.markerUnits.baseVal !== SVGMarkerElement.SVG_MARKERUNITS_USERSPACEONUSE
  const unit = isScaled ? Number.parseFloat(getComputedStyle(line).strokeWidth) : 1
  const [width, height] = [marker.markerWidth.baseVal.value, marker.markerHeight.baseVal.value]
  // A marker with a view box is an arrowhead, and is enlarged because the lines are thicker than Mermaid's own. A line
  // with another marker, such as a diamond, ends where a marker of Mermaid's size begins.
  const isArrowhead = box !== null && box.width > 0
  const LARGER = 1.3
  const scale = isArrowhead ? LARGER * Math.min(width / box.width, height / box.height) : 1
  // The tip ends short of the border that it points at, even though it is larger.
  const CLEARANCE = 1.5
  const pointsForward = end === 'end' || isReversed
  const reach = pointsForward && isArrowhead ? box.width - marker.refX.baseVal.value : marker.refX.baseVal.value
  const retreat = isArrowhead ? reach * unit * scale * (1 - 1 / LARGER) + CLEARANCE : 0
  return matrix
    .translate(point.x, point.y)
    .rotate(angle)
    .translate(pointsForward ? -retreat : retreat, 0)
    .scale(unit * scale)
    .translate(-marker.refX.baseVal.value, -marker.refY.baseVal.value)
}
