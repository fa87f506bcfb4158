// The schema of `--to json`, which is the contract `deck/1`.

import { z } from 'zod'
import { LAYOUT_NAMES } from '../model/deck.ts'
import { jsonSchemaOf } from '../util/json-schema.ts'

const count = z.int().min(0)

const span = z.tuple([count, count]).describe('Start and end (exclusive) in article.text, in UTF-16 code units')

const fraction = z.number().min(0).max(1)

const alternative = z.object({
  text: z.string(),
  spans: z.array(span),
  added: z.array(z.string()),
  score: fraction,
})

const line = z.object({
  text: z.string(),
  spans: z
    .array(span)
    .describe('Where the words of the line are in the article, ascending; empty if the user typed them'),
  added: z.array(z.string()).describe('Words of the line that are not in the article at these spans'),
  kind: z.enum(['prose', 'heading', 'item', 'row', 'code', 'math', 'caption', 'frame']),
  weight: fraction,
  checked: z.boolean().optional().describe('Whether a task is ticked off'),
  origin: z.literal('author').optional().describe('Present if the user typed the line'),
  alternatives: z.array(alternative).optional(),
})

const note = z.object({
  text: z.string(),
  spans: z.array(span),
  seconds: z.number().min(0),
  cue: z.string().nullable(),
  author: z.array(z.string()).optional().describe('Sentences that the user typed'),
})

const slide = z.object({
  id: z.string(),
  layout: z.enum(LAYOUT_NAMES),
  part: z.string().nullable(),
  title: z.string().nullable().describe('The text of the first line'),
  lines: z.array(line),
  note,
  alternatives: z.object({ titles: z.array(alternative), unshown: z.array(alternative) }).optional(),
})

const message = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  reason: z.string(),
  file: z.string(),
  line: count.nullable(),
  column: count.nullable(),
})

/** The data of a deck. Keys may be added but never renamed. */
const deckData = z.object({
  lectern: z.literal('deck/1'),
  title: z.string(),
  language: z.string().describe('BCP 47 tag; "und" if it is not known'),
  direction: z.enum(['ltr', 'rtl']),
  article: z.object({
    path: z.string(),
    text: z.string(),
    headings: z.array(z.object({ text: z.string(), depth: count, span })),
  }),
  slides: z.array(slide),
  coverage: z.object({
    sentences: count,
    onSlides: count,
    inNotes: count,
    nowhere: z.int(),
    byAuthor: count.optional(),
  }),
  messages: z.array(message),
})

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T

export type DeckJson = DeepReadonly<z.infer<typeof deckData>>
export type SlideJson = DeepReadonly<z.infer<typeof slide>>
export type LineJson = DeepReadonly<z.infer<typeof line>>
export type MessageJson = DeepReadonly<z.infer<typeof message>>

/** The JSON Schema of `--to json`. */
export function deckJsonSchema(): object {
  return jsonSchemaOf('A deck that Lectern made', deckData)
}
