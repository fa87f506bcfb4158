// Reads the events of a timeline in a deck file.

import type { Paragraph } from 'mdast'

/**
 * Divides an event into its date and its text; the text is null if there is none. An event is written as `**1997** The
 * port opened`, as `1997: The port opened`, or as two paragraphs.
 */
export function divideMoment(first: Paragraph, second: Paragraph | null): readonly [Paragraph, Paragraph | null] {
  if (second !== null) return [first, second]
  const [strong, ...rest] = first.children
  if (strong?.type === 'strong' && rest.length > 0) {
    const [next, ...others] = rest
    const start =
      next?.type === 'text' ? [{ ...next, value: next.value.replace(/^\s*[:–—]?\s+/u, '') }] : next ? [next] : []
    return [
      { ...first, children: strong.children },
      { ...first, children: [...start, ...others] },
    ]
  }
  const colon = strong?.type === 'text' ? /^([^:–—]{1,40}?)\s*(?::|[–—])\s+(?=\S)/u.exec(strong.value) : null
  if (strong?.type !== 'text' || colon === null) return [first, null]
  const what = [{ ...strong, value: strong.value.slice(colon[0].length) }, ...rest]
  return [
    { ...first, children: [{ ...strong, value: colon[1] ?? '' }] },
    { ...first, children: what },
  ]
}
