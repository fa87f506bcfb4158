// Checks the settings in an article's front matter.

import { closest, distance } from 'fastest-levenshtein'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { z } from 'zod'
import type { FrontMatter, FrontMatterPlace, FrontMatterValue } from '../model/article.ts'
import { type BackgroundChoices, CANVASES, type Settings } from '../model/settings.ts'
import type { Canvas } from '../model/theme.ts'
import { sortLetters } from '../util/closest-name.ts'
import { impossibleDateIn } from '../util/long-date.ts'
import { articleSchema, settingsSchema } from './front-matter-schema.ts'

/** The checked settings in an article's front matter. Title, authors, date and language are read elsewhere. */
export interface FrontMatterValues {
  readonly theme?: string | undefined
  readonly event?: string | undefined
  readonly paper?: Settings['paper'] | undefined
  readonly handout?: Settings['handout'] | undefined
  readonly background?: BackgroundChoices | undefined
  readonly canvas?: Canvas | undefined
  readonly minutes?: number | undefined
  readonly stepped?: boolean | undefined
}

/**
 * Checks front matter against the schema. An invalid value is skipped, with a warning at its position, since it may be
 * meant for another tool; an unknown key is reported only if it looks like a misspelling of one of ours, or belongs in
 * an event file.
 */
export function checkFrontMatter({ values, places, line }: FrontMatter, file: VFile): FrontMatterValues {
  const placeOf = (key: string) => places.find(({ path }) => path.length === 1 && path[0] === key)
  for (const [key, value] of Object.entries(values)) {
    warnOfMisspelling(key, pointOf(placeOf(key), 'key', line), file)
    warnOfEventKey(key, pointOf(placeOf(key), 'key', line), file)
    if (key.toLowerCase() === 'date') warnOfImpossibleDate(value, pointOf(placeOf(key), 'value', line), file)
  }
  const validValues = Object.entries(settingsSchema.shape).flatMap(([key, schema]) => {
    const value = values[key]
    const parsed = schema.safeParse(value)
    if (value !== undefined && !parsed.success) {
      const reason = `"${key}" cannot be ${quoteValue(value)} and was skipped. ${parsed.error.issues[0]?.message ?? ''}`
      file.message(reason, {
        place: pointOf(placeOf(key), 'value', line),
        source: 'lectern',
        ruleId: 'front-matter',
      })
    }
    return parsed.success ? [[key, parsed.data]] : []
  })
  return VALUES_SCHEMA.parse(Object.fromEntries(validValues))
}

const VALUES_SCHEMA = settingsSchema.extend({
  background: z.record(z.string(), z.string()).optional(),
  minutes: z.number().optional(),
  stepped: z.boolean().optional(),
  canvas: settingsSchema.shape.canvas.transform((name) => (name === undefined ? undefined : CANVASES[name])),
})

/** The front matter keys that are settings. */
export const FRONT_MATTER_KEYS: readonly string[] = Object.keys(settingsSchema.shape)

/** Keys that only deck files have. */
const DECK_FILE_KEYS = ['lectern', 'article', 'as']

const KNOWN_KEYS: readonly string[] = [...DECK_FILE_KEYS, ...Object.keys(articleSchema.shape), ...FRONT_MATTER_KEYS]

/** Shorter keys do not count as misspellings of ours. */
const MIN_KEY_LENGTH = 4

/**
 * The maximum number of letters by which a misspelling may differ from one of our keys. For a key of up to five
 * letters, the limit is one. It is stricter than for other names, because front matter has keys of other tools, such as
 * `resources`.
 */
const MAX_TYPOS = 2

/** Keys of other tools that look like misspellings of ours. */
const KEYS_OF_OTHER_TOOLS: ReadonlySet<string> = new Set([
  'data',
  'dates',
  'page',
  'pages',
  'them',
  'style',
  'name',
  'tags',
  'tile',
  'late',
  'rate',
])

function warnOfMisspelling(key: string, place: Point, file: VFile): void {
  const lowerCaseKey = key.toLowerCase()
  if (KNOWN_KEYS.includes(lowerCaseKey) || KEYS_OF_OTHER_TOOLS.has(lowerCaseKey)) return
  if (lowerCaseKey.length < MIN_KEY_LENGTH) return
  const nearest = closest(lowerCaseKey, KNOWN_KEYS)
  const maxTypos = lowerCaseKey.length > MIN_KEY_LENGTH + 1 ? MAX_TYPOS : 1
  if (distance(lowerCaseKey, nearest) > maxTypos && sortLetters(lowerCaseKey) !== sortLetters(nearest)) return
  file.message(`"${key}" is not a key that Lectern knows. Did you mean "${nearest}"?`, {
    place,
    source: 'lectern',
    ruleId: 'front-matter-unknown-key',
  })
}

/** Keys of event files that other tools do not use in the front matter of articles. */
const EVENT_KEYS: ReadonlySet<string> = new Set([
  'footer',
  'hashtag',
  'sponsors',
  'edition',
  'code-of-conduct',
  'colours',
  'fonts',
])

function warnOfEventKey(key: string, place: Point, file: VFile): void {
  if (!EVENT_KEYS.has(key.toLowerCase())) return
  file.message(`"${key}" is a key of event files and was skipped. Write it in the file that "event" names.`, {
    place,
    source: 'lectern',
    ruleId: 'front-matter-unknown-key',
  })
}

function warnOfImpossibleDate(date: FrontMatterValue, place: Point, file: VFile): void {
  const impossible = typeof date === 'string' ? impossibleDateIn(date.replace(TIME_OF_DAY, '')) : null
  if (impossible === null) return
  file.message(`${impossible} is not a real date, so it is shown as written. Correct it.`, {
    place,
    source: 'lectern',
    ruleId: 'front-matter',
  })
}

/** The part of an ISO date and time after the date. */
const TIME_OF_DAY = /(?<=^\d{4}-\d{2}-\d{2})[T ]\d.*$/

function pointOf(place: FrontMatterPlace | undefined, which: 'key' | 'value', line: number): Point {
  return place?.[which]?.start ?? { line, column: 1 }
}

/** Longer values are not quoted in messages. */
const MAX_QUOTED_LENGTH = 40

function quoteValue(value: unknown): string {
  if (typeof value !== 'string') return Array.isArray(value) ? 'a list' : 'a map'
  return value.length > MAX_QUOTED_LENGTH ? 'that long' : `"${value}"`
}
