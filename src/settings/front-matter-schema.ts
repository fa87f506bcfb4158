// The schema of an article's front matter.

import { z } from 'zod'
import { type BackgroundChoices, HANDOUTS, MAX_MINUTES, PAPERS } from '../model/settings.ts'
import { jsonSchemaOf } from '../util/json-schema.ts'

const THEME_REMEDY = 'Give the name of a theme, or its folder.'

const EVENT_REMEDY = "Give the name of an event's YAML file in the article's folder."

const BACKGROUND_REMEDY =
  'Give a colour ("#10352d"), a gradient or a picture, for all slides or by layout: { title: hall.jpg, part: "#10352d" }.'

const MINUTES_REMEDY = `Give a number of minutes from 1 to ${MAX_MINUTES}.`

const STEPPED_REMEDY = 'Choose true or false.'

const minutesSchema = z.number().min(1, MINUTES_REMEDY).max(MAX_MINUTES, MINUTES_REMEDY)

/** The settings that front matter can contain. The reader passes every value as a string; editors check YAML types. */
export const settingsSchema = z.object({
  theme: z
    .string(THEME_REMEDY)
    .min(1, THEME_REMEDY)
    .optional()
    .describe('The theme: a name, or a folder beside the article'),
  event: z
    .string(EVENT_REMEDY)
    .min(1, EVENT_REMEDY)
    .optional()
    .describe('The YAML file of the event, beside the article'),
  background: z
    .union([z.string().min(1), z.record(z.string(), z.string().min(1))], BACKGROUND_REMEDY)
    .transform((value): BackgroundChoices => (typeof value === 'string' ? { '*': value } : value))
    .optional()
    .describe('The background of slides: a colour, a gradient or a picture, for all slides or by layout'),
  paper: z
    .enum(PAPERS, `Choose ${PAPERS.join(' or ')}.`)
    .optional()
    .describe('The paper size of the handout'),
  handout: z
    .union(
      [z.enum(HANDOUTS), z.literal([1, 2, 3, 4, 6]).transform((count) => `${count}` as const)],
      `Choose from ${HANDOUTS.join(', ')}.`,
    )
    .optional()
    .describe('The layout of the handout: slides per page, notes or lines'),
  canvas: z.enum(['16:9', '4:3'], 'Choose 16:9 or 4:3.').optional().describe('The aspect ratio of slides'),
  stepped: z
    .union([z.boolean(), z.enum(['true', 'false'])], STEPPED_REMEDY)
    .transform((value) => `${value}` === 'true')
    .optional()
    .describe('Whether points appear one by one'),
  minutes: z
    .union(
      [
        minutesSchema,
        z
          .string()
          .regex(/^\d+(?:\.\d+)?$/)
          .transform(Number)
          .pipe(minutesSchema),
      ],
      MINUTES_REMEDY,
    )
    .optional()
    .describe('The length of the talk'),
})

/** A scalar: a string when it comes from the reader, any YAML type in an editor. */
const scalarSchema = z.union([z.string(), z.number(), z.boolean()])

const authorSchema = z.union([scalarSchema, z.looseObject({ name: scalarSchema })])

/** The keys from which the reader takes facts about the article, such as its title, authors and language. */
export const articleSchema = z.object({
  title: scalarSchema.optional().describe('The title, if not the one in the text'),
  subtitle: scalarSchema.optional(),
  author: z
    .union([authorSchema, z.array(authorSchema)])
    .optional()
    .describe('The author: a name, or several in a list'),
  authors: z.union([authorSchema, z.array(authorSchema)]).optional(),
  byline: scalarSchema.optional(),
  date: scalarSchema.optional().describe('The date, as you would write it or as 2026-03-14'),
  lang: z.string().optional().describe('The language as a BCP 47 tag: en, de, ar'),
  language: z.string().optional(),
  direction: z.enum(['ltr', 'rtl']).optional().describe('The direction of text, if not that of the language'),
  url: z.string().optional().describe('The web address of the article'),
  source: scalarSchema.optional(),
})

/** The schema of all front matter. Any other keys are allowed, since other tools have their own. */
export const frontMatterSchema = z.looseObject({ ...articleSchema.shape, ...settingsSchema.shape })

export function frontMatterJsonSchema(): object {
  return jsonSchemaOf('Front matter of an article for Lectern', frontMatterSchema)
}
