// Writes the Markdown of deck files.

import type { List, ListItem, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { mathToMarkdown } from 'mdast-util-math'
import { type Options, toMarkdown } from 'mdast-util-to-markdown'
import type { MarkedText, Style } from '../model/mark.ts'
import { cellsIn, type NodeMaker, nestMarks, takeTaskBox } from '../model/nest-marks.ts'
import { type SourcedText, type StyledText, styledText } from '../model/styled-text.ts'
import { singleSpaced } from '../util/single-spaced.ts'

/** Writes blocks, separated by blank lines, as Markdown that formatters leave unchanged. */
export function markdownOf(nodes: readonly RootContent[]): string {
  if (nodes.length === 0) return ''
  const tree = { type: 'root' as const, children: [...nodes] }
  const dollarSafeOptions = {
    ...OPTIONS,
    extensions: [...(OPTIONS.extensions ?? []), { unsafe: [{ character: '$' }] }],
  }
  const text = toMarkdown(tree, OPTIONS)
  return (FORMULA.test(wordsIn(nodes)) ? toMarkdown(tree, dollarSafeOptions) : text).trimEnd()
}

/** Matches text that would be read as a formula. */
const FORMULA = /\$[^\s$](?:[^$]*[^\s$])?\$(?!\d)/

/** Returns the text in these nodes, without code or formulas. */
function wordsIn(nodes: readonly { readonly type: string }[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' && 'value' in node) return String(node.value)
      return 'children' in node && Array.isArray(node.children) ? wordsIn(node.children) : ''
    })
    .join('\n')
}

const OPTIONS: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  resourceLink: true,
  rule: '-',
  extensions: [
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown(),
    gfmTaskListItemToMarkdown(),
    // Escapes dollars only where they could open a formula.
    { handlers: mathToMarkdown().handlers ?? {} },
    {
      unsafe: [
        { atBreak: true, character: ':', after: ':' },
        { atBreak: true, character: '[', after: '[ \\txX]\\]' },
        { character: '$', before: '\\$' },
        // A line of "Note:" or "???" begins the notes of a slide.
        { before: '[\\r\\n][Nn][Oo][Tt][Ee][Ss]?', character: ':', after: '[\\r\\n]' },
        { atBreak: true, character: '?', after: '\\?\\?[\\r\\n]' },
      ],
    },
  ],
}

export function text(value: string): Text {
  return { type: 'text', value: singleSpaced(value) }
}

export function paragraph(children: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: [...children] }
}

export function heading(depth: 1 | 2 | 3 | 4, children: readonly PhrasingContent[]): RootContent {
  return { type: 'heading', depth, children: [...children] }
}

/** Makes a tight list, numbered from `start`, or bulleted if `start` is null. */
export function list(items: readonly ListItem[], start: number | null = null): List {
  return { type: 'list', ordered: start !== null, start, spread: false, children: [...items] }
}

export function item(...children: ListItem['children']): ListItem {
  return { type: 'listItem', spread: false, children }
}

/** Converts a line, with the article's marks, to phrasing content. */
export function phrasing(line: SourcedText, article: MarkedText): PhrasingContent[] {
  const { isDone, pieces } = takeTaskBox(styledText({ ...line, text: singleSpaced(line.text).trim() }, article))
  const box: PhrasingContent[] = isDone === null ? [] : [{ type: 'html', value: isDone ? '[x] ' : '[ ] ' }]
  return [...box, ...nestMarks(shareStyles(pieces), NODE_MAKER)]
}

/**
 * Replaces equal styles, except code and formulas, with one shared object, so that adjacent pieces in the same style
 * can be joined.
 */
function shareStyles(pieces: readonly StyledText[]): readonly StyledText[] {
  const sharedStyles = new Map<string, Style>()
  return pieces.map(({ text, styles }) => ({
    text,
    styles: styles.map((style) => {
      if (style.type === 'inlineCode' || style.type === 'inlineMath') return style
      const name = style.type === 'link' ? `link ${style.url}` : style.type
      const sharedStyle = sharedStyles.get(name) ?? style
      sharedStyles.set(name, sharedStyle)
      return sharedStyle
    }),
  }))
}

/** Converts a row, with the article's marks, to a table row of at least `minCells` cells. */
export function tableRow(
  row: SourcedText,
  article: MarkedText,
  minCells: number,
): RootContent & { readonly type: 'tableRow' } {
  const cellContents = cellsIn(shareStyles(styledText(row, article))).map((cell) => nestMarks(cell, NODE_MAKER))
  const paddedCells = Array.from(
    { length: Math.max(minCells, cellContents.length) },
    (_, index) => cellContents[index] ?? [],
  )
  return { type: 'tableRow', children: paddedCells.map((children) => ({ type: 'tableCell', children })) }
}

const NODE_MAKER: NodeMaker<PhrasingContent> = {
  plain: (value) => [text(value)],
  styled(style, value, children) {
    if (style.type === 'inlineCode' || style.type === 'inlineMath') return { type: style.type, value }
    if (style.type === 'link') return { type: 'link', url: style.url, children: children() }
    if (style.type === 'task') return text(value)
    return { type: style.type, children: children() }
  },
}
