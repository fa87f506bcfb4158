// Reads colours, borders and fills from computed styles.

/// <reference lib="dom" />
import { pageFunction } from '../page-function.ts'
import type { Edge, GradientStop, Paint } from './scene.ts'

/** Makes a style reader. Runs in the page. */
export const createStyleReader = pageFunction(createReader, [splitList, stopsReader, gradientReader, px])

export type StyleReader = ReturnType<typeof createReader>

function createReader() {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  /** Returns a colour as `#rrggbb` or `#rrggbbaa`; null if it is transparent or cannot be read. */
  const colour = (css: string): string | null => {
    if (context === null) return null
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = '#000000'
    context.fillStyle = css
    context.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 255] = context.getImageData(0, 0, 1, 1).data
    if (a === 0) return null
    return `#${[r, g, b, ...(a < 255 ? [a] : [])].map((value) => value.toString(16).padStart(2, '0')).join('')}`
  }
  const edge = (style: CSSStyleDeclaration, side: 'Top' | 'Right' | 'Bottom' | 'Left'): Edge | null => {
    const width = px(style[`border${side}Width`])
    const kind = style[`border${side}Style`]
    const lineColour = colour(style[`border${side}Color`])
    if (width === 0 || kind === 'none' || kind === 'hidden' || lineColour === null) return null
    return { width, colour: lineColour, style: kind === 'dashed' || kind === 'dotted' ? kind : 'solid' }
  }
  /** Top, right, bottom, left. */
  const edges = (style: CSSStyleDeclaration) =>
    (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => edge(style, side))
  const stops = stopsReader(colour)
  const gradient = gradientReader(stops)
  const paint = (style: CSSStyleDeclaration): Paint | null => {
    const gradientFill = gradient(style.backgroundImage)
    if (gradientFill !== null && style.backgroundSize === 'auto') return gradientFill
    const plainColour = colour(style.backgroundColor)
    return plainColour === null ? null : { type: 'colour', colour: plainColour }
  }
  return { colour, edge, edges, gradient, paint, splitList, stops }
}

/** Splits a list at its commas, except those in parentheses. */
function splitList(css: string): string[] {
  return css.split(/,(?![^(]*\))/).map((part) => part.trim())
}

function stopsReader(colourOf: (css: string) => string | null) {
  /**
   * Returns the stops in one part of a gradient: its colour at each given position; if none is given, its colour once,
   * with a null offset.
   */
  const stopsIn = (part: string): { colour: string | null; offset: number | null }[] => {
    const colour = colourOf(part.replace(/(?:\s+-?[\d.]+(?:%|px))+$/, ''))
    const positions = [...part.matchAll(/\s(-?[\d.]+)(?:%|(?<=\s0)px)/g)].map(([, position]) => Number(position) / 100)
    return positions.length === 0 ? [{ colour, offset: null }] : positions.map((offset) => ({ colour, offset }))
  }
  return (parts: readonly string[]): GradientStop[] => {
    const partStops = parts.flatMap(stopsIn)
    let lastPosition = 0
    let lastColour = partStops.find(({ colour }) => colour !== null)?.colour ?? '#000000'
    return partStops.map(({ colour, offset }, index) => {
      // A stop is never placed before the previous one: "red 60%, blue 0" changes colour at once.
      lastPosition = Math.max(lastPosition, offset ?? index / Math.max(1, partStops.length - 1))
      lastColour = colour ?? lastColour
      // Colours keep their hue as they fade out: "red, transparent" is never black.
      return { colour: colour ?? `${lastColour.slice(0, 7)}00`, offset: lastPosition }
    })
  }
}

function gradientReader(stopsIn: (parts: readonly string[]) => GradientStop[]) {
  return (image: string): Paint | null => {
    const [, inside] = /^linear-gradient\(((?:[^()]|\([^()]*\))*)\)/.exec(image) ?? []
    if (inside === undefined) return null
    const parts = splitList(inside)
    const [first = ''] = parts
    const [, degrees] = /^(-?[\d.]+)deg$/.exec(first) ?? []
    const sides: Readonly<Record<string, number>> = { 'to top': 0, 'to right': 90, 'to bottom': 180, 'to left': 270 }
    const isAngle = degrees !== undefined || first in sides
    const angle = degrees === undefined ? (sides[first] ?? 180) : Number(degrees)
    const stops = stopsIn(isAngle ? parts.slice(1) : parts)
    const firstStop = stops[0]
    if (firstStop === undefined) return null
    if (stops.every(({ colour }) => colour === firstStop.colour)) return { type: 'colour', colour: firstStop.colour }
    return { type: 'gradient', angle, stops }
  }
}

function px(value: string): number {
  return Number.parseFloat(value) || 0
}
