import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import type { PassageKind } from '../model/article.ts'
import type { Deck, Slide } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { clock } from '../render/clock.ts'
import { runsOf } from '../render/note-runs.ts'

/** What the speaker says, as Markdown: each slide's number, title and time, then its note. */
export function notesMarkdown(deck: Deck, layouts: Layouts): string {
  const children: RootContent[] = [
    heading(1, deck.title),
    ...deck.slides.flatMap((slide, index) => slideNotes(slide, index + 1, layouts)),
  ]
  return remark().use(remarkGfm).stringify({ type: 'root', children })
}

function slideNotes(slide: Slide, page: number, layouts: Layouts): RootContent[] {
  const { cue, seconds, sentences } = slide.note
  const name = linesOf(layouts, slide)[0]?.text ?? ''
  const time = seconds === 0 ? '' : ` (${clock(seconds)})`
  return [
    heading(2, `${page}. ${name}${time}`),
    ...(cue === null ? [] : [paragraph({ type: 'emphasis', children: [words(cue)] })]),
    ...runsOf(sentences).flatMap(({ kind, blocks }) => BLOCKS[kind](blocks.map(({ text }) => text))),
  ]
}

function heading(depth: 1 | 2, text: string): RootContent {
  return { type: 'heading', depth, children: [words(text)] }
}

function words(value: string): Text {
  return { type: 'text', value }
}

function paragraph(content: PhrasingContent): Paragraph {
  return { type: 'paragraph', children: [content] }
}

function plain(text: string): Paragraph {
  return paragraph(words(text))
}

const paragraphs = (texts: readonly string[]): RootContent[] => texts.map(plain)

const fenced =
  (language: string | null) =>
  (texts: readonly string[]): RootContent[] => [{ type: 'code', lang: language, value: texts.join('\n') }]

const BLOCKS: Readonly<Record<PassageKind, (texts: readonly string[]) => RootContent[]>> = {
  prose: paragraphs,
  footnote: paragraphs,
  caption: paragraphs,
  heading: (texts) => texts.map((text) => paragraph({ type: 'strong', children: [words(text)] })),
  quotation: (texts) => [{ type: 'blockquote', children: texts.map(plain) }],
  item: (texts) => [
    {
      type: 'list',
      ordered: false,
      children: texts.map((text) => ({ type: 'listItem', children: [plain(text)] })),
    },
  ],
  row: (texts) => [
    {
      type: 'table',
      children: texts.map((text) => ({
        type: 'tableRow',
        children: text.split('\t').map((cell) => ({ type: 'tableCell', children: [words(cell)] })),
      })),
    },
  ],
  math: fenced('math'),
  code: fenced(null),
}
