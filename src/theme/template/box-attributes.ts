import type { Box } from './template-layouts.ts'

/** Returns the SVG attributes that place an element in a box. */
export function boxAttributes({ x, y, width, height }: Box): Record<'x' | 'y' | 'width' | 'height', string> {
  return { x: String(x), y: String(y), width: String(width), height: String(height) }
}
