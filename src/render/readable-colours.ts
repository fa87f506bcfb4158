// Chooses the text colours of a theme that are most readable on a background.

import { parse, wcagContrast } from 'culori'
import type { Background, LayoutBackground } from '../model/background.ts'
import type { Theme } from '../model/theme.ts'
import { tokenValue } from '../model/token-value.ts'

/** A set of the theme's colours for a background. `token` is the text colour that is hardest to read there. */
export interface ReadableColours {
  readonly colours: LayoutBackground['colours']
  readonly token: string
  /** The contrast ratio of WCAG 2, 1 to 21. */
  readonly ratio: number
}

/**
 * Chooses the set of colours that is most readable on a background; null for a picture, which has a veil in the theme's
 * background colour.
 */
export function coloursOn(background: Background, theme: Theme): ReadableColours | null {
  if (background.type === 'picture') return null
  const stops = background.type === 'colour' ? [background.value] : coloursIn(background.value)
  const [best] = (['usual', 'deep'] as const)
    .flatMap((colours) => leastReadable(colours, stops, theme))
    .sort((one, other) => other.ratio - one.ratio)
  return best ?? null
}

/** The tokens of text colours, for the usual and for the deep background. */
const TEXT_TOKENS: Readonly<Record<LayoutBackground['colours'], readonly string[]>> = {
  usual: ['ink', 'muted', 'accent'],
  deep: ['deep-ink', 'deep-muted', 'deep-accent'],
}

/** Returns the token that is hardest to read on any of these colours; empty if none of the tokens is a colour. */
function leastReadable(
  colours: LayoutBackground['colours'],
  stops: readonly string[],
  { tokens }: Theme,
): readonly ReadableColours[] {
  const candidates = TEXT_TOKENS[colours].flatMap((token): ReadableColours[] => {
    const value = tokenValue(token, tokens)
    if (value === undefined || parse(value) === undefined) return []
    return stops.map((stop) => ({ colours, token, ratio: wcagContrast(value, stop) }))
  })
  return candidates.sort((one, other) => one.ratio - other.ratio).slice(0, 1)
}

/** Lists the colours in a gradient, as written in the CSS. */
function coloursIn(gradient: string): readonly string[] {
  const inside = gradient.slice(gradient.indexOf('(') + 1, gradient.lastIndexOf(')'))
  return [...inside.matchAll(/#[\da-f]+|[a-z]+\([^()]*\)|[a-z]+/gi)]
    .map(([word]) => word)
    .filter((word) => parse(word) !== undefined)
}
