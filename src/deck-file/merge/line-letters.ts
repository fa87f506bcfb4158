// Reduces lines of Markdown to their letters, to recognise the same words in a title, a point or a row.

/** Returns the letters and digits of a line of Markdown, without the number of an item or the address of a link. */
export function lettersIn(markdown: string): string {
  return withoutMarker(markdown)
    .replace(/\]\([^()]*\)/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

/** Returns a line of Markdown without the marker of an item or a title. */
export function withoutMarker(markdown: string): string {
  return markdown.slice(markerOf(markdown).length)
}

/** Returns the marker that makes a line of Markdown an item or a title; empty if it has none. */
export function markerOf(markdown: string): string {
  return /^\s*(?:(?:[-*+]|\d+[.)]|#{1,6})\s+)?/.exec(markdown)?.[0] ?? ''
}
