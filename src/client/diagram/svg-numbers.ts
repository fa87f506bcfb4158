// Writes numbers and transformations for SVG.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'
import type { ShapeAttributes } from './shape-geometry.ts'

/** Rounds to two decimals. Runs in the page and closes over nothing. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 100) / 100 || 0)
}

/** Returns the attribute for a transformation; none if it changes nothing. Runs in the page. */
export const transformOf = pageFunction(writeTransform, [formatNumber])

function writeTransform({ a, b, c, d, e, f }: DOMMatrix): ShapeAttributes {
  const numbers = [a, b, c, d, e, f].map(formatNumber).join(' ')
  return numbers === '1 0 0 1 0 0' ? {} : { transform: `matrix(${numbers})` }
}
