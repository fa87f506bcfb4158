// Computes the colours of a theme from the colours of an event.

import { clampChroma, formatHex, oklch, wcagContrast } from 'culori'
import type { BrandPair, BrandRule } from '../model/brand.ts'
import type { Theme } from '../model/theme.ts'
import { colourOf, pairsIn, requiredContrast } from './contrast.ts'

/** A token for which an event's colour had to be made lighter or darker. */
export interface Repair {
  readonly token: string
  /** The event's colour. */
  readonly colour: string
  /** The lighter or darker colour, of the same hue. */
  readonly adjusted: string
  /** The contrast ratio that was too low, and the ratio that is required. */
  readonly ratio: number
  readonly required: number
}

/** A token whose colour was made from one of the event's colours. */
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
  /** Whether dark backgrounds use the first colour, because the second is too light for them. */
  readonly isSwapped: boolean
}

/**
 * Derives a theme's colours from the one or two colours of an event. A colour that, as text or background, would fail
 * WCAG AA is made lighter or darker, as little as possible, and keeps its hue.
 */
export function paletteOf(theme: Pick<Theme, 'tokens' | 'pairs' | 'brand'>, colours: readonly string[]): Palette {
  if (colours.length === 0) return { tokens: theme.tokens, repairs: [], uses: [], isSwapped: false }
  const isSwapped = theme.brand.deep?.type === 'from' && isSecondLight(colours)
  const rules = Object.entries(theme.brand).flatMap(([token, rule]): readonly (readonly [string, BrandRule])[] => {
    if (!(token in theme.tokens)) return []
    return [[token, isSwapped && DEEP_TOKENS.test(token) ? withOtherColour(rule) : rule]]
  })
  const pairs = pairsIn(theme.tokens, theme.pairs)
  const repairs: Repair[] = []
  const uses: ColourUse[] = []
  let tokens = theme.tokens
  for (const [index, [token, rule]] of rules.entries()) {
    // A token with a later rule still has the theme's own colour; that rule will make it readable.
    const laterRules = Object.fromEntries(rules.slice(index + 1))
    const { value, repair } = valueFor(token, rule, { tokens, pairs, laterRules, colours })
    tokens = { ...tokens, [token]: value }
    if (repair !== null) repairs.push(repair)
    const colour = rule.type === 'from' ? colours[rule.colour - 1] : undefined
    if (colour !== undefined) uses.push({ token, colour, value })
  }
  return { tokens, repairs, uses, isSwapped }
}

/** The tokens of the deep background and of what is shown on it. */
const DEEP_TOKENS = /^deep(?:-|$)/

/** Whether the second colour is light and the first is darker, so that the first makes the better dark background. */
function isSecondLight([first, second]: readonly string[]): boolean {
  if (first === undefined || second === undefined) return false
  const [firstLightness = 0, secondLightness = 0] = [first, second].map((colour) => oklch(colour)?.l)
  return secondLightness > MIN_LIGHT && firstLightness < secondLightness
}

/** In OKLCH. A colour lighter than this loses its character if it is darkened to serve as a background. */
const MIN_LIGHT = 0.7

function withOtherColour(rule: BrandRule): BrandRule {
  return rule.type === 'from' ? { ...rule, colour: rule.colour === 1 ? 2 : 1 } : rule
}

interface PaletteContext {
  readonly tokens: Theme['tokens']
  readonly pairs: readonly BrandPair[]
  /** The rules that are applied after this one, keyed by token. */
  readonly laterRules: Theme['brand']
  readonly colours: readonly string[]
}

interface TokenColour {
  readonly value: string
  readonly repair: Repair | null
}

function valueFor(token: string, rule: BrandRule, context: PaletteContext): TokenColour {
  if (rule.type === 'fixed') return { value: rule.value, repair: null }
  if (rule.type === 'on') return { value: inkOn(colourOf(rule.ground, context.tokens) ?? WHITE, context), repair: null }
  return brandColour(token, rule, context)
}

const WHITE = '#ffffff'

