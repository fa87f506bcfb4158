// The schema of `theme.yaml`.

import { z } from 'zod'
import { parseBackground } from '../model/background.ts'
import { LAYOUT_NAMES } from '../model/deck.ts'
import { jsonSchemaOf } from '../util/json-schema.ts'
import { brandSchema, pairsSchema } from './brand-schema.ts'
import { isHarmless } from './check-styles.ts'
import type { LineAndColumn } from './complaint.ts'
import { fontFile, slant, weight } from './font-schema.ts'
import { isOpaqueColour } from './is-opaque-colour.ts'
import { familySchema, nameSchema } from './name-schema.ts'
import { parseYamlFile } from './parse-yaml-file.ts'
import { parsedFile } from './preparsed-themes.ts'
import { ThemeError } from './theme-error.ts'
import { TOKEN_ROLES } from './token-roles.ts'

/** A checked theme file. The fonts and pictures that it names have not been opened. */
export type ThemeFile = z.infer<typeof themeFile>
export type FontEntry = z.infer<typeof font>

/** A checked `theme.yaml`, with the positions of its keys. */
export interface LocatedThemeFile extends ThemeFile {
  /** Returns the position of a key or an item, or of its nearest parent; lines and columns count from 1. */
  placeOf(path: readonly PropertyKey[]): LineAndColumn
}

/**
 * Checks a `theme.yaml`.
 * @throws {ThemeError} with every complaint at its own line and column, or with the first fault of invalid YAML
 */
export function parseThemeFile(source: string, path: string): LocatedThemeFile {
  const preparsed = parsedFile(source)
  if (preparsed === undefined) return parseAgainstSchema(source, path)
  return { ...(preparsed as ThemeFile), placeOf: (keys) => parseAgainstSchema(source, path).placeOf(keys) }
}

function parseAgainstSchema(source: string, path: string): LocatedThemeFile {
  const parsed = parseYamlFile(source, themeFile)
  if (!('value' in parsed)) throw new ThemeError(path, parsed)
  return { ...parsed.value, placeOf: parsed.placeOf }
}

/** Returns the JSON Schema of a theme file, for editors: `themes/theme.schema.json`. */
export function themeJsonSchema(): object {
  return jsonSchemaOf('A theme for Lectern', themeFile)
}

const VALUE_MESSAGE = 'Write one CSS value, without ; { } < > \\ or url().'

/**
 * The schema of a CSS value. Values are pasted into a stylesheet, so they must not end a declaration, open a tag or
 * contain an address.
 */
