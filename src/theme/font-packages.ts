// Reads font faces from Fontsource packages.

import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Face, Subset } from '../model/face.ts'
import { fontFormatOf, isFont } from '../model/font-format.ts'
import type { Sources } from '../model/sources.ts'
import { isInside } from '../util/is-inside.ts'
import { readRegularFile } from './read-regular-file.ts'
import { ThemeError } from './theme-error.ts'

/** A reference to a face in a package. */
export interface PackagedFace extends Pick<Face, 'family' | 'weight' | 'style' | 'adjust'> {
  readonly package: string
  readonly subsets?: readonly string[] | undefined
}

/** An installed font package. */
export interface FontPackage {
  readonly folder: string
  /** The folder that must contain its files once links are resolved; null if they may be anywhere. */
  readonly allowedFolder: string | null
  /** Whether the package comes with Lectern. */
  readonly isBundled: boolean
}

/** A font that exists but cannot be used. `fact` continues a sentence that begins with the name of the font. */
export interface FontFault {
  readonly fact: string
}

/**
 * Opens the static face that an entry refers to, with a subset for each of its files in the package; null if the
 * package or face is missing, and a fault if a file cannot be used. Packages next to the theme take precedence over
 * Lectern's own.
 */
export function openFace(entry: PackagedFace, themeFolder: string, sources: Sources): Face | FontFault | null {
  const fontPackage = findFontPackage(entry.package, themeFolder, sources)
  if (fontPackage === null) return null
  const id = entry.package.slice(entry.package.indexOf('/') + 1)
  const subsets: Subset[] = []
  for (const [key, unicodeRange] of Object.entries(unicodeRanges(fontPackage))) {
    const name = key.replace(/[[\]]/g, '')
    if (entry.subsets !== undefined && !entry.subsets.includes(name)) continue
    const file = join(fontPackage.folder, 'files', `${id}-${name}-${entry.weight}-${entry.style}.woff2`)
    if (!existsSync(file)) continue
    if (!fontPackage.isBundled) sources.onRead(file)
    if (!isUsable(file, fontPackage))
      return { fact: `uses a file that is not a woff2 font, or a link to a file outside its folder: ${file}` }
    subsets.push({ name, unicodeRange, ranges: parseRanges(unicodeRange), bytes: () => bytesOf(file, fontPackage) })
  }
  const { family, weight, style, adjust } = entry
  return subsets.length > 0 ? { family, weight, style, subsets, ...(adjust && { adjust }) } : null
}

/**
 * Finds a package next to a theme or an event, or else among Lectern's own packages; null if there is none. A package
 * that lies outside the allowed folder after links are resolved is ignored.
 */
export function findFontPackage(name: string, themeFolder: string, { allowedFolder }: Sources): FontPackage | null {
  const themePackage = packageFolderFrom(pathToFileURL(join(themeFolder, 'theme.yaml')).href, name)
  const bundledPackage = packageFolderFrom(import.meta.url, name)
  if (
    themePackage !== null &&
    themePackage !== bundledPackage &&
    (allowedFolder === null || isInside(realpathSync(themePackage), realpathSync(allowedFolder)))
  )
    return { folder: themePackage, allowedFolder, isBundled: false }
  return bundledPackage === null ? null : { folder: bundledPackage, allowedFolder: null, isBundled: true }
}

function packageFolderFrom(url: string, name: string): string | null {
  try {
    return dirname(createRequire(url).resolve(`${name}/package.json`))
  } catch {
    return null
  }
}

/** In bytes: enough for a font with all Chinese characters. */
export const MAX_FONT_BYTES = 16 * 1024 * 1024

/**
 * Whether a font file can be used, judged by its first bytes. Lectern's own fonts are not checked, because they are
 * known to be valid, and there are hundreds of them.
 */
function isUsable(path: string, { allowedFolder, isBundled }: FontPackage): boolean {
  if (isBundled) return true
  const start = readRegularFile(path, { maxBytes: MAX_FONT_BYTES, allowedFolder, maxLength: 4 })
  return typeof start !== 'string' && fontFormatOf(start)?.name === 'woff2'
}

function bytesOf(path: string, { allowedFolder }: FontPackage): Uint8Array {
  const bytes = readRegularFile(path, { maxBytes: MAX_FONT_BYTES, allowedFolder })
  if (typeof bytes !== 'string' && isFont(bytes)) return bytes
  throw new ThemeError(path, [{ reason: 'This is not a complete woff2 font. Reinstall its package.' }])
}

/** The maximum size of a package's font metadata, in bytes. */
const MAX_JSON_BYTES = 1024 * 1024

/** Reads and checks JSON in a package's file; undefined if it is missing or invalid. */
export function readJson<T>({ folder, allowedFolder }: FontPackage, file: string, schema: z.ZodType<T>): T | undefined {
  const bytes = readRegularFile(join(folder, file), { maxBytes: MAX_JSON_BYTES, allowedFolder })
  if (typeof bytes === 'string') return undefined
  try {
    return schema.safeParse(JSON.parse(bytes.toString('utf8'))).data
  } catch {
    return undefined
  }
}

const unicodeSchema = z.record(z.string(), z.string().regex(/^[U+0-9A-Fa-f?, -]+$/))

function unicodeRanges(fontPackage: FontPackage): Readonly<Record<string, string>> {
  return readJson(fontPackage, 'unicode.json', unicodeSchema) ?? {}
}

/** Parses the ranges in `U+0000-00FF,U+0131`; `?` matches any hexadecimal digit. */
function parseRanges(unicodeRange: string): (readonly [number, number])[] {
  return unicodeRange.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)] as const
  })
}
