// Draws the outlines of a PowerPoint template's shapes as SVG shapes.

import type { Element } from 'xast'
import { boxAttributes } from './box-attributes.ts'
import { allIn, childOf } from './open-template.ts'
import { round } from './round.ts'
import type { Box } from './template-layouts.ts'

/** The outline of a shape as an SVG element without paint. */
export interface ShapeOutline {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Draws the outline of a shape; null if it cannot be drawn. */
export function outlineOf(shape: Element, box: Box): ShapeOutline | null {
  const { x: left, y, width, height } = box
  const properties = childOf(shape, 'p:spPr')
  const preset = childOf(properties, 'a:prstGeom')?.attributes.prst
  const custom = childOf(properties, 'a:custGeom')
  if (custom !== undefined) return customOutline(custom, box)
  const [right, bottom] = [left + width, y + height]
  const points = (...pairs: readonly (readonly [number, number])[]): ShapeOutline => ({
    name: 'polygon',
    attributes: { points: pairs.map((pair) => pair.join(',')).join(' ') },
  })
  switch (preset) {
    case 'rect':
    case 'snip1Rect':
      return { name: 'rect', attributes: boxAttributes(box) }
    case 'roundRect':
      return {
        name: 'rect',
        attributes: { ...boxAttributes(box), rx: String(Math.min(width, height) / 6) },
      }
    case 'ellipse':
      return {
        name: 'ellipse',
        attributes: {
          cx: String(left + width / 2),
          cy: String(y + height / 2),
          rx: String(width / 2),
          ry: String(height / 2),
        },
      }
    case 'line':
    case 'straightConnector1':
      return { name: 'line', attributes: { x1: String(left), y1: String(y), x2: String(right), y2: String(bottom) } }
    case 'triangle':
      return points([left + width / 2, y], [right, bottom], [left, bottom])
    case 'rtTriangle':
      return points([left, y], [right, bottom], [left, bottom])
    default:
      return null
  }
}

/** Draws a custom path of moves, lines and curves; null if it has other commands or computed points. */
function customOutline(custom: Element, { x: left, y, width, height }: Box): ShapeOutline | null {
  const [path] = allIn(custom, 'a:path')
  const [pathWidth, pathHeight] = [Number(path?.attributes.w), Number(path?.attributes.h)]
  if (path === undefined || !(pathWidth > 0) || !(pathHeight > 0)) return null
  const commands: Readonly<Record<string, string>> = {
    'a:moveTo': 'M',
    'a:lnTo': 'L',
    'a:cubicBezTo': 'C',
    'a:quadBezTo': 'Q',
    'a:close': 'Z',
  }
  const steps = path.children.filter((child): child is Element => child.type === 'element')
  const pathParts = steps.map((step) => {
    const points = allIn(step, 'a:pt').map(
      ({ attributes }) =>
        `${round(left + (Number(attributes.x) / pathWidth) * width)} ${round(y + (Number(attributes.y) / pathHeight) * height)}`,
    )
    return `${commands[step.name] ?? '?'}${points.join(' ')}`
  })
  const d = pathParts.join('')
  return d.includes('?') || d.includes('NaN') ? null : { name: 'path', attributes: { d } }
}
