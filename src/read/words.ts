import type { Point } from 'unist'
import type { Anchor } from '../model/article.ts'
import type { Mark, Style } from '../model/mark.ts'
import { pointAt } from '../model/place.ts'
import type { Span } from '../model/span.ts'
import type { Words } from './piece.ts'
import type { Source } from './source.ts'

/** A run of characters, where each of them stands in the source, and how it is marked, the outermost style first. */
export interface Run {
  readonly value: string
  readonly offsets: ArrayLike<number>
  readonly styles?: readonly Style[]
}

/** Joins runs to words: white space of any length is one space, none stands at the ends. */
export function wordsOf(runs: readonly Run[], source: Source): Words {
  const pieces: string[] = []
  const anchors: Anchor[] = []
  const marks = new Map<Style, Mark>()
  let length = 0
  let gap = false
  for (const { value, offsets, styles = [] } of runs) {
    for (const match of value.matchAll(WORD_OR_SPACE)) {
      if (isSpace(match[0])) {
        gap = length > 0
        continue
      }
      // Hard spaces that begin it only move it to the right.
      const indent = length > 0 ? 0 : (INDENT.exec(match[0])?.[0].length ?? 0)
      const piece = match[0].slice(indent)
      if (piece === '') continue
      if (gap) pieces.push(' ')
      if (gap) length += 1
      gap = false
      const point = pointAt(source, offsets[match.index + indent] ?? 0)
      if (!isForeseen(point, length, anchors.at(-1))) anchors.push({ offset: length, point })
      pieces.push(piece)
      for (const style of styles) {
        const start = marks.get(style)?.span[0] ?? length
        marks.set(style, { style, span: [start, length + piece.length] })
      }
      length += piece.length
    }
  }
  return { text: pieces.join(''), anchors, ...(marks.size > 0 && { marks: [...marks.values()] }) }
}

const INDENT = /^\u00A0+/

const WORD_OR_SPACE = /[ \t\n]+|[^ \t\n]+/g

function isSpace(piece: string): boolean {
  return piece.startsWith(' ') || piece.startsWith('\t') || piece.startsWith('\n')
}

/** Whether the columns that run along from the last anchor lead here anyway. */
function isForeseen(point: Point, offset: number, last: Anchor | undefined): boolean {
  return last?.point.line === point.line && last.point.column + offset - last.offset === point.column
}

/** The words within a span of others. */
export function sliceOf(words: Words, [start, end]: Span): Words {
  const anchors = words.anchors
    .filter(({ offset }) => offset > start && offset < end)
    .map((anchor) => ({ ...anchor, offset: anchor.offset - start }))
  const marks = words.marks
    ?.filter(({ span: [from, to] }) => from < end && to > start)
    .map(
      ({ style, span: [from, to] }): Mark => ({
        style,
        span: [Math.max(from, start) - start, Math.min(to, end) - start],
      }),
    )
  return {
    ...words,
    text: words.text.slice(start, end),
    anchors: [{ offset: 0, point: pointAt(words, start) }, ...anchors],
    ...(marks && { marks }),
  }
}
