// Reads timelines in a deck file.

import type { BlockContent, DefinitionContent, ListItem, Paragraph } from 'mdast'
import type { Content } from '../model/draft.ts'
import { wordsOf } from './phrasing-words.ts'
import type { ReadingContext } from './reading-context.ts'

/** Reads a timeline from the lists in a container; null unless each of its items has a date and text. */
export function timelineContent(
  children: readonly (BlockContent | DefinitionContent)[],
  { parsed, lineOf }: ReadingContext,
): readonly Content[] | null {
  const items = children.flatMap((child): readonly (ListItem | null)[] =>
    child.type === 'list' ? child.children : [null],
  )
  const readItems = items.map((item) => (item === null ? null : momentIn(item)))
  const moments = readItems.filter((moment) => moment !== null)
  if (moments.length === 0 || moments.length < readItems.length) return null
  return [
    {
      type: 'timeline',
      moments: moments.map(({ when, what }) => ({
        when: lineOf(wordsOf(when, parsed), 'prose'),
        what: lineOf(wordsOf(what, parsed), 'prose'),
      })),
    },
  ]
}

interface Moment {
  readonly when: Paragraph
  readonly what: Paragraph
}

function momentIn({ children: [first, second, ...others] }: ListItem): Moment | null {
  if (first?.type !== 'paragraph' || others.length > 0) return null
  if (second !== undefined && second.type !== 'paragraph') return null
  const [when, what] = divideMoment(first, second ?? null)
  return what === null ? null : { when, what }
}

/**
 * Divides a moment into its date and its text; the text is null if there is none. A moment is written as `**1997** The
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
