// The SVG elements that all charts share, with their sizes and colours.

import type { Element } from 'hast'
import { s } from 'hastscript'

/** The area for a chart, in CSS px of a slide. */
export interface ChartArea {
  readonly width: number
  readonly height: number
  /** The language of the deck, which determines how the numbers of an axis are written. */
  readonly language: string
}

/** Font sizes of labels and values, and of axes and legends, in CSS px. */
export const FONT_SIZE = { label: 28, axis: 24 } as const

/** Makes an `svg` of this size. */
export function chartSvg(width: number, height: number, children: readonly Element[]): Element {
  return s('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${round(width)} ${round(height)}` }, [
    ...children,
  ])
}

export interface TextPlacement {
  readonly x: number
  /** The y of the baseline. */
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly size?: number
  readonly colour?: 'ink' | 'muted'
  readonly isStrong?: boolean
}

/** Draws a line of text. */
export function textLine(
  text: string,
  { x, y, anchor = 'start', size = FONT_SIZE.label, colour = 'ink', isStrong }: TextPlacement,
): Element {
  const style = `font-size:${size}px${isStrong ? ';font-weight:var(--weight-strong)' : ''}`
  return s('text', { x: round(x), y: round(y), fill: `var(--${colour})`, 'text-anchor': anchor, style }, text)
}

/** Returns the distance from the middle of a line of text to its baseline. */
export function baselineShift(size: number): number {
  return size * 0.35
}

/**
 * Estimates the width of text, in CSS px, in the widest and boldest font of the built-in themes, because a value that is
 * cut off is worse than a slightly smaller drawing.
 */
export function estimateWidth(text: string, size: number): number {
  let width = 0
  for (const character of text) width += WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? OTHER_WIDTH
  return width * size
}

/** Widths of characters, in multiples of the font size; the first match counts. */
const WIDTHS: readonly (readonly [characters: RegExp, width: number])[] = [
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\p{Extended_Pictographic}]/u,
    1,
  ],
  [/[%@WMmw]/, 0.94],
  [/[ .,:;'’|iljI!()[\]]/, 0.35],
  [/[\d\p{Sc}+−–]/u, 0.67],
  [/\p{Lu}/u, 0.72],
]
const OTHER_WIDTH = 0.6

/** Breaks text into at most `MAX_LINES` lines of at most this width; the last line takes the rest, however long. */
export function wrapText(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    const joined = `${last} ${word}`
    if (last !== undefined && (estimateWidth(joined, size) <= width || lines.length === MAX_LINES))
      lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

const MAX_LINES = 3

export function seriesColour(index: number): string {
  return `var(--series-${(index % 8) + 1})`
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
