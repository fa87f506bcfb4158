// Records the text of a web page, and where each part of it is in the file.

import type { Point } from 'unist'
import type { Anchor } from '../../model/article.ts'
import type { Source } from '../source.ts'
import { isImplied } from '../words.ts'

/** A record of a page's text, with the position of each part in the file. */
export interface Transcript {
  /** Adds text that begins at an index of the file, and returns it as recorded. */
  add(data: string, index: number): string
  /** Returns the line and column of an index in the file. The `offset` is the length of the text recorded so far. */
  point(index: number): Point & { readonly offset: number }
  /** The positions of control characters that were left out. */
  readonly removed: readonly Point[]
  source(): Source
}

/** Starts a transcript of a file. Line endings become `\n`; control characters and soft hyphens are removed. */
export function startTranscript(raw: string): Transcript {
  const starts = lineStarts(raw)
  const pieces: string[] = []
  const anchors: Anchor[] = []
  const removed: Point[] = []
  let length = 0

  const append = (piece: string, index: number): void => {
    const point = pointOf(index, starts)
    if (!isImplied(point, length, anchors.at(-1))) anchors.push({ offset: length, point })
    pieces.push(piece)
    length += piece.length
  }
  return {
    add(data, index) {
      const from = pieces.length
      let restStart = 0
      for (const match of data.matchAll(SPECIAL)) {
        const [special] = match
        if (match.index > restStart) append(data.slice(restStart, match.index), index + restStart)
        const replacement = replacementOf(special)
        if (replacement !== '') append(replacement, index + match.index)
        else if (special !== SOFT_HYPHEN) removed.push(pointOf(index + match.index, starts))
        restStart = match.index + special.length
      }
      if (restStart < data.length) append(data.slice(restStart), index + restStart)
      return pieces.slice(from).join('')
    },
    point: (index) => ({ ...pointOf(index, starts), offset: length }),
    removed,
    source: () => ({ text: pieces.join(''), anchors, shifted: true }),
  }
}

const SOFT_HYPHEN = '\u00AD'

/**
 * Characters that are replaced or removed: line endings; control characters, byte order marks, noncharacters and soft
 * hyphens; lone surrogates.
 */
const SPECIAL = /\r\n?|\n|[\v\f\x85\u2028\u2029]|[\0-\x08\x0E-\x1F\x7F-\x9F\xAD\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Normalises the value of an attribute as `Transcript.add` normalises text. */
export function normaliseValue(value: string): string {
  return value.replace(SPECIAL, replacementOf)
}

function replacementOf(special: string): string {
  if (/[\r\n\v\f\x85\u2028\u2029]/.test(special)) return '\n'
  return /\p{Surrogate}/u.test(special) ? '\uFFFD' : ''
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
