// Recognises a line of a slide in Markdown, whether it is a title, a point or a row.

/** Returns the letters and digits of a line of Markdown, without the number of an item or the address of a link. */
export function lettersIn(markdown: string): string {
  return withoutMarker(markdown)
    .replace(/\]\([^()]*\)/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

/** Returns a line of Markdown without what marks it as an item or a title. */
export function withoutMarker(markdown: string): string {
  return markdown.slice(markerOf(markdown).length)
}

/** Returns what marks a line of Markdown as an item or a title. */
export function markerOf(markdown: string): string {
  return /^\s*(?:(?:[-*+]|\d+[.)]|#{1,6})\s+)?/.exec(markdown)?.[0] ?? ''
}
