// Finds lists whose long items have labels, and makes slides of single items.

import type { Paragraph as MdastParagraph } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'
import type { Article, Block, Passage } from '../model/article.ts'
import type { Sentence } from '../model/outline.ts'
import type { Body } from './body.ts'
import { capitaliseLine } from './line.ts'
import { type Change, changeContent } from './map-lines.ts'
import { itemStarts } from './ordinals.ts'
import { MAX_TITLE_WIDTH } from './titles.ts'

/** A list item and its label: the bold words that open it. */
export interface LabelledItem {
  readonly label: Passage
  readonly sentences: readonly Sentence[]
}

/** Lists the items of a list if each opens with a label, as in "**Tides:** The gates are shut at …"; null otherwise. */
export function labelledItems(block: Block, sentences: readonly Sentence[]): readonly LabelledItem[] | null {
  const starts = itemStarts(block)
  if (starts === null || block.node.type !== 'list') return null
  const items = block.node.children.flatMap(({ children: [first] }, index): readonly LabelledItem[] => {
    const [start = 0, end = Number.POSITIVE_INFINITY] = starts.slice(index, index + 2)
    const itemSentences = sentences.filter(({ span }) => span[0] >= start && span[0] < end)
    const label =
      itemSentences[0] === undefined || first?.type !== 'paragraph' ? null : labelOf(first, itemSentences[0])
    return label === null ? [] : [{ label, sentences: itemSentences }]
  })
  const count = items.reduce((sum, item) => sum + item.sentences.length, 0)
  return items.length === starts.length && count === sentences.length ? items : null
}

function labelOf({ children: [first] }: MdastParagraph, { text, span: [start] }: Sentence): Passage | null {
  const words = first?.type === 'strong' ? wordsOf(first).replace(/[\s.:,;–—-]+$/u, '') : ''
  return words !== '' && words.length <= MAX_TITLE_WIDTH && text.startsWith(words)
    ? { text: words, span: [start, start + words.length] }
    : null
}

/** Removes the label, which is the title, from the beginning of a slide's lines. */
export function withoutLabel({ text }: Article, body: Body, label: Passage): Body {
  const [start, end] = label.span
  const change: Change = (line) => {
    const [first, ...others] = line?.spans ?? []
    if (line === null || first?.[0] !== start || first[1] <= end) return line
    const [separator] = SEPARATOR.exec(text.slice(end, first[1])) ?? []
    const from = end + (separator?.length ?? 0)
    const rest = line.text.slice(from - start)
    return rest === ''
      ? line
      : { ...line, text: capitaliseLine({ ...line, text: rest }).text, spans: [[from, first[1]], ...others] }
  }
  return { ...body, content: changeContent(body.content, change) }
}

/** The marks between a label and the rest of its item. */
const SEPARATOR = /^[\s.:,;–—-]*/u
