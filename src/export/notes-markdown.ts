// Writes the speaker notes of a deck as Markdown (`--to notes`).

import type { List, Nodes, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import type { Handle } from 'mdast-util-to-markdown'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { citedKeysIn } from '../grammar/citations.ts'
import type { PassageKind } from '../model/article.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Layouts } from '../model/layout.ts'
import type { MarkedText } from '../model/mark.ts'
import { cellsIn, type NodeMaker, nestMarks, takeTaskBox } from '../model/nest-marks.ts'
import { slideName } from '../model/slide-name.ts'
import { type SourcedText, styledText } from '../model/styled-text.ts'
import { isList, isListed, listsOf, type NoteList, type PlacedText } from '../render/note-lists.ts'
import { runsOf } from '../render/note-runs.ts'
import { minutesAndSeconds } from '../util/minutes-and-seconds.ts'

/** Writes the number, title and time of each slide, followed by its note. */
export function formatNotes(deck: Deck, layouts: Layouts): string {
  const children: RootContent[] = [
    headingNode(1, deck.title),
    ...deck.slides.flatMap((slide, index) => slideNotes(slide, index + 1, { deck, layouts })),
  ]
  return remark()
    .use(remarkGfm)
    .use({ settings: { handlers: { text: plainText } } })
    .stringify({ type: 'root', children })
}

interface NotesSource {
  readonly deck: Deck
  readonly layouts: Layouts
}

function slideNotes(slide: Slide, page: number, { deck, layouts }: NotesSource): RootContent[] {
  const { cue, seconds, sentences } = slide.note
  const name = slideName(layouts, slide)
  const time = seconds === 0 ? '' : ` (${minutesAndSeconds(seconds)})`
  return [
    headingNode(2, `${page}.${name === '' ? '' : ` ${name}`}${time}`),
    ...(cue === null ? [] : [paragraphNode({ type: 'emphasis', children: [textNode(cue)] })]),
    ...runsOf(sentences).flatMap(({ kind, blocks }) => RENDERERS[kind](blocks, deck)),
  ]
}

function headingNode(depth: 1 | 2, text: string): RootContent {
  return { type: 'heading', depth, children: [textNode(text)] }
}

/**
 * Prints text without escapes that Markdown does not need and a speaker would stumble over: those before literal
 * brackets and before "&", as in "Q&A".
 */
const plainText: Handle = (node: Text, parent, state, info) => {
  const { value } = node
  const text = state.safe(value, info)
  const siblings: readonly Nodes[] = parent?.children ?? []
  const next = siblings[siblings.indexOf(node) + 1]
  const isBeforeOther = value.endsWith(']') && next !== undefined && next.type !== 'html'
  const withBrackets = isBeforeOther || AMBIGUOUS_BRACKET.test(value) ? text : text.replaceAll('\\[', '[')
  return CHARACTER_REFERENCE.test(value) ? withBrackets : withBrackets.replaceAll('\\&', '&')
}

const AMBIGUOUS_BRACKET = /\][[:]|^\s*\[[ xX]?\]/
const CHARACTER_REFERENCE = /&#?\w+;/

function textNode(value: string): Text {
  return { type: 'text', value }
}

function paragraphNode(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

/** Sets words that are not read aloud in small type. Italics would look like the author's own. */
function smallNodes(...children: PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'html', value: '<small>' }, ...children, { type: 'html', value: '</small>' }]
}

const PHRASING_MAKER: NodeMaker<PhrasingContent> = {
  plain: (text) => {
    const spans = citedKeysIn(text)
    const small = spans.flatMap(([start, end], index) => [
      textNode(text.slice(spans[index - 1]?.[1] ?? 0, start)),
      ...smallNodes(textNode(text.slice(start, end))),
    ])
    return [...small, textNode(text.slice(spans.at(-1)?.[1] ?? 0))]
  },
  styled(style, text, children) {
    if (style.type === 'inlineCode') return { type: 'inlineCode', value: text }
    // In Markdown with formulas, the text between the dollar signs is not Markdown.
    if (style.type === 'inlineMath') return { type: 'html', value: `$${text}$` }
    if (style.type === 'link') return { type: 'link', url: style.url, children: children() }
    if (style.type === 'task') return textNode(text)
    return { type: style.type, children: children() }
  },
}

/** Converts words with the article's marks to Markdown nodes. */
function toPhrasing(block: SourcedText, article: MarkedText): PhrasingContent[] {
  const { isDone, pieces } = takeTaskBox(styledText(block, article))
  return [...(isDone === null ? [] : [textNode(isDone ? '☑ ' : '☐ ')]), ...nestMarks(pieces, PHRASING_MAKER)]
}

type RenderMarkdown = (blocks: readonly PlacedText[], article: MarkedText) => RootContent[]

const renderParagraphs: RenderMarkdown = (blocks, article) =>
  blocks.map((block) => paragraphNode(...toPhrasing(block, article)))

/** Renders blocks that are not read aloud. */
const renderSmall: RenderMarkdown = (blocks, article) =>
  blocks.map((block) => paragraphNode(...smallNodes(...toPhrasing(block, article))))

const renderListing =
  (language: string | null): RenderMarkdown =>
  (blocks) => [{ type: 'code', lang: language, value: blocks.map(({ text }) => text).join('\n') }]

const RENDERERS: Readonly<Record<PassageKind, RenderMarkdown>> = {
  prose: renderParagraphs,
  caption: renderSmall,
  footnote: (blocks, article) =>
    isListed(blocks) ? listsOf(blocks).map((list) => listNode(list, article)) : renderSmall(blocks, article),
  heading: (blocks) => blocks.map(({ text }) => paragraphNode({ type: 'strong', children: [textNode(text)] })),
  quotation: (blocks, article) => [
    { type: 'blockquote', children: blocks.map((block) => paragraphNode(...toPhrasing(block, article))) },
  ],
  item: (blocks, article) => listsOf(blocks).map((list) => listNode(list, article)),
  row: (blocks, article) => [
    {
      type: 'table',
      children: blocks.map((block) => ({
        type: 'tableRow',
        children: cellsIn(styledText(block, article)).map((cell) => ({
          type: 'tableCell',
          children: nestMarks(cell, PHRASING_MAKER),
        })),
      })),
    },
  ],
  math: renderListing('math'),
  code: renderListing(null),
}

function listNode({ start, items }: NoteList, article: MarkedText): List {
  return {
    type: 'list',
    ordered: start !== null,
    start,
    spread: false,
    children: items.map(({ text, others }) => ({
      type: 'listItem',
      spread: false,
      children: [text, ...others].map((content) =>
        isList(content) ? listNode(content, article) : paragraphNode(...toPhrasing(content, article)),
      ),
    })),
  }
}
