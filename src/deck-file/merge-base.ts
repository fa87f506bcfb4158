// The base of a deck file: the deck before its author changed anything, stored at the end of the file for three-way
// merges.

import { inflateRawSync } from 'node:zlib'
import { deflateSync } from 'fflate'
import { z } from 'zod'
import type { PassageKind } from '../model/article.ts'
import type { LineKind } from '../model/draft.ts'
import type { Mark, Style } from '../model/mark.ts'
import type { ItemPlace } from '../model/outline.ts'
import type { Span } from '../model/span.ts'
import { externalAddress } from '../read/external-link.ts'

/** The properties of a line that its Markdown does not express. */
export interface BaseLine {
  /** Absent if the slide's Markdown contains the same text. */
  readonly text?: string | undefined
  readonly spans: readonly Span[]
  readonly added: readonly string[]
  readonly kind: LineKind
  readonly weight: number
}

/** A sentence of a note, given as its span in the article. */
export interface BaseSentence {
  readonly span: Span
  readonly kind: PassageKind
  /** Whether the sentence begins its paragraph, item or block. */
  readonly startsBlock: boolean
  /** Absent outside lists. */
  readonly item?: ItemPlace | undefined
}

/** A slide as Lectern wrote it. */
export interface BaseSlide {
  readonly id: string
  /** The layout named in the slide's options. */
  readonly layout?: string | undefined
  /** The part named in the slide's options; null if it belongs to none. */
  readonly part?: string | null | undefined
  /** The slide's content as Markdown, without its note. */
  readonly body: string
  /** The lines in reading order, without the number of a part. */
  readonly lines: readonly BaseLine[]
  /** The numbers of the slide's points; absent if none has a number. */
  readonly ordinals?: readonly (number | null)[] | undefined
  readonly noteSentences: readonly BaseSentence[]
}

/**
 * The text of the article that a deck file was written from, and the slides made from it, before the author changed
 * anything.
 */
export interface DeckBase {
  /** The front matter of the deck file: YAML, without its fences. */
  readonly frontMatter: string
  readonly text: string
  readonly marks: readonly Mark[]
  readonly headings: readonly { readonly depth: number; readonly span: Span }[]
  /** The names of the parts, including those without slides. */
  readonly parts: readonly string[]
  readonly slides: readonly BaseSlide[]
}

const COMMENT_START = '<!-- lectern:base'

function styleName(style: Style): string {
  return style.type === 'task' && style.isDone ? 'done' : style.type
}

/** The styles of marks, keyed by their names in the base. */
const STYLES = {
  strong: { type: 'strong' },
  emphasis: { type: 'emphasis' },
  delete: { type: 'delete' },
  inlineCode: { type: 'inlineCode' },
  inlineMath: { type: 'inlineMath', formula: null },
  task: { type: 'task', isDone: false },
  done: { type: 'task', isDone: true },
} as const satisfies Readonly<Record<string, Style>>

/**
 * Writes the base as an HTML comment: deflated JSON in Base64. If the base were plain text, a search-and-replace in the
 * file would change it as well, which would hide the edit.
 */
export function printBase({ frontMatter, text, marks, headings, parts, slides }: DeckBase): string {
  const data = {
    frontMatter,
    text,
    marks: marks.map(({ style, span }) => [styleName(style), ...span, ...(style.type === 'link' ? [style.url] : [])]),
    headings: headings.map(({ depth, span }) => [depth, ...span]),
    parts,
    slides: slides.map(slideData),
  }
  const compressed = deflateSync(new TextEncoder().encode(JSON.stringify(data)), { level: 9 })
  const lines =
    Buffer.from(compressed)
      .toString('base64')
      .match(/.{1,100}/g) ?? []
  return [
    `${COMMENT_START} (what Lectern wrote, for "lectern outline --update"; leave it as it is)`,
    ...lines,
    '-->',
  ].join('\n')
}

function slideData({ id, layout, part, body, lines, ordinals, noteSentences }: BaseSlide): object {
  return {
    id,
    ...(layout !== undefined && { layout }),
    ...(part !== undefined && { part }),
    body,
    lines: lines.map(({ text, spans, added, kind, weight }) => [
      kind,
      weight,
      spans,
      ...(added.length > 0 || text !== undefined ? [added] : []),
      ...(text === undefined ? [] : [text]),
    ]),
    ...(ordinals !== undefined && { ordinals }),
    said: noteSentences.map(({ span, kind, startsBlock, item }) => [
      ...span,
      kind,
      startsBlock ? 1 : 0,
      ...(item === undefined ? [] : [item.depth, item.marker]),
    ]),
  }
}

