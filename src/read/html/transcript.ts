// Records the text of a web page with its places in the file.

import type { Point } from 'unist'
import type { Anchor } from '../../model/article.ts'
import type { Source } from '../source.ts'

/** A record of the text of a file, with the place of each stretch in the file. */
export interface Transcript {
  /** Adds text that begins at an index of the file, and returns it as recorded. */
  add(data: string, index: number): string
  /** Returns the place of an index in the file; its `offset` is the length of the text recorded so far. */
  point(index: number): Point & { readonly offset: number }
  /** The places of control characters that were left out. */
  readonly removed: readonly Point[]
  source(): Source
}

/** Starts a transcript of a file. Line ends become `\n`; control characters and soft hyphens are removed. */
export function transcribe(raw: string): Transcript {
  const starts = lineStarts(raw)
  const pieces: string[] = []
  const anchors: Anchor[] = []
  const removed: Point[] = []
  let length = 0

  const put = (piece: string, index: number): void => {
    const point = pointOf(index, starts)
    const last = anchors.at(-1)
    const isForeseen = last?.point.line === point.line && last.point.column + length - last.offset === point.column
    if (!isForeseen) anchors.push({ offset: length, point })
    pieces.push(piece)
    length += piece.length
  }
  return {
    add(data, index) {
      const from = pieces.length
      let done = 0
      for (const match of data.matchAll(ODD)) {
        const [odd] = match
        if (match.index > done) put(data.slice(done, match.index), index + done)
        const by = replacementOf(odd)
        if (by !== '') put(by, index + match.index)
        else if (odd !== SOFT_HYPHEN) removed.push(pointOf(index + match.index, starts))
        done = match.index + odd.length
      }
      if (done < data.length) put(data.slice(done), index + done)
      return pieces.slice(from).join('')
    },
    point: (index) => ({ ...pointOf(index, starts), offset: length }),
    removed,
    source: () => ({ text: pieces.join(''), anchors, shifted: true }),
  }
}

const SOFT_HYPHEN = '\u00AD'

/** Line ends; control characters, byte order marks, noncharacters and soft hyphens; lone surrogates. */
const ODD = /\r\n?|\n|[\v\f\x85\u2028\u2029]|[\0-\x08\x0E-\x1F\x7F-\x9F\xAD\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Normalises the value of an attribute as `add` normalises text. */
export function plainValue(value: string): string {
  return value.replace(ODD, replacementOf)
}

function replacementOf(odd: string): string {
  if (/[\r\n\v\f\x85\u2028\u2029]/.test(odd)) return '\n'
  return /\p{Surrogate}/u.test(odd) ? '\uFFFD' : ''
}

function lineStarts(raw: string): readonly number[] {
  const starts = [0]
  for (const { 0: end, index } of raw.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  return starts
}

function pointOf(index: number, starts: readonly number[]): Point {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return { line: low, column: index - (starts[low - 1] ?? 0) + 1 }
}
