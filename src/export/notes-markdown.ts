// Writes the speaker notes of a deck as Markdown (`--to notes`).

import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import type { PassageKind } from '../model/article.ts'
import type { Deck, Slide } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import type { MarkedText } from '../model/mark.ts'
import { minutesAndSeconds } from '../model/minutes-and-seconds.ts'
import { cellsIn, type NodeMaker, nestMarks, takeTaskBox } from '../model/nest-marks.ts'
import { type SourcedText, styledText } from '../model/styled-text.ts'
import { runsOf } from '../render/note-runs.ts'

/** Writes each slide's number, title and time, then its note. */
export function notesMarkdown(deck: Deck, layouts: Layouts): string {
  const children: RootContent[] = [
    heading(1, deck.title),
    ...deck.slides.flatMap((slide, index) => slideNotes(slide, index + 1, { deck, layouts })),
  ]
  return remark().use(remarkGfm).stringify({ type: 'root', children })
}

interface NotesSource {
  readonly deck: Deck
  readonly layouts: Layouts
}

function slideNotes(slide: Slide, page: number, { deck, layouts }: NotesSource): RootContent[] {
  const { cue, seconds, sentences } = slide.note
  const name = linesOf(layouts, slide)[0]?.text ?? ''
  const time = seconds === 0 ? '' : ` (${minutesAndSeconds(seconds)})`
  return [
    heading(2, `${page}. ${name}${time}`),
    ...(cue === null ? [] : [paragraph({ type: 'emphasis', children: [words(cue)] })]),
    ...runsOf(sentences).flatMap(({ kind, blocks }) => BLOCKS[kind](blocks, deck)),
  ]
}

function heading(depth: 1 | 2, text: string): RootContent {
  return { type: 'heading', depth, children: [words(text)] }
}

function words(value: string): Text {
  return { type: 'text', value }
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

const MAKER: NodeMaker<PhrasingContent> = {
  plain: (text) => [words(text)],
  styled(style, text, children) {
    if (style.type === 'inlineCode') return { type: 'inlineCode', value: text }
    // In Markdown with formulas, the text between the dollar signs is not Markdown.
    if (style.type === 'inlineMath') return { type: 'html', value: `$${text}$` }
    if (style.type === 'link') return { type: 'link', url: style.url, children: children() }
    if (style.type === 'task') return words(text)
    return { type: style.type, children: children() }
  },
}

/** Converts words with the article's marks to Markdown nodes. */
function phrasingOf(block: SourcedText, article: MarkedText): PhrasingContent[] {
  const { isDone, pieces } = takeTaskBox(styledText(block, article))
  return [...(isDone === null ? [] : [words(isDone ? '☑ ' : '☐ ')]), ...nestMarks(pieces, MAKER)]
}

type RenderMarkdown = (blocks: readonly SourcedText[], article: MarkedText) => RootContent[]

const paragraphs: RenderMarkdown = (blocks, article) => blocks.map((block) => paragraph(...phrasingOf(block, article)))

const listingOf =
  (language: string | null): RenderMarkdown =>
  (blocks) => [{ type: 'code', lang: language, value: blocks.map(({ text }) => text).join('\n') }]

const BLOCKS: Readonly<Record<PassageKind, RenderMarkdown>> = {
  prose: paragraphs,
  footnote: paragraphs,
  caption: paragraphs,
  heading: (blocks) => blocks.map(({ text }) => paragraph({ type: 'strong', children: [words(text)] })),
  quotation: (blocks, article) => [
    { type: 'blockquote', children: blocks.map((block) => paragraph(...phrasingOf(block, article))) },
  ],
  item: (blocks, article) => [
    {
      type: 'list',
      ordered: false,
      children: blocks.map((block) => ({ type: 'listItem', children: [paragraph(...phrasingOf(block, article))] })),
    },
  ],
  row: (blocks, article) => [
    {
      type: 'table',
      children: blocks.map((block) => ({
        type: 'tableRow',
        children: cellsIn(styledText(block, article)).map((cell) => ({
          type: 'tableCell',
          children: nestMarks(cell, MAKER),
        })),
      })),
    },
  ],
  math: listingOf('math'),
  code: listingOf(null),
}
