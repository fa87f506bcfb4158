// Theme files that are parsed and checked at build time, to save time at run time.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

/** Files parsed at build time, each under the key of its source (see `keyOf`). */
export type ParsedFiles = Readonly<Record<string, object>>

/** The name of the file, next to the program, that contains the parsed themes. */
export const PARSED_FILE = 'themes.json'

/**
 * Returns a bundled theme's file as it was parsed at build time, if it is unchanged: parsing and checking it takes a
 * tenth of a second.
 */
export function parsedFile(source: string): object | undefined {
  return PARSED_FILES[keyOf(source)]
}

/** Returns the key of a source: its SHA-256. */
export function keyOf(source: string): string {
  return createHash('sha256').update(source).digest('hex')
}

const PARSED_FILE_URL = new URL(PARSED_FILE, import.meta.url)

/** Empty when Lectern runs from source, before a build. */
const PARSED_FILES: ParsedFiles = existsSync(PARSED_FILE_URL) ? JSON.parse(readFileSync(PARSED_FILE_URL, 'utf8')) : {}
