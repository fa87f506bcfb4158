import type { Point } from 'unist'
import type { Anchor } from './article.ts'
import type { Line } from './draft.ts'

/** Text whose stretches know where they stand in the file: an article, or a source. */
export interface Anchored {
  /** Ascending by offset. */
  readonly anchors: readonly Anchor[]
}

/** Where in the file the character at `offset` of the text stands; the top of the file where nothing is known. */
export function pointAt({ anchors }: Anchored, offset: number): Point {
  let low = 0
  let high = anchors.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const anchor = anchors[middle]
    if (anchor && anchor.offset <= offset) low = middle + 1
    else high = middle
  }
  const anchor = anchors[low - 1]
  if (!anchor) return { line: 1, column: 1 }
  return { line: anchor.point.line, column: anchor.point.column + offset - anchor.offset }
}

/** Where a line stands in its file: in the deck file itself, or where the article has its first words; null where that is not known. */
export function placeOf(line: Pick<Line, 'spans' | 'place'>, anchored: Anchored): Point | null {
  const [start] = line.spans[0] ?? []
  return line.place ?? (start === undefined ? null : pointAt(anchored, start))
}
