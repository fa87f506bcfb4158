// Reads quotations in a deck file.

import type { BlockContent, DefinitionContent } from 'mdast'
import type { Content } from '../model/draft.ts'
import type { Words } from '../read/piece.ts'
import { isText, readTextBlocks } from './read-text.ts'
import type { ReadingContext } from './reading-context.ts'

/**
 * Reads a quotation from the first paragraph and, if there are several, its speaker from the last. The result is empty
 * if there is no text.
 */
export function quoteContent(
  children: readonly (BlockContent | DefinitionContent)[],
  { view, lineOf }: ReadingContext,
): readonly Content[] {
  const inside = children.flatMap((child) => (child.type === 'blockquote' ? child.children : [child]))
  const [quote, ...others] = readTextBlocks(inside.filter(isText), view)
  const speaker = others.at(-1)
  if (quote === undefined) return []
  return [
    {
      type: 'quote',
      quote: lineOf(quote.words, 'prose'),
      speaker: speaker === undefined ? null : lineOf(withoutDash(speaker.words), 'prose'),
    },
  ]
}

function withoutDash(words: Words): Words {
  const dashLength = /^[–—-]+\s*/u.exec(words.text)?.[0].length ?? 0
  return dashLength === 0 ? words : { ...words, text: words.text.slice(dashLength), marks: [] }
}