/** Returns white or the darker of the theme's `ink` and `ground`, whichever is easier to read on a background. */
function inkOn(ground: string, { tokens }: PaletteContext): string {
  const themeColours = [colourOf('ink', tokens) ?? '#000000', colourOf('ground', tokens) ?? '#000000']
  const [dark = '#000000'] = themeColours.toSorted(
    (one, other) => wcagContrast(other, WHITE) - wcagContrast(one, WHITE),
  )
  return wcagContrast(dark, ground) >= wcagContrast(WHITE, ground) ? dark : WHITE
}

type FromRule = Extract<BrandRule, { readonly type: 'from' }>

function brandColour(token: string, rule: FromRule, context: PaletteContext): TokenColour {
  const [first = WHITE, second] = context.colours
  const isMissing = rule.colour === 2 && second === undefined
  const colour = rule.colour === 2 ? (second ?? first) : first
  const { lightness, chroma } = isMissing ? (rule.otherwise ?? rule) : rule
  const { l, c, h = 0 } = oklch(colour) ?? { l: 1, c: 0 }
  const targetLightness = Math.min(Math.max(l, lightness?.[0] ?? 0), lightness?.[1] ?? 1)
  const maxChroma = Math.min(
    chroma ?? c,
    l > MIN_LIGHT && targetLightness < MAX_DARK && turnsBrown(h) ? MAX_GREY_CHROMA : c,
  )
  const shade = (newLightness: number) => hexOf(newLightness, Math.min(c, maxChroma), h)
  const unchanged = targetLightness === l && maxChroma >= c ? colour : shade(targetLightness)
  const shortfallOf = shortfallFinder(token, rule, context)
  const shortfall = shortfallOf(unchanged)
  if (shortfall === null) return { value: unchanged, repair: null }
  const adjusted =
    lightnessesNearest(targetLightness)
      .map(shade)
      .find((shaded) => shortfallOf(shaded) === null) ?? unchanged
  return { value: adjusted, repair: { token, colour, adjusted, ...shortfall } }
}

/** In OKLCH: the lightness below which a background is dark, and the highest chroma of a background that looks grey. */
const MAX_DARK = 0.5
const MAX_GREY_CHROMA = 0.015

/** Whether a light colour with this OKLCH hue turns brown or olive when it is darkened, as orange and yellow do. */
function turnsBrown(hue: number): boolean {
  return hue > 35 && hue < 125
}

/**
 * Converts an OKLCH colour to `#rrggbb`. If the colour is too vivid for its lightness, its chroma is reduced, so that a
 * screen can show it, but its hue is kept.
 */
function hexOf(l: number, c: number, h: number): string {
  return formatHex(clampChroma({ mode: 'oklch', l, c, h }, 'oklch'))
}

interface Shortfall {
  readonly ratio: number
  readonly required: number
}

/**
 * Returns a function that finds the contrast requirement by which a colour for the token falls short the most; null if
 * the colour meets them all.
 */
function shortfallFinder(token: string, rule: FromRule, context: PaletteContext): (colour: string) => Shortfall | null {
  const tokenPairs = context.pairs.filter(({ ink, ground }) => ink === token || ground === token)
  const requirements = tokenPairs.flatMap((pair) => {
    const isInk = pair.ink === token
    const partner = isInk ? pair.ground : pair.ink
    const required = isInk ? Math.max(requiredContrast(pair), rule.contrast ?? 0) : requiredContrast(pair)
    const laterRule = context.laterRules[partner]
    if (laterRule?.type === 'on' && laterRule.ground === token)
      return [{ required, partnerOf: (colour: string) => inkOn(colour, context) }]
    const other = laterRule === undefined ? colourOf(partner, context.tokens) : null
    return other === null ? [] : [{ required, partnerOf: () => other }]
  })
  return (colour) => {
    const shortfalls = requirements
      .map(({ required, partnerOf }) => ({ required, ratio: wcagContrast(colour, partnerOf(colour)) }))
      .filter(({ ratio, required }) => ratio < required)
      .toSorted((one, other) => one.ratio / one.required - other.ratio / other.required)
    return shortfalls[0] ?? null
  }
}

/** A step of OKLCH lightness that is too small to see. */
const STEP = 1 / 400

/** Lists the lightnesses from black to white, those nearest to `target` first. */
function lightnessesNearest(target: number): readonly number[] {
  return Array.from({ length: 1 / STEP + 1 }, (_, index) => index * STEP).toSorted(
    (one, other) => Math.abs(one - target) - Math.abs(other - target),
  )
}
