// The contrast of a theme's colours, by WCAG 2 AA.

import { parse, wcagContrast } from 'culori'
import type { BrandPair } from '../model/brand.ts'
import type { Theme } from '../model/theme.ts'
import { tokenValue } from '../model/token-value.ts'

/** The minimum contrast of text and of large text. */
export const MIN_CONTRAST = { text: 4.5, large: 3 } as const

/** The contrast between a text colour of a theme and the background that it is on. */
export interface Contrast extends BrandPair {
  readonly inkColour: string
  readonly groundColour: string
  /** The contrast ratio of WCAG 2, 1 to 21. */
  readonly ratio: number
  /** The minimum ratio for this pair. */
  readonly required: number
}

/** Returns the contrast of every pair of text and background that `pairsIn` lists and whose colours are known. */
export function contrastsOf({ tokens, pairs }: Pick<Theme, 'tokens' | 'pairs'>): readonly Contrast[] {
  return pairsIn(tokens, pairs).flatMap((pair) => {
    const [inkColour, groundColour] = [colourOf(pair.ink, tokens), colourOf(pair.ground, tokens)]
    if (inkColour === null || groundColour === null) return []
    return [
      {
        ...pair,
        inkColour,
        groundColour,
        ratio: wcagContrast(inkColour, groundColour),
        required: requiredContrast(pair),
      },
    ]
  })
}

export function requiredContrast({ isLarge }: BrandPair): number {
  return isLarge ? MIN_CONTRAST.large : MIN_CONTRAST.text
}

/** Returns the colour of a token, or white for the paper of a handout; null if the token is missing or not a colour. */
export function colourOf(name: string, tokens: Theme['tokens']): string | null {
  const value = name === PAPER ? '#ffffff' : tokenValue(name, tokens)
  return value !== undefined && parse(value) !== undefined ? value : null
}

/** The background of a handout, which is not a token. */
export const PAPER = 'paper'

/**
 * Lists the pairs of text and background among these tokens: those that all themes have, those that token names imply
 * (`deep-ink` on `deep`), and the theme's own.
 */
export function pairsIn(tokens: Theme['tokens'], ownPairs: readonly BrandPair[]): readonly BrandPair[] {
  const namedPairs = Object.keys(tokens).flatMap((ink) => {
    const ground = /^(.+)-(?:ink|muted|accent)$/.exec(ink)?.[1]
    return ground !== undefined && ground in tokens ? [{ ink, ground, isLarge: false }] : []
  })
  return [...COMMON_PAIRS, ...namedPairs, ...ownPairs].filter(
    ({ ink, ground }) => ink in tokens && (ground in tokens || ground === PAPER),
  )
}

const COMMON_PAIRS: readonly BrandPair[] = [
  ['ink', 'ground'],
  ['muted', 'ground'],
  ['accent', 'ground'],
  ['ink', 'band'],
  ['muted', 'band'],
  ['code-ink', 'code-ground'],
  ['code-muted', 'code-ground'],
  ['code-accent', 'code-ground'],
  ['code-string', 'code-ground'],
  ['paper-ink', PAPER],
  ['paper-muted', PAPER],
  ['paper-accent', PAPER],
].map(([ink = '', ground = '']) => ({ ink, ground, isLarge: false }))
