// Reads quotations in a deck file.

import type { BlockContent, DefinitionContent } from 'mdast'
import type { Anchor } from '../model/article.ts'
import type { Content } from '../model/draft.ts'
import { type Mark, shiftMark } from '../model/mark.ts'
import type { Words } from '../read/piece.ts'
import { divideAtSpeaker } from '../read/speaker-line.ts'
import { isText, readTextBlocks } from './read-text.ts'
import type { ReadingContext } from './reading-context.ts'

type Block = BlockContent | DefinitionContent

/**
 * Reads a quotation from paragraphs. If there are several, the last one names the speaker. The result is empty if there
 * is no text, and null if there is anything else.
 */
export function quoteContent(
  children: readonly Block[],
  { parsed, lineOf }: ReadingContext,
): readonly Content[] | null {
  const innerBlocks = children
    .flatMap((child) => (child.type === 'blockquote' ? child.children : [child]))
    .flatMap((child): readonly Block[] =>
      child.type === 'paragraph' ? divideAtSpeaker(child, parsed.source) : [child],
    )
  if (!innerBlocks.every(canBeQuoted)) return null
  const blocks = readTextBlocks(innerBlocks.filter(isText), parsed).map(({ words }) => words)
  const speaker = blocks.length > 1 ? blocks.at(-1) : undefined
  const quote = speaker === undefined ? blocks : blocks.slice(0, -1)
  if (quote.length === 0) return []
  return [
    {
      type: 'quote',
      quote: lineOf(joinWords(quote), 'prose'),
      speaker: speaker === undefined ? null : lineOf(withoutDash(speaker), 'prose'),
    },
  ]
}

/** Whether a block can be part of a quotation. A speaker after a hyphen is parsed as a list of one item. */
function canBeQuoted(block: Block): boolean {
  return block.type === 'list' ? block.children.length === 1 : isText(block) || block.type === 'html'
}

/** Joins paragraphs with spaces. */
function joinWords(paragraphs: readonly Words[]): Words {
  const [first, ...others] = paragraphs
  if (first !== undefined && others.length === 0) return first
  const marks: Mark[] = []
  const anchors: Anchor[] = []
  let start = 0
  for (const words of paragraphs) {
    for (const mark of words.marks ?? []) marks.push(shiftMark(mark, start))
    for (const { offset, point } of words.anchors) anchors.push({ offset: start + offset, point })
    start += words.text.length + 1
  }
  return { text: paragraphs.map(({ text }) => text).join(' '), anchors, marks, position: first?.position }
}

function withoutDash(words: Words): Words {
  const dashLength = /^[–—-]+\s*/u.exec(words.text)?.[0].length ?? 0
  return dashLength === 0 ? words : { ...words, text: words.text.slice(dashLength), marks: [] }
}
