// The schema of `brand` in `theme.yaml`: how the colours of an event replace the colours of the theme.

import { z } from 'zod'
import type { BrandPair, BrandRule } from '../model/brand.ts'
import { nameSchema } from './name-schema.ts'

const TOKEN_MESSAGE = 'Give the name of a token, in lower-case letters, digits and hyphens.'

const token = nameSchema(TOKEN_MESSAGE)

const LIGHTNESS_MESSAGE = 'Give the lowest and the highest lightness, such as [0, 0.32].'

const lightness = z
  .tuple([z.number().min(0).max(1), z.number().min(0).max(1)], LIGHTNESS_MESSAGE)
  .describe('The lowest and the highest lightness allowed, in OKLCH')

const chroma = z.number().min(0).max(0.4).describe('The highest chroma allowed, in OKLCH')

const fromRule = z
  .strictObject({
    from: z
      .union([z.literal(1), z.literal(2)], 'Choose 1 or 2.')
      .describe('The first or the second colour of the event'),
    lightness: lightness.optional(),
    chroma: chroma.optional(),
    contrast: z
      .number()
      .min(1)
      .max(21)
      .optional()
      .describe('The contrast that the colour needs with its background, if more than AA requires'),
    otherwise: z
      .strictObject({ lightness: lightness.optional(), chroma: chroma.optional() })
      .optional()
      .describe('The bounds of the colour if the event has no second colour'),
  })
  .transform(
    ({ from: colour, otherwise, ...rest }): BrandRule => ({
      type: 'from',
      colour,
      ...boundsOf(rest),
      contrast: rest.contrast ?? null,
      otherwise: otherwise === undefined ? null : boundsOf(otherwise),
    }),
  )

const onRule = z
  .strictObject({ on: token.describe('The token of the background on which the colour must be readable') })
  .transform(({ on: ground }): BrandRule => ({ type: 'on', ground }))

/** The schema of the changes to each token; `cssValue` is the schema of a token's value. */
export function brandSchema(cssValue: z.ZodType<string>) {
  const fixedRule = cssValue.transform((value): BrandRule => ({ type: 'fixed', value }))
  return z
    .record(token, z.union([fromRule, onRule, fixedRule], 'Give { from: 1 }, { on: accent } or a value.'))
    .default({})
    .describe('The value of each token when an event has colours')
}

/** The schema of a theme's own pairs of text and background tokens. */
export const pairsSchema = z
  .array(
    z
      .strictObject({ ink: token, ground: token, large: z.boolean().default(false) })
      .transform(({ ink, ground, large }): BrandPair => ({ ink, ground, isLarge: large })),
  )
  .default([])
  .describe("Pairs of the theme's own tokens for text and background, whose contrast is checked")

interface BrandBounds {
  readonly lightness?: [number, number] | undefined
  readonly chroma?: number | undefined
}

function boundsOf(bounds: BrandBounds) {
  return { lightness: bounds.lightness ?? null, chroma: bounds.chroma ?? null }
}
