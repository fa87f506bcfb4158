// Reads timelines in a deck file.

import type { BlockContent, DefinitionContent, Paragraph } from 'mdast'
import type { Content, Moment } from '../model/draft.ts'
import { wordsOf } from './phrasing-words.ts'
import type { ReadingContext } from './reading-context.ts'

/** Reads a timeline from the lists in a container; null if no item has both a date and a text. */
export function timelineContent(
  children: readonly (BlockContent | DefinitionContent)[],
  { view, lineOf }: ReadingContext,
): readonly Content[] | null {
  const items = children.flatMap((child) => (child.type === 'list' ? child.children : []))
  const moments = items.flatMap(({ children: [first, second] }): readonly Moment[] => {
    if (first?.type !== 'paragraph') return []
    const [when, what] = divideMoment(first, second?.type === 'paragraph' ? second : null)
    return what === null
      ? []
      : [{ when: lineOf(wordsOf(when, view), 'prose'), what: lineOf(wordsOf(what, view), 'prose') }]
  })
  return moments.length === 0 ? null : [{ type: 'timeline', moments }]
}

/**
 * Divides an event into its date and its text; the text is null if there is none. An event is written as `**1997** The
 * port opened`, as `1997: The port opened`, or as two paragraphs.
 */
function divideMoment(first: Paragraph, second: Paragraph | null): readonly [Paragraph, Paragraph | null] {
  if (second !== null) return [first, second]
  const [start, ...rest] = first.children
  if (start?.type === 'strong' && rest.length > 0) {
    const [next, ...others] = rest
    const textStart =
      next?.type === 'text' ? [{ ...next, value: next.value.replace(/^\s*[:–—]?\s+/u, '') }] : next ? [next] : []
    return [
      { ...first, children: start.children },
      { ...first, children: [...textStart, ...others] },
    ]
  }
  const date = start?.type === 'text' ? /^([^:–—]{1,40}?)\s*(?::|[–—])\s+(?=\S)/u.exec(start.value) : null
  if (start?.type !== 'text' || date === null) return [first, null]
  return [
    { ...first, children: [{ ...start, value: date[1] ?? '' }] },
    { ...first, children: [{ ...start, value: start.value.slice(date[0].length) }, ...rest] },
  ]
}
