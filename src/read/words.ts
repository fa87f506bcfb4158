import type { Point } from 'unist'
import type { Anchor } from '../model/article.ts'
import { pointAt } from '../model/place.ts'
import type { Words } from './piece.ts'
import type { Source } from './source.ts'

/** A run of characters and where each of them stands in the source. */
export interface Run {
  readonly value: string
  readonly offsets: ArrayLike<number>
}

/** Joins runs to words: white space of any length is one space, none stands at the ends. */
export function wordsOf(runs: readonly Run[], source: Source): Words {
  const pieces: string[] = []
  const anchors: Anchor[] = []
  let length = 0
  let gap = false
  for (const { value, offsets } of runs) {
    for (const match of value.matchAll(WORD_OR_SPACE)) {
      const [piece] = match
      if (isSpace(piece)) {
        gap = length > 0
        continue
      }
      if (gap) pieces.push(' ')
      if (gap) length += 1
      gap = false
      const point = pointAt(source, offsets[match.index] ?? 0)
      if (!isForeseen(point, length, anchors.at(-1))) anchors.push({ offset: length, point })
      pieces.push(piece)
      length += piece.length
    }
  }
  return { text: pieces.join(''), anchors }
}

const WORD_OR_SPACE = /[ \t\n]+|[^ \t\n]+/g

function isSpace(piece: string): boolean {
  return piece.startsWith(' ') || piece.startsWith('\t') || piece.startsWith('\n')
}

/** Whether the columns that run along from the last anchor lead here anyway. */
function isForeseen(point: Point, offset: number, last: Anchor | undefined): boolean {
  return last?.point.line === point.line && last.point.column + offset - last.offset === point.column
}
