import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Face, Subset } from '../model/face.ts'
import type { FontEntry } from './theme-file.ts'

/**
 * The static face of one entry, with a subset for each file that its package has of it; null where the package or
 * the face is missing. A package is looked for beside the theme first, then among Lectern's own.
 */
export function openFace(entry: FontEntry, themeFolder: string): Face | null {
  const folder = packageFolder(entry.package, themeFolder)
  if (folder === null) return null
  const id = entry.package.slice(entry.package.indexOf('/') + 1)
  const subsets = Object.entries(unicodeRanges(join(folder, 'unicode.json'))).flatMap(
    ([key, unicodeRange]): Subset[] => {
      const name = key.replace(/[[\]]/g, '')
      if (entry.subsets !== undefined && !entry.subsets.includes(name)) return []
      const file = join(folder, 'files', `${id}-${name}-${entry.weight}-${entry.style}.woff2`)
      if (!existsSync(file)) return []
      return [{ name, unicodeRange, ranges: parseRanges(unicodeRange), bytes: () => readFileSync(file) }]
    },
  )
  const { family, weight, style, size, ascent, descent } = entry
  return subsets.length > 0 ? { family, weight, style, subsets, adjust: { size, ascent, descent } } : null
}

/** Where a package is installed, beside a theme or an event first, then among our own; null where it is not. */
export function packageFolder(name: string, themeFolder: string): string | null {
  for (const from of [pathToFileURL(join(themeFolder, 'theme.yaml')).href, import.meta.url]) {
    try {
      return dirname(createRequire(from).resolve(`${name}/package.json`))
    } catch {
      // Not installed there.
    }
  }
  return null
}

const unicodeFile = z.record(z.string(), z.string().regex(/^[U+0-9A-Fa-f?, -]+$/))

function unicodeRanges(path: string): Readonly<Record<string, string>> {
  return existsSync(path) ? unicodeFile.parse(JSON.parse(readFileSync(path, 'utf8'))) : {}
}

/** `U+0000-00FF,U+0131` to pairs; `?` stands for any hexadecimal digit. */
function parseRanges(unicodeRange: string): (readonly [number, number])[] {
  return unicodeRange.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)] as const
  })
}
