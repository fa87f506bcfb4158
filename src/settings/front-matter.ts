import { closest, distance } from 'fastest-levenshtein'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { z } from 'zod'
import type { FrontMatter, FrontMatterPlace } from '../model/article.ts'
import { type BackgroundChoices, CANVASES, type Settings } from '../model/settings.ts'
import type { Canvas } from '../model/theme.ts'
import { choices, head } from './front-matter-schema.ts'

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
 * Checks front matter against the schema. An invalid value is skipped with a warning at its position, since it may be
 * meant for another tool; an unknown key is reported only if it looks like a misspelling of one of ours.
 */
export function checkFrontMatter({ values, places, line }: FrontMatter, file: VFile): FrontMatterValues {
  const placeOf = (key: string) => places.find(({ path }) => path.length === 1 && path[0] === key)
  for (const key of Object.keys(values)) warnOfSlip(key, pointOf(placeOf(key), 'key', line), file)
  const chosen = Object.entries(choices.shape).flatMap(([key, schema]) => {
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
  return COMPLETE_VALUES.parse(Object.fromEntries(chosen))
}

const COMPLETE_VALUES = choices.extend({
  background: z.record(z.string(), z.string()).optional(),
  minutes: z.number().optional(),
  stepped: z.boolean().optional(),
  canvas: choices.shape.canvas.transform((name) => (name === undefined ? undefined : CANVASES[name])),
})

/** The front matter keys that are settings. */
export const FRONT_MATTER_KEYS: readonly string[] = Object.keys(choices.shape)

/** Keys that only deck files have. */
const DECK_FILE_KEYS = ['lectern', 'article', 'as']

const KNOWN_KEYS: readonly string[] = [...DECK_FILE_KEYS, ...Object.keys(head.shape), ...FRONT_MATTER_KEYS]

/**
 * The shortest key that is taken for a misspelling of one of ours, and the most letters by which it may differ: one in
 * a key of up to five letters, two in a longer one.
 */
const SHORTEST_SLIP = 4
const MAX_SLIP = 2

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

function warnOfSlip(key: string, place: Point, file: VFile): void {
  const plain = key.toLowerCase()
  if (KNOWN_KEYS.includes(plain) || KEYS_OF_OTHER_TOOLS.has(plain) || plain.length < SHORTEST_SLIP) return
  const nearest = closest(plain, KNOWN_KEYS)
  const allowed = plain.length > SHORTEST_SLIP + 1 ? MAX_SLIP : 1
  if (distance(plain, nearest) > allowed && lettersOf(plain) !== lettersOf(nearest)) return
  file.message(`"${key}" is not a key that Lectern knows. If you mean "${nearest}", write that.`, {
    place,
    source: 'lectern',
    ruleId: 'front-matter-unknown-key',
  })
}

/** Sorts the letters of a key, so that transposed letters are recognised: `titel`. */
function lettersOf(key: string): string {
  return [...key].sort().join('')
}

function pointOf(place: FrontMatterPlace | undefined, which: 'key' | 'value', line: number): Point {
  return place?.[which]?.start ?? { line, column: 1 }
}

/** A longer text is not quoted in a message. */
const LONGEST_SHOWN = 40

function quoteValue(value: unknown): string {
  if (typeof value !== 'string') return Array.isArray(value) ? 'a list' : 'a map'
  return value.length > LONGEST_SHOWN ? 'that long' : `"${value}"`
}
