// Keeps the settings of a deck file when it is written again.

import { VFile } from 'vfile'
import type { FrontMatter, FrontMatterValue } from '../model/article.ts'
import { decode } from '../read/decode.ts'
import { splitFrontMatter } from '../read/front-matter/split-front-matter.ts'
import { UnreadableError } from '../read/unreadable-error.ts'
import { checkFrontMatter } from '../settings/front-matter.ts'

/** Settings, keyed as in front matter. */
export type KeptSettings = Readonly<Record<string, FrontMatterValue>>

/** The settings that `lectern outline` takes from flags; only the deck file remembers them. */
const KEPT_KEYS = ['theme', 'event', 'minutes', 'canvas', 'handout', 'paper']

/**
 * Returns the valid settings that a deck file keeps when it is written again; none if the file cannot be read or is not
 * a deck file.
 */
export function settingsToKeep(bytes: Uint8Array): KeptSettings {
  const frontMatter = frontMatterOf(bytes)
  if (frontMatter === undefined) return {}
  const valid = new Map(Object.entries(checkFrontMatter(frontMatter, new VFile())))
  const keptEntries = Object.entries(frontMatter.values).filter(
    ([key]) => KEPT_KEYS.includes(key) && valid.get(key) !== undefined,
  )
  return Object.fromEntries(keptEntries)
}

function frontMatterOf(bytes: Uint8Array): FrontMatter | undefined {
  try {
    const file = new VFile()
    const frontMatter = splitFrontMatter(decode(bytes, file), file)?.frontMatter
    return frontMatter?.values.lectern === undefined ? undefined : frontMatter
  } catch (error) {
    if (error instanceof UnreadableError) return undefined
    throw error
  }
}

/** Adds settings to an article's front matter, whose own settings take precedence. */
export function withSettings(frontMatter: FrontMatter | undefined, kept: KeptSettings): FrontMatter | undefined {
  if (Object.keys(kept).length === 0) return frontMatter
  const { values, ...own } = frontMatter ?? { source: '', line: 1, places: [], values: {} }
  return { ...own, values: { ...kept, ...values } }
}