/**
 * Finds the comment that contains the base of a deck file; null if there is none. In the result, `base` is null if the
 * comment is damaged.
 */
export function findBase(
  text: string,
): { readonly start: number; readonly end: number; readonly base: DeckBase | null } | null {
  const start = text.lastIndexOf(COMMENT_START)
  if (start < 0) return null
  const close = text.indexOf('-->', start)
  const end = close < 0 ? text.length : close + '-->'.length
  const [, ...lines] = text.slice(start, close < 0 ? text.length : close).split('\n')
  return { start, end, base: unpackBase(lines.join('')) }
}

/** The base of a whole book is smaller than this. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024

function unpackBase(compressed: string): DeckBase | null {
  try {
    const json = inflateRawSync(Buffer.from(compressed, 'base64'), { maxOutputLength: MAX_UNPACKED_BYTES }).toString(
      'utf8',
    )
    const parsed = BASE_SCHEMA.safeParse(JSON.parse(json))
    return parsed.success && hasValidSpans(parsed.data) ? parsed.data : null
  } catch {
    // Any error means that the base is damaged.
    return null
  }
}

/** Whether all spans are inside the text. */
function hasValidSpans({ text, marks, headings, slides }: DeckBase): boolean {
  const isInText = ([start, end]: Span) => start <= end && end <= text.length
  return (
    marks.every(({ span }) => isInText(span)) &&
    headings.every(({ span }) => isInText(span)) &&
    slides.every(
      ({ lines, noteSentences }) =>
        lines.every(({ spans }) => spans.every(isInText)) && noteSentences.every(({ span }) => isInText(span)),
    )
  )
}

const OFFSET = z.number().int().nonnegative()
const SPAN = z.tuple([OFFSET, OFFSET])

const LINE_KIND = z.enum(['prose', 'heading', 'item', 'row', 'code', 'math', 'caption', 'frame'])

const LINE = z
  .union([
    z.tuple([LINE_KIND, z.number(), z.array(SPAN)]),
    z.tuple([LINE_KIND, z.number(), z.array(SPAN), z.array(z.string())]),
    z.tuple([LINE_KIND, z.number(), z.array(SPAN), z.array(z.string()), z.string()]),
  ])
  .transform(
    ([kind, weight, spans, added = [], text]): BaseLine => ({
      kind,
      weight,
      spans,
      added,
      ...(text !== undefined && { text }),
    }),
  )

const PASSAGE_KIND = z.enum(['heading', 'prose', 'item', 'quotation', 'footnote', 'row', 'code', 'math', 'caption'])
const START = z.literal([0, 1])
const MARKER = z.union([z.number().int(), z.literal('bullet'), z.null()])

const SENTENCE = z
  .union([
    z.tuple([OFFSET, OFFSET, PASSAGE_KIND, START]),
    z.tuple([OFFSET, OFFSET, PASSAGE_KIND, START, z.number().int().positive(), MARKER]),
  ])
  .transform(
    ([start, end, kind, startsBlock, depth, marker]): BaseSentence => ({
      span: [start, end],
      kind,
      startsBlock: startsBlock === 1,
      ...(depth !== undefined && marker !== undefined && { item: { depth, marker } }),
    }),
  )

const MARK = z
  .union([
    z.tuple([z.enum(['strong', 'emphasis', 'delete', 'inlineCode', 'inlineMath', 'task', 'done']), OFFSET, OFFSET]),
    z.tuple([z.literal('link'), OFFSET, OFFSET, z.string().refine((url) => externalAddress(url) !== undefined)]),
  ])
  .transform(
    ([type, start, end, url]): Mark => ({
      span: [start, end],
      style: type === 'link' ? { type, url: url ?? '' } : STYLES[type],
    }),
  )

const BASE_SCHEMA = z.object({
  frontMatter: z.string(),
  text: z.string(),
  marks: z.array(MARK),
  headings: z.array(z.tuple([OFFSET, OFFSET, OFFSET]).transform(([depth, ...span]) => ({ depth, span }))),
  parts: z.array(z.string()),
  slides: z.array(
    z
      .object({
        id: z.string().min(1).max(100),
        layout: z.string().optional(),
        part: z.string().nullable().optional(),
        body: z.string(),
        lines: z.array(LINE),
        ordinals: z.array(z.number().int().nullable()).optional(),
        said: z.array(SENTENCE),
      })
      .transform(({ said, ...slide }): BaseSlide => ({ ...slide, noteSentences: said })),
  ),
})
