// Makes edits inside lines, outside code, for dialects with inline marks.

import type { Span } from '../../../model/span.ts'
import type { Edit } from '../../edit-source.ts'
import { LONGEST_SEARCHED, outsideCodeTest } from '../code-spans.ts'
import { linesOutsideListings, type ScannedLine } from '../scan.ts'

/** Returns the edits to a line. `find` lists the matches of a pattern in the line, outside code spans. */
export type LineEditor = (find: (pattern: RegExp) => readonly RegExpExecArray[], line: string) => readonly Edit[]

/** Edits the lines that contain a mark and are outside listings. Of edits that overlap, only the first is kept. */
export function editsInLines(text: string, mark: RegExp, editLine: LineEditor): readonly Edit[] {
  return linesOutsideListings(text).flatMap(({ text: line, start }) => {
    if (line.length > LONGEST_SEARCHED || !mark.test(line)) return []
    const isOutsideCode = outsideCodeTest(line)
    const find = (pattern: RegExp) => [...line.matchAll(pattern)].filter(isOutsideCode)
    return withoutOverlaps(editLine(find, line)).map(
      ({ span: [from, to], replacement }): Edit => ({ span: [start + from, start + to], replacement }),
    )
  })
}

/** Sorts edits. Of edits that overlap, only the first is kept. */
export function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  let end = 0
  const sorted = edits.toSorted((one, other) => one.span[0] - other.span[0])
  return sorted.filter(({ span }) => {
    const isSeparate = span[0] >= end
    if (isSeparate) end = span[1]
    return isSeparate
  })
}

/** Returns the edit that removes part of a line. */
export function cut(start: number, length: number): Edit {
  return { span: [start, start + length], replacement: '' }
}

/** Returns the edit that replaces a line, but not its line ending. */
export function replaceLine({ start, text }: ScannedLine, replacement: string): Edit {
  return { span: [start, start + text.length], replacement }
}

/** Returns the edits that remove part of a line, except for the span inside it. */
export function cutAround(index: number, length: number, [from, to]: Span): readonly Edit[] {
  return [cut(index, from - index), cut(to, index + length - to)]
}