const cssValue = z
  .union([z.string(), z.number()], VALUE_MESSAGE)
  .transform(String)
  .refine((value) => value.trim() !== '' && !/[;{}<>\\]|url\(|\/\*/i.test(value) && isHarmless(value), VALUE_MESSAGE)

const COLOUR_MESSAGE = 'Give a colour such as "#0b6a55", in quotation marks.'

const colour = z
  .string(COLOUR_MESSAGE)
  .refine((value) => isOpaqueColour(value) || /^var\(--[a-z0-9-]+\)$/.test(value), COLOUR_MESSAGE)

/** The schema of a theme's own token: any CSS value, except that one beginning with `#` must be a colour. */
const ownValue = cssValue.refine((value) => !value.startsWith('#') || isOpaqueColour(value), COLOUR_MESSAGE)

const TOKEN_MESSAGE = 'Use lower-case letters, digits and hyphens for a token.'

const knownTokens = Object.fromEntries(
  Object.entries(TOKEN_ROLES).map(([name, { purpose, kind }]) => [
    name,
    (kind === 'colour' ? colour : cssValue).optional().describe(purpose),
  ]),
)

const tokenName = nameSchema(TOKEN_MESSAGE)

const tokens = z
  .object(knownTokens, 'Give each token its own line, such as ink: "#17211e".')
  .catchall(ownValue)
  .superRefine((values, context) => {
    for (const key of Object.keys(values))
      if (!tokenName.safeParse(key).success) context.addIssue({ code: 'custom', message: TOKEN_MESSAGE, path: [key] })
  })
  .default({})

const family = familySchema()

const PERCENT_MESSAGE = 'Give a percentage such as "96.5%", in quotation marks.'

const percent = z.string(PERCENT_MESSAGE).regex(/^\d+(?:\.\d+)?%$/, PERCENT_MESSAGE)

const SOURCE_MESSAGE =
  'Give either a package (package: "@fontsource/…") or a file beside this one (file: my-sans.woff2).'

const font = z
  .strictObject({
    family: family.describe('The family name, as the font tokens use it'),
    package: z
      .string()
      .regex(
        /^@fontsource\/[a-z0-9-]+$/,
        'Only packages named @fontsource/… can be used. To use a font from another package, copy its woff2 file here and write "file: my-sans.woff2".',
      )
      .optional()
      .describe('A package of static fonts: npm install @fontsource/…'),
    file: fontFile.optional().describe('A font file in the folder of the theme: woff2, ttf or otf'),
    weight,
    style: slant,
    subsets: z
      .array(z.string())
      .optional()
      .describe('The scripts to use the font for, such as greek and cyrillic; if left out, all that its package has'),
    size: percent.optional().describe('The size of the letters relative to the family that this one replaces'),
    ascent: percent
      .optional()
      .describe('The ascent of the family that this one replaces, so that lines keep their height'),
    descent: percent.optional().describe('The descent of the family that this one replaces'),
  })
  .refine((entry) => (entry.package === undefined) !== (entry.file === undefined), SOURCE_MESSAGE)

const name = nameSchema('Use lower-case letters, digits and hyphens for a name.')

export function isThemeName(text: string): boolean {
  return name.safeParse(text).success
}

const BACKGROUND_MESSAGE =
  'Give a colour ("#10352d"), a gradient (linear-gradient(…)) or a picture (hall.jpg); put a value with # in quotation marks.'

const background = z
  .string(BACKGROUND_MESSAGE)
  .refine((value) => parseBackground(value, isOpaqueColour) !== null, BACKGROUND_MESSAGE)
  .describe('A colour, a gradient, or a picture in the folder of the theme')

const VEIL_MESSAGE = 'Give a number from 0 to 1.'

const layout = z.strictObject(
  {
    ground: z
      .enum(['usual', 'deep'], 'Choose usual or deep.')
      .optional()
      .describe('The colour scheme of slides with this layout'),
    background: background.optional(),
    veil: z
      .number(VEIL_MESSAGE)
      .min(0, VEIL_MESSAGE)
      .max(1, VEIL_MESSAGE)
      .optional()
      .describe('How much of the background colour covers a picture, from 0 to 1, so that the text is readable'),
    tokens: tokens.describe('Tokens with other values on slides of this layout'),
  },
  'Give { ground: …, background: …, tokens: … }, or some of them.',
)

const CANVAS_MESSAGE = 'Give the size of a slide in pixels: { width: 960, height: 720 } for 4:3.'
const RATIO_MESSAGE = 'Give a ratio from 1.05 to 2.'
const DENSITY_MESSAGE = 'Give a number from 0.5 to 1.5.'

const EXTENDS_MESSAGE =
  'Choose a built-in theme; "lectern theme list" shows them. A theme of your own cannot be extended: copy its folder.'

const themeFile = z.strictObject(
  {
    name: name.describe("The theme's name, which is the name of its folder"),
    summary: z
      .string()
      .regex(/^[^\n]+$/, 'Write the summary on one line.')
      .optional()
      .describe('A description of the theme in one line'),
    extends: nameSchema(EXTENDS_MESSAGE).optional().describe('The built-in theme that this one is based on'),
    canvas: z
      .strictObject({ width: z.int().min(320).max(4096), height: z.int().min(240).max(4096) }, CANVAS_MESSAGE)
      .optional()
      .describe('The size of a slide in CSS px'),
    fonts: z.array(font).default([]).describe('The fonts to embed in decks'),
    type: z
      .strictObject({
        base: z.number().min(12).max(120).describe('The size of text, in CSS px'),
        ratio: z
          .number(RATIO_MESSAGE)
          .min(1.05, RATIO_MESSAGE)
          .max(2, RATIO_MESSAGE)
          .describe('The ratio between one size and the next'),
      })
      .optional()
      .describe('The scale of all sizes: change it and every size follows'),
    density: z
      .number(DENSITY_MESSAGE)
      .min(0.5, DENSITY_MESSAGE)
      .max(1.5, DENSITY_MESSAGE)
      .optional()
      .describe('How large gaps are: 1 as designed, less to fit more on a slide'),
    background: background.optional(),
    veil: layout.shape.veil,
    layouts: z
      .partialRecord(z.enum(LAYOUT_NAMES), layout)
      .default({})
      .describe('What is different on slides of one layout'),
    tokens: tokens.describe('Colours, sizes and spaces by role'),
    brand: brandSchema(cssValue),
    pairs: pairsSchema,
  },
  'Write keys and their values, the name of the theme first: "name: my-event".',
)
