import type { WebPage } from './web-page.ts'

/**
 * Moves every position in a page to the top of the file, because the lines of converted HTML are not lines of the file.
 * The offsets, and so the order of the words, stay the same.
 */
export function discardPositions(page: WebPage): WebPage {
  for (const { position } of [...page.elements, ...page.texts]) {
    if (!position) continue
    position.start = { line: 1, column: 1, offset: position.start.offset }
    position.end = { line: 1, column: 1, offset: position.end.offset }
  }
  return { ...page, source: { ...page.source, anchors: [] } }
}
