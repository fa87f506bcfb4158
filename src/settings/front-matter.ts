import { closest, distance } from 'fastest-levenshtein'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { z } from 'zod'
import type { FrontMatter, FrontMatterPlace } from '../model/article.ts'
import { type BackgroundChoices, CANVASES, HANDOUTS, MOST_MINUTES, PAPERS, type Settings } from '../model/settings.ts'
import type { Canvas } from '../model/theme.ts'

/** What an article's front matter chooses, checked. Its title, authors, date and language are the reader's. */
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
 * Checks front matter against the one schema. A value that cannot be is passed over with a warning at its own place, as it may be
 * meant for another tool; a key that nobody knows is named only where it looks like a slip of the pen for one that we do.
 */
export function checkFrontMatter({ values, places, line }: FrontMatter, file: VFile): FrontMatterValues {
  const placeOf = (key: string) => places.find(({ path }) => path.length === 1 && path[0] === key)
  for (const key of Object.keys(values)) warnOfSlip(key, pointOf(placeOf(key), 'key', line), file)
  const chosen = Object.entries(SCHEMA.shape).flatMap(([key, schema]) => {
    const value = values[key]
    const parsed = schema.safeParse(value)
    if (value !== undefined && !parsed.success) {
      const reason = `"${key}" cannot be ${shown(value)} and is passed over. ${parsed.error.issues[0]?.message ?? ''}`
      file.message(reason, {
        place: pointOf(placeOf(key), 'value', line),
        source: 'lectern',
        ruleId: 'front-matter',
      })
    }
    return parsed.success ? [[key, parsed.data]] : []
  })
  return SETTLED.parse(Object.fromEntries(chosen))
}

const THEME = 'Name a theme, or the folder of one.'

const EVENT = 'Name the YAML file of an event in the folder of the article.'

const BACKGROUND =
  'Give a colour ("#10352d"), a gradient or a picture, for all slides or by layout: { title: hall.jpg, part: "#10352d" }.'

const MINUTES = `Give a number of minutes from 1 to ${MOST_MINUTES}.`

const SCHEMA = z.object({
  theme: z.string(THEME).min(1, THEME).optional(),
  event: z.string(EVENT).min(1, EVENT).optional(),
  background: z
    .union([z.string().min(1), z.record(z.string(), z.string().min(1))], BACKGROUND)
    .transform((value): BackgroundChoices => (typeof value === 'string' ? { '*': value } : value))
    .optional(),
  paper: z.enum(PAPERS, `Choose ${PAPERS.join(' or ')}.`).optional(),
  handout: z.enum(HANDOUTS, `Choose from ${HANDOUTS.join(', ')}.`).optional(),
  canvas: z.enum(['16:9', '4:3'], 'Choose 16:9 or 4:3.').optional(),
  stepped: z.enum(['true', 'false'], 'Choose true or false.').optional(),
  // Front matter is text throughout.
  minutes: z
    .string(MINUTES)
    .regex(/^\d+(?:\.\d+)?$/, MINUTES)
    .transform(Number)
    .pipe(z.number().min(1, MINUTES).max(MOST_MINUTES, MINUTES))
    .optional(),
})

const SETTLED = SCHEMA.extend({
  background: z.record(z.string(), z.string()).optional(),
  minutes: z.number().optional(),
  stepped: SCHEMA.shape.stepped.transform((word) => (word === undefined ? undefined : word === 'true')),
  canvas: SCHEMA.shape.canvas.transform((name) => (name === undefined ? undefined : CANVASES[name])),
})

/** The keys of settings. */
export const FRONT_MATTER_KEYS: readonly string[] = Object.keys(SCHEMA.shape)

/** Keys that the reader knows, and those of a deck file. */
const READ = [
  'lectern',
  'article',
  'as',
  'direction',
  'title',
  'subtitle',
  'author',
  'authors',
  'byline',
  'date',
  'lang',
  'language',
  'url',
  'source',
]

const KNOWN: readonly string[] = [...READ, ...FRONT_MATTER_KEYS]

/** A key of at least this length that differs from one of ours by no more than so many letters is meant to be it. */
const SHORTEST_SLIP = 4
const LARGEST_SLIP = 2

/** Keys of other tools that only look like slips. */
const OTHERS: ReadonlySet<string> = new Set([
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
  if (KNOWN.includes(plain) || OTHERS.has(plain) || plain.length < SHORTEST_SLIP) return
  const nearest = closest(plain, KNOWN)
  const allowed = plain.length > SHORTEST_SLIP + 1 ? LARGEST_SLIP : 1
  if (distance(plain, nearest) > allowed && lettersOf(plain) !== lettersOf(nearest)) return
  file.message(`"${key}" is no key that Lectern knows. If you mean "${nearest}", write that.`, {
    place,
    source: 'lectern',
    ruleId: 'front-matter-unknown-key',
  })
}

/** Two that hurried fingers have changed round leave the same letters: `titel`. */
function lettersOf(key: string): string {
  return [...key].sort().join('')
}

function pointOf(place: FrontMatterPlace | undefined, which: 'key' | 'value', line: number): Point {
  return place?.[which]?.start ?? { line, column: 1 }
}

/** A value of more characters is named by its kind alone. */
const LONGEST_SHOWN = 40

function shown(value: unknown): string {
  if (typeof value !== 'string') return Array.isArray(value) ? 'a list' : 'a map'
  return value.length > LONGEST_SHOWN ? 'that long' : `"${value}"`
}
