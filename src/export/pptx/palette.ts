// The colour scheme of a PowerPoint file, and the elements that fill shapes with its colours.

import { formatHex, parse } from 'culori'
import type { Element } from 'xast'
import type { Paint, Scene } from '../../client/scene/scene.ts'
import type { Theme } from '../../model/theme.ts'
import { tokenValue } from '../../model/token-value.ts'
import { angle, percent } from './units.ts'
import { el } from './xml.ts'

/** The twelve colours of a presentation's theme, as `rrggbb`, and the names by which shapes refer to them. */
export interface PptxPalette {
  readonly scheme: readonly SchemeColour[]
  /** Maps the names of background and text colours to slots of the scheme; in a dark theme, the text is `lt1`. */
  readonly map: Readonly<Record<string, string>>
}

export interface SchemeColour {
  readonly slot: Slot
  readonly hex: string
  /** The name by which shapes refer to the colour: `tx1`, `accent1`. */
  readonly name: string
}

const SLOTS = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const

export type Slot = (typeof SLOTS)[number]

/**
 * Makes a colour scheme from the colours of a theme. The theme's tokens `ground`, `ink`, `deep`, `deep-ink` and
 * `accent` have fixed slots; the rest are the colours that the slides use most.
 */
export function paletteOf({ tokens }: Theme, scenes: readonly Scene[]): PptxPalette {
  const token = (name: string, fallback: string) => hexOf(tokenValue(name, tokens)) ?? fallback
  const ground = token('ground', 'ffffff')
  const ink = token('ink', '000000')
  const deep = token('deep', ink)
  const deepInk = token('deep-ink', ground)
  const accent = token('accent', ink)
  const isDark = lightness(ground) < lightness(ink)
  const isDeepDark = lightness(deep) < lightness(deepInk)
  const fixed = [ground, ink, deep, deepInk, accent]
  const named = ['deep-accent', 'muted', 'deep-muted', 'line-strong', 'line', 'code-ground'].map((name) =>
    token(name, accent),
  )
  const others = [...new Set([...mostUsedColours(scenes), ...named])].filter((hex) => !fixed.includes(hex))
  const accents = [accent, ...Array.from({ length: 5 }, (_, index) => others[index] ?? accent)]
  const hexes: Readonly<Record<Slot, string>> = {
    dk1: isDark ? ground : ink,
    lt1: isDark ? ink : ground,
    dk2: isDeepDark ? deep : deepInk,
    lt2: isDeepDark ? deepInk : deep,
    accent1: accent,
    accent2: accents[1] ?? accent,
    accent3: accents[2] ?? accent,
    accent4: accents[3] ?? accent,
    accent5: accents[4] ?? accent,
    accent6: accents[5] ?? accent,
    hlink: accent,
    folHlink: accents[1] ?? accent,
  }
  const map = {
    bg1: isDark ? 'dk1' : 'lt1',
    tx1: isDark ? 'lt1' : 'dk1',
    bg2: isDeepDark ? 'dk2' : 'lt2',
    tx2: isDeepDark ? 'lt2' : 'dk2',
  }
  const nameOf = (slot: Slot) => Object.entries(map).find(([, target]) => target === slot)?.[0] ?? slot
  return { scheme: SLOTS.map((slot) => ({ slot, hex: hexes[slot], name: nameOf(slot) })), map }
}

/** Lists the colours of all slides, most used first. Each text run, box and cell counts once. */
function mostUsedColours(scenes: readonly Scene[]): readonly string[] {
  const counts = new Map<string, number>()
  const count = (colour: string) => {
    if (colour.length === 7) counts.set(colour.slice(1), (counts.get(colour.slice(1)) ?? 0) + 1)
  }
  for (const { boxes, texts, tables } of scenes) {
    for (const { fill, line } of boxes) {
      if (fill?.type === 'colour') count(fill.colour)
      if (line !== null) count(line.colour)
    }
    for (const { runs } of texts) for (const { colour } of runs) count(colour)
    for (const { rows } of tables)
      for (const { cells } of rows)
        for (const { fill, below } of cells) for (const colour of [fill, below?.colour]) if (colour) count(colour)
  }
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([hex]) => hex)
}

function hexOf(css: string | undefined): string | null {
  const hex = css === undefined || parse(css) === undefined ? undefined : formatHex(css)
  return hex === undefined ? null : hex.slice(1)
}

function lightness(hex: string): number {
  const value = Number.parseInt(hex, 16)
  return 0.2126 * (value >> 16) + 0.7152 * ((value >> 8) & 255) + 0.0722 * (value & 255)
}

/** Writes a colour; if the scheme has it, by its name there, so that it changes with the scheme. */
export function colour(hex: string, { scheme }: PptxPalette): Element {
  const rgb = hex.slice(1, 7)
  const named = scheme.find(({ hex: schemeHex }) => schemeHex === rgb)
  const alpha = hex.length > 7 ? [el('a:alpha', { val: percent(Number.parseInt(hex.slice(7), 16) / 255) })] : []
  return named === undefined
    ? el('a:srgbClr', { val: rgb.toUpperCase() }, alpha)
    : el('a:schemeClr', { val: named.name }, alpha)
}

export function solid(hex: string, palette: PptxPalette): Element {
  return el('a:solidFill', {}, colour(hex, palette))
}

export function fill(paint: Paint | null, palette: PptxPalette): Element {
  if (paint === null) return el('a:noFill')
  if (paint.type === 'colour') return solid(paint.colour, palette)
  const stops = [...paint.stops].sort((one, other) => one.offset - other.offset)
  // In DrawingML, a gradient around a centre ends at the corners of the shape, beyond the edge of an ellipse.
  const reach = paint.type === 'glow' ? Math.SQRT1_2 : 1
  return el(
    'a:gradFill',
    { rotWithShape: true },
    el(
      'a:gsLst',
      {},
      stops.map(({ colour: hex, offset }) =>
        el('a:gs', { pos: percent(reach * Math.min(1, Math.max(0, offset))) }, colour(hex, palette)),
      ),
    ),
    direction(paint),
  )
}

function direction(paint: Exclude<Paint, { type: 'colour' }>): Element {
  // In CSS, angles are measured from the top; in DrawingML, from the right.
  if (paint.type === 'gradient') return el('a:lin', { ang: angle(paint.angle - 90), scaled: false })
  const centre = percent(0.5)
  return el('a:path', { path: 'circle' }, el('a:fillToRect', { l: centre, t: centre, r: centre, b: centre }))
}
