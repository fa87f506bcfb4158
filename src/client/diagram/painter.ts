// Reads the colours of a Mermaid drawing, and replaces Mermaid's own colours with the slide's.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'
import type { FormatNumber, ShapeAttributes } from './shape-geometry.ts'

/** The custom properties for colours that neither we nor the author of the diagram chose. */
export interface FallbackColours {
  readonly fill: string
  readonly stroke: string
}

/** Makes a painter. Runs in the page. */
export const createPainter = pageFunction(makePainter, [toHex, isTransparent, isSetByAuthor, opacityOf, inkOn])

export type Painter = ReturnType<typeof makePainter>

/**
 * `colours` maps each colour that Mermaid was given, as `rgb(1, 2, 3)`, to the slide's custom property that replaces
 * it.
 */
function makePainter(colours: Readonly<Record<string, string>>, formatNumber: FormatNumber) {
  const paintOf = (element: Element, property: 'fill' | 'stroke', fallback: string): string => {
    const colour = getComputedStyle(element)[property]
    if (isTransparent(colour)) return 'none'
    const customProperty = colours[colour]
    if (customProperty !== undefined) return `var(--${customProperty})`
    return isSetByAuthor(element, property) && colour.startsWith('rgb') ? toHex(colour) : `var(--${fallback})`
  }
  return {
    opacityOf,
    /** Returns the paint attributes of a shape. */
    paintsOf(element: Element, fallback: FallbackColours): ShapeAttributes {
      const style = getComputedStyle(element)
      const fill = paintOf(element, 'fill', fallback.fill)
      const width = Number.parseFloat(style.strokeWidth)
      const stroke = width > 0 ? paintOf(element, 'stroke', fallback.stroke) : 'none'
      const opacity = opacityOf(element)
      const fillOpacity = Number(style.fillOpacity)
      const attributes: Record<string, string> = { fill }
      if (fill !== 'none' && fillOpacity < 1) attributes['fill-opacity'] = formatNumber(fillOpacity)
      if (stroke !== 'none') {
        attributes.stroke = stroke
        if (Number(style.strokeOpacity) < 1) attributes['stroke-opacity'] = formatNumber(Number(style.strokeOpacity))
        attributes['stroke-width'] = formatNumber(width)
        if (/[1-9]/.test(style.strokeDasharray)) {
          const dashes = style.strokeDasharray.replaceAll('px', '').replaceAll(',', '')
          attributes['stroke-dasharray'] = dashes.replace(/-?\d*\.\d+(?:e-?\d+)?/g, (digits) =>
            formatNumber(Number(digits)),
          )
        }
        if (style.strokeLinecap !== 'butt') attributes['stroke-linecap'] = style.strokeLinecap
        if (style.strokeLinejoin !== 'miter') attributes['stroke-linejoin'] = style.strokeLinejoin
      }
      if (opacity < 1) attributes.opacity = formatNumber(opacity)
      return attributes
    },
    /** Returns the colour of the text in an element. */
    textColourOf(element: Element): string {
      const colour =
        element instanceof SVGElement
          ? paintOf(element, 'fill', 'ink')
          : `var(--${colours[getComputedStyle(element).color] ?? 'ink'})`
      return inkOn(element) ?? (colour === 'none' ? 'var(--ink)' : colour)
    },
  }
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

/** Returns the opacity of an element, multiplied by the opacities of all its ancestors. */
function opacityOf(element: Element): number {
  let opacity = 1
  for (let ancestor: Element | null = element; ancestor !== null; ancestor = ancestor.parentElement)
    opacity *= Number(getComputedStyle(ancestor).opacity)
  return opacity
}

/** Chooses a readable colour for text on a node whose fill the author chose; null for other nodes. */
function inkOn(element: Element): string | null {
  const node = element.closest('g.node, g.cluster, g.statediagram-state')
  const filledShape = [...(node?.querySelectorAll('rect, path, circle, ellipse, polygon') ?? [])].find((shape) =>
    isSetByAuthor(shape, 'fill'),
  )
  if (filledShape === undefined || isTransparent(getComputedStyle(filledShape).fill)) return null
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(filledShape).fill.match(/[\d.]+/g) ?? []).map((value) => {
    const channel = Number(value) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#111111' : '#ffffff'
}
