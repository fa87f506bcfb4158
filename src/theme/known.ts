import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

/** What files said that were read when the program was built, by `keyOf` their source. */
export type KnownFiles = Readonly<Record<string, object>>

/** How what is known of the bundled themes is called, beside the program. */
export const KNOWN_FILE = 'themes.json'

/** What a bundled theme's file says, where it is as it was: to parse and check it takes a tenth of a second. */
export function knownFile(source: string): object | undefined {
  return KNOWN[keyOf(source)]
}

/** The SHA-256 of a source. */
export function keyOf(source: string): string {
  return createHash('sha256').update(source).digest('hex')
}

const PLACE = new URL(KNOWN_FILE, import.meta.url)

/** Nothing in source that is not built. */
const KNOWN: KnownFiles = existsSync(PLACE) ? JSON.parse(readFileSync(PLACE, 'utf8')) : {}
