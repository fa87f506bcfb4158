// Computes the colours of a theme from those of an event.

import { clampChroma, formatHex, oklch, wcagContrast } from 'culori'
import type { BrandPair, BrandRule } from '../model/brand.ts'
import type { Theme } from '../model/theme.ts'
import { colourOf, pairsIn, requiredContrast } from './contrast.ts'

/** A token for which an event's colour had to be made lighter or darker. */
export interface Repair {
  readonly token: string
  /** The event's colour. */
  readonly colour: string
  /** The adjusted colour, of the same hue. */
  readonly repaired: string
  /** The ratio that was too low, and the required one. */
  readonly ratio: number
  readonly required: number
}

/** A token with a colour made from one of the event's. */
export interface ColourUse {
  readonly token: string
  /** The event's colour. */
  readonly colour: string
  readonly value: string
}

export interface Palette {
  readonly tokens: Theme['tokens']
  readonly repairs: readonly Repair[]
  readonly uses: readonly ColourUse[]
  /** Whether the second colour is too light for dark backgrounds, so that they take the first. */
  readonly isSwapped: boolean
}

/**
 * Derives a theme's colours from the one or two of an event. A colour that would fail WCAG AA in a pair of text and
 * background is made lighter or darker, as little as possible, and keeps its hue.
 */
export function paletteOf(theme: Pick<Theme, 'tokens' | 'pairs' | 'brand'>, colours: readonly string[]): Palette {
  if (colours.length === 0) return { tokens: theme.tokens, repairs: [], uses: [], isSwapped: false }
  const isSwapped = theme.brand.deep?.type === 'from' && isSecondLight(colours)
  const rules = Object.entries(theme.brand).flatMap(([token, rule]): readonly (readonly [string, BrandRule])[] => {
    if (!(token in theme.tokens)) return []
    return [[token, isSwapped && DEEP.test(token) ? withOtherColour(rule) : rule]]
  })
  const pairs = pairsIn(theme.tokens, theme.pairs)
  const repairs: Repair[] = []
  const uses: ColourUse[] = []
  let tokens = theme.tokens
  for (const [index, [token, rule]] of rules.entries()) {
    // A token with a later rule still has the theme's own colour; that rule will make it readable.
    const later = Object.fromEntries(rules.slice(index + 1))
    const { value, repair } = valueFor(token, rule, { tokens, pairs, later, colours })
    tokens = { ...tokens, [token]: value }
    if (repair !== null) repairs.push(repair)
    const colour = rule.type === 'from' ? colours[rule.colour - 1] : undefined
    if (colour !== undefined) uses.push({ token, colour, value })
  }
  return { tokens, repairs, uses, isSwapped }
}

/** The tokens of the deep background and of what is shown on it. */
const DEEP = /^deep(?:-|$)/

/** Whether the second colour is light and the first is darker, so that the first makes the better dark background. */
function isSecondLight([first, second]: readonly string[]): boolean {
  if (first === undefined || second === undefined) return false
  const [own = 0, other = 0] = [first, second].map((colour) => oklch(colour)?.l)
  return other > LIGHT && own < other
}

/** The OKLCH lightness above which a colour loses its character if it is darkened to a background. */
const LIGHT = 0.7

function withOtherColour(rule: BrandRule): BrandRule {
  return rule.type === 'from' ? { ...rule, colour: rule.colour === 1 ? 2 : 1 } : rule
}

interface PaletteContext {
  readonly tokens: Theme['tokens']
  readonly pairs: readonly BrandPair[]
  readonly later: Theme['brand']
  readonly colours: readonly string[]
}

interface MadeColour {
  readonly value: string
  readonly repair: Repair | null
}

function valueFor(token: string, rule: BrandRule, around: PaletteContext): MadeColour {
  if (rule.type === 'fixed') return { value: rule.value, repair: null }
  if (rule.type === 'on') return { value: inkOn(colourOf(rule.ground, around.tokens) ?? WHITE, around), repair: null }
  return fromBrand(token, rule, around)
}

const WHITE = '#ffffff'

