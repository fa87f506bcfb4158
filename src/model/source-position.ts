// Finds the position in a file that a part of the article's text comes from.

import type { Point, Position } from 'unist'
import { countLeading } from '../util/count-leading.ts'
import type { Anchor } from './article.ts'
import type { Line } from './draft.ts'

/** Text with anchors that map it to positions in its file: an article, or the source that an article is read from. */
export interface AnchoredText {
  /** Ascending by offset. */
  readonly anchors: readonly Anchor[]
}

/** Returns the position in the file of the character at `offset` of the text; the top of the file if unknown. */
export function pointAt({ anchors }: AnchoredText, offset: number): Point {
  const anchor = anchors[countLeading(anchors, (each) => each.offset <= offset) - 1]
  if (!anchor) return { line: 1, column: 1 }
  return { line: anchor.point.line, column: anchor.point.column + offset - anchor.offset }
}

/**
 * Returns the position of a line: in the deck file if it was written there, otherwise the position of its first words
 * in the article; null if unknown.
 */
export function placeOf(line: Pick<Line, 'spans' | 'place'>, anchored: AnchoredText): Point | null {
  const [start] = line.spans[0] ?? []
  return line.place ?? (start === undefined ? null : pointAt(anchored, start))
}

/** Returns the position of the first of these lines that has one; null if none has. */
export function firstPlaceOf(lines: readonly Pick<Line, 'spans' | 'place'>[], anchored: AnchoredText): Point | null {
  return lines.map((line) => placeOf(line, anchored)).find((place) => place !== null) ?? null
}

/**
 * Returns the range from the start of the first node that has a position to the end of the last; undefined if none has
 * one.
 */
export function rangeOf(nodes: readonly { readonly position?: Position | undefined }[]): Position | undefined {
  const positions = nodes.flatMap(({ position }) => position ?? [])
  const [first] = positions
  const last = positions.at(-1)
  return first && last ? { start: first.start, end: last.end } : undefined
}
