// Helpers for dialects with marks inside lines.

import type { Span } from '../../../model/span.ts'
import type { Edit } from '../../edit-source.ts'
import { LONGEST_SEARCHED, outsideCode } from '../code-spans.ts'
import { openLines } from '../scan.ts'

/** Returns the edits to a line. `isWords` tells whether a place in the line is outside code spans. */
export type ChangesTo = (line: string, isWords: (place: { readonly index: number }) => boolean) => readonly Edit[]

/** Collects the edits to lines outside listings that contain a mark. Of edits that overlap, only the first is kept. */
export function editsInLines(text: string, mark: RegExp, changesTo: ChangesTo): readonly Edit[] {
  return openLines(text).flatMap(({ text: line, start }) => {
    if (line.length > LONGEST_SEARCHED || !mark.test(line)) return []
    const edits = changesTo(line, outsideCode(line)).toSorted((one, other) => one.span[0] - other.span[0])
    return withoutOverlaps(edits).map(
      ({ span: [from, to], replacement }): Edit => ({ span: [start + from, start + to], replacement }),
    )
  })
}

function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  let end = 0
  return edits.filter(({ span }) => {
    const isFree = span[0] >= end
    if (isFree) end = span[1]
    return isFree
  })
}

/** Finds all matches of a pattern in a line. */
export function matches(line: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...line.matchAll(pattern)]
}

/** Returns the edit that removes a stretch of a line. */
export function cut(start: number, length: number): Edit {
  return { span: [start, start + length], replacement: '' }
}

/** Returns the edits that remove a stretch of a line, except for the span inside it. */
export function cutAround(index: number, length: number, [from, to]: Span): readonly Edit[] {
  return [cut(index, from - index), cut(to, index + length - to)]
}