/** Returns white or the darker of the theme's `ink` and `ground`, whichever is easier to read on a background. */
function inkOn(ground: string, { tokens }: PaletteContext): string {
  const own = [colourOf('ink', tokens) ?? '#000000', colourOf('ground', tokens) ?? '#000000']
  const [dark = '#000000'] = own.toSorted((one, other) => wcagContrast(other, WHITE) - wcagContrast(one, WHITE))
  return wcagContrast(dark, ground) >= wcagContrast(WHITE, ground) ? dark : WHITE
}

type FromRule = Extract<BrandRule, { readonly type: 'from' }>

function fromBrand(token: string, rule: FromRule, around: PaletteContext): MadeColour {
  const [first = WHITE, second] = around.colours
  const isMissing = rule.colour === 2 && second === undefined
  const colour = rule.colour === 2 ? (second ?? first) : first
  const { lightness, chroma } = isMissing ? (rule.otherwise ?? rule) : rule
  const { l, c, h = 0 } = oklch(colour) ?? { l: 1, c: 0 }
  const wanted = Math.min(Math.max(l, lightness?.[0] ?? 0), lightness?.[1] ?? 1)
  const most = Math.min(chroma ?? c, l > LIGHT && wanted < DARK && turnsBrown(h) ? GREY : c)
  const shade = (at: number) => hex(at, Math.min(c, most), h)
  const unchanged = wanted === l && most >= c ? colour : shade(wanted)
  const worst = shortfallFinder(token, rule, around)
  const missed = worst(unchanged)
  if (missed === null) return { value: unchanged, repair: null }
  const repaired =
    lightnessesFrom(wanted)
      .map(shade)
      .find((shaded) => worst(shaded) === null) ?? unchanged
  return { value: repaired, repair: { token, colour, repaired, ...missed } }
}

/** The OKLCH lightness of a background that is dark, and the chroma of one that is nearly grey. */
const DARK = 0.5
const GREY = 0.015

/** Whether a light colour turns brown or olive where it is darkened: orange and yellow, by their OKLCH hue. */
function turnsBrown(hue: number): boolean {
  return hue > 35 && hue < 125
}

/** Reduces the chroma of a colour that is too vivid for its lightness, so that a screen can show it; the hue stays. */
function hex(l: number, c: number, h: number): string {
  return formatHex(clampChroma({ mode: 'oklch', l, c, h }, 'oklch'))
}

interface Shortfall {
  readonly ratio: number
  readonly required: number
}

/**
 * Returns a function that finds the contrast requirement that a colour of the token misses by most; null if it misses
 * none.
 */
function shortfallFinder(token: string, rule: FromRule, around: PaletteContext): (colour: string) => Shortfall | null {
  const own = around.pairs.filter(({ ink, ground }) => ink === token || ground === token)
  const demands = own.flatMap((pair) => {
    const isInk = pair.ink === token
    const partner = isInk ? pair.ground : pair.ink
    const required = isInk ? Math.max(requiredContrast(pair), rule.contrast ?? 0) : requiredContrast(pair)
    const coming = around.later[partner]
    if (coming?.type === 'on' && coming.ground === token)
      return [{ required, on: (colour: string) => inkOn(colour, around) }]
    const other = coming === undefined ? colourOf(partner, around.tokens) : null
    return other === null ? [] : [{ required, on: () => other }]
  })
  return (colour) => {
    const missed = demands
      .map(({ required, on }) => ({ required, ratio: wcagContrast(colour, on(colour)) }))
      .filter(({ ratio, required }) => ratio < required)
      .toSorted((one, other) => one.ratio / one.required - other.ratio / other.required)
    return missed[0] ?? null
  }
}

/** A step of lightness that is too small to see. */
const STEP = 1 / 400

/** Lists every lightness from black to white, the nearest first. */
function lightnessesFrom(to: number): readonly number[] {
  return Array.from({ length: 1 / STEP + 1 }, (_, index) => index * STEP).toSorted(
    (one, other) => Math.abs(one - to) - Math.abs(other - to),
  )
}
