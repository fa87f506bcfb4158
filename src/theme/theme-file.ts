import { z } from 'zod'
import { BadTheme } from './bad-theme.ts'
import { brandOf, pairs } from './brand-file.ts'
import type { Place } from './complaint.ts'
import { parseYamlFile } from './yaml-file.ts'

/** A value is pasted into a stylesheet, so nothing may end a declaration, open a tag or name an address. */
const cssValue = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(
    (value) => !/[;{}<>\\]|url\(|\/\*/i.test(value),
    'A token must be one CSS value, without ; { } < > \\ or url().',
  )

const font = z.strictObject({
  family: z.string().regex(/^[\w -]+$/, 'A family is letters, digits, spaces and hyphens.'),
  package: z.string().regex(/^@fontsource\/[a-z0-9-]+$/, 'A font comes from a package named @fontsource/….'),
  weight: z.int().min(100).max(900).default(400),
  style: z.enum(['normal', 'italic']).default('normal'),
})

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'A name is small letters, digits and hyphens.')

const themeFile = z.strictObject({
  name,
  summary: z
    .string()
    .regex(/^[^\n]+$/, 'A summary is one line.')
    .optional(),
  extends: name.optional(),
  canvas: z.strictObject({ width: z.int().min(320).max(4096), height: z.int().min(240).max(4096) }).optional(),
  fonts: z.array(font).default([]),
  tokens: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'A token is small letters, digits and hyphens.'), cssValue)
    .default({}),
  brand: brandOf(cssValue),
  pairs,
})

export type ThemeFile = z.infer<typeof themeFile>
export type FontEntry = z.infer<typeof font>

/** A checked `theme.yaml` that still knows its lines. */
export interface LocatedThemeFile extends ThemeFile {
  /** Where a key or an item stands, or its nearest parent; lines and columns from 1. */
  placeOf(path: readonly PropertyKey[]): Place
}

/** Checks a `theme.yaml`. @throws {BadTheme} with every complaint at its own line and column. */
export function parseThemeFile(source: string, path: string): LocatedThemeFile {
  const parsed = parseYamlFile(source, themeFile)
  if (!('value' in parsed)) throw new BadTheme(path, parsed)
  return { ...parsed.value, placeOf: parsed.placeOf }
}
