// The schema of an event file.

import { formatHex, parse } from 'culori'
import { z } from 'zod'
import { jsonSchemaOf } from '../util/json-schema.ts'
import { impossibleDateIn } from '../util/long-date.ts'
import type { LineAndColumn } from './complaint.ts'
import { EventError } from './event-error.ts'
import { fontFile, slant, weight } from './font-schema.ts'
import { familySchema } from './name-schema.ts'
import { parseYamlFile } from './parse-yaml-file.ts'

/** A checked event file. The files and fonts that it names have not been opened. */
export type EventFile = z.infer<typeof eventFile>

/** A checked event file, with the positions of its keys. */
export interface LocatedEventFile extends EventFile {
  /** The path to show in messages. */
  readonly path: string
  /** Returns the position of a key or an item, or of its nearest parent. */
  placeOf(path: readonly PropertyKey[]): LineAndColumn
}

/**
 * Checks the YAML of an event.
 * @throws {EventError} with every complaint at its own line and column, or with the first fault of invalid YAML
 */
export function parseEventFile(source: string, path: string): LocatedEventFile {
  const parsed = parseYamlFile(source, eventFile)
  if (!('value' in parsed)) throw new EventError(path, parsed)
  return { ...parsed.value, path, placeOf: parsed.placeOf }
}

/** Returns the JSON Schema of an event file, for editors: `themes/event.schema.json`. */
export function eventJsonSchema(): object {
  return jsonSchemaOf('An event for Lectern', eventFile)
}

/**
 * Makes the schema of a single line of text. YAML reads `12` as a number, but people mean the digits.
 */
function lineSchema(maxLength: number) {
  return z
    .union([z.string(), z.number()], {
      error: ({ input }) =>
        // In YAML, a comment begins with "#".
        input === null
          ? 'Write a line of text; put text that begins with # in quotation marks.'
          : 'Write a line of text.',
    })
    .transform((value) =>
      String(value)
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    )
    .refine((value) => value !== '', 'Write something here, or leave the key out.')
    .refine(
      (value) => [...value].length <= maxLength,
      `Write at most ${maxLength} characters; a slide has no room for more.`,
    )
}

const MAX_NAME_LENGTH = 120
const MAX_FACT_LENGTH = 80
const MAX_SENTENCE_LENGTH = 200

const ADDRESS_MESSAGE = 'Give an address on the web, such as https://example.org/2026.'

/** In characters. A phone in the tenth row can still read the QR code of an address of this length. */
const MAX_ADDRESS_LENGTH = 200

const address = z
  .string(ADDRESS_MESSAGE)
  .max(
    MAX_ADDRESS_LENGTH,
    `Give at most ${MAX_ADDRESS_LENGTH} characters; the QR code of a longer address cannot be scanned from a distance.`,
  )
  .transform((value) => (/^[a-z][a-z0-9+.-]*:/i.test(value.trim()) ? value.trim() : `https://${value.trim()}`))
  .refine((value) => URL.canParse(value) && /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(value), ADDRESS_MESSAGE)

const FILE_MESSAGE = 'Give an SVG or PNG file in the same folder as this file.'

const picture = z.string(FILE_MESSAGE).min(1, FILE_MESSAGE)

const LOGO_MESSAGE =
  'Give a file, or one for light and one for dark backgrounds: { light: mark.svg, dark: mark-white.svg }.'

const logo = z.union(
  [
    picture,
    z.strictObject({
      light: picture.optional().describe('The logo for light backgrounds'),
      dark: picture.optional().describe('The logo for dark backgrounds'),
      wordmark: z
        .boolean()
        .optional()
        .describe('Whether the logo contains the name, which is then not shown beside it'),
    }),
  ],
  LOGO_MESSAGE,
)

const COLOUR_MESSAGE = 'Give a colour such as "#d6006c", in quotation marks.'
const COLOURS_MESSAGE = 'Give a colour such as "#d6006c" or a list of two, ["#d6006c", "#10352d"], in quotation marks.'

const colour = z
  .string(COLOUR_MESSAGE)
  .refine((value) => (parse(value)?.alpha ?? 1) === 1 && parse(value) !== undefined, COLOUR_MESSAGE)
  .transform((value) => formatHex(value) ?? value)

const FONT_MESSAGE =
  'Give a family, such as Archivo, or one with its files: { family: My Sans, files: [my-sans-400.woff2] }.'

const family = familySchema(FONT_MESSAGE)

const font = z.union(
  [
    family,
    z.strictObject({
      family,
      files: z
        .array(
          z.union([
            fontFile,
            z.strictObject({
              file: fontFile,
              weight,
              style: slant,
            }),
          ]),
        )
        .min(1, 'List at least one file.'),
    }),
  ],
  FONT_MESSAGE,
)

const speaker = z.union(
  [
    lineSchema(MAX_FACT_LENGTH),
    z.strictObject({
      name: lineSchema(MAX_FACT_LENGTH),
      role: lineSchema(MAX_FACT_LENGTH).optional(),
      contact: lineSchema(MAX_FACT_LENGTH).optional().describe('An e-mail address, a number or a handle'),
    }),
  ],
  'Give a name, or { name: …, role: …, contact: … }. Write the names of several speakers as one: Ida Quay and Jo Lock.',
)

/** With more sponsors than this, the slide is too crowded to read. */
const MAX_SPONSORS = 8

const eventFile = z.strictObject(
  {
    name: lineSchema(MAX_NAME_LENGTH).describe('The name of the event'),
    short: lineSchema(MAX_FACT_LENGTH)
      .optional()
      .describe('A shorter name, for the foot of slides and wherever the name has no room'),
    edition: lineSchema(MAX_FACT_LENGTH).optional().describe('The edition of the event, such as "12th edition"'),
    dates: lineSchema(MAX_FACT_LENGTH)
      .refine((value) => impossibleDateIn(value) === null, {
        error: ({ input }) => `${impossibleDateIn(String(input))} is not a real date. Correct it.`,
      })
      .optional()
      .describe('The dates of the event, in the usual form or as 2026-10-03/2026-10-04'),
    place: lineSchema(MAX_FACT_LENGTH).optional(),
    address: address.optional().describe('The web address of the event; the closing slide shows it as a QR code'),
    hashtag: lineSchema(MAX_FACT_LENGTH)
      .transform((value) => (value.startsWith('#') ? value : `#${value}`))
      .optional(),
    speaker: speaker.optional(),
    logo: logo.optional(),
    colours: z
      .union(
        [colour.transform((value) => [value]), z.array(colour).max(2, 'Give one or two colours.')],
        COLOURS_MESSAGE,
      )
      .default([])
      .describe('The brand: one or two colours, from which the colours of any theme are derived'),
    fonts: z
      .strictObject(
        { display: font.optional(), text: font.optional() },
        'Give { display: …, text: … }, or one of them.',
      )
      .default({}),
    footer: lineSchema(MAX_FACT_LENGTH).optional().describe('The footer of the slides, instead of the name'),
    sponsors: z
      .array(
        z.union(
          [lineSchema(MAX_FACT_LENGTH), z.strictObject({ name: lineSchema(MAX_FACT_LENGTH), logo: logo.optional() })],
          'Give a name, or { name: …, logo: … }.',
        ),
      )
      .max(MAX_SPONSORS, `List at most ${MAX_SPONSORS}; a slide has no room for more.`)
      .default([]),
    'code-of-conduct': lineSchema(MAX_SENTENCE_LENGTH).optional().describe('One line for the closing slide'),
  },
  'Write keys and their values, the name of the event first: "name: Harbour Days".',
)
