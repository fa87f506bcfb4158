// Reads the geometry of the shapes in a Mermaid drawing.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'

export type ShapeAttributes = Readonly<Record<string, string>>

/** Rounds a number and formats it for an attribute. */
export type FormatNumber = (value: number) => string

/** Returns the attributes that set the position and size of a shape. Runs in the page. */
export const shapeGeometry = pageFunction(geometryOf, [roundNumbersIn])

function geometryOf(element: Element, formatNumber: FormatNumber): ShapeAttributes {
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
      if (value !== null) return [[name, roundNumbersIn(value, formatNumber)]]
      return number === undefined || (number === 0 && name !== 'width' && name !== 'height')
        ? []
        : [[name, formatNumber(number)]]
    }),
  )
}

/** Rounds the decimal fractions in a path or a list of points. */
function roundNumbersIn(text: string, formatNumber: FormatNumber): string {
  return text.replace(/-?\d*\.\d+(?:e-?\d+)?/g, (digits) => formatNumber(Number(digits)))
}
