import type { WebPage } from './web-page.ts'

/**
 * Moves every line and column of a page to the top of the file, because its text is not that of the file. Offsets, and
 * with them the order of the words, stay.
 */
export function withoutPlaces(page: WebPage): WebPage {
  for (const { position } of [...page.elements, ...page.texts]) {
    if (!position) continue
    position.start = { line: 1, column: 1, offset: position.start.offset }
    position.end = { line: 1, column: 1, offset: position.end.offset }
  }
  return { ...page, source: { ...page.source, anchors: [] } }
}
