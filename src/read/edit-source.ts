// Edits a source, and keeps track of where its text comes from in the file.

import type { Anchor } from '../model/article.ts'
import { pointAt } from '../model/place.ts'
import type { Span } from '../model/span.ts'
import type { Source } from './source.ts'

/** A stretch of a source and its replacement. */
export interface Edit {
  readonly span: Span
  readonly replacement: string
}

/**
 * Replaces stretches of a source; the rest still leads back to its original position. Edits must be in ascending order and must
 * not overlap.
 */
export function applyEdits(source: Source, edits: readonly Edit[]): Source {
  if (edits.length === 0) return source
  const pieces: string[] = []
  const anchors: Anchor[] = []
  let next = 0
  let kept = 0
  let length = 0
  const keepTo = (end: number): void => {
    for (let anchor = source.anchors[next]; anchor && anchor.offset <= end; anchor = source.anchors[next]) {
      if (anchor.offset >= kept) anchors.push({ ...anchor, offset: length + anchor.offset - kept })
      next += 1
    }
    pieces.push(source.text.slice(kept, end))
    length += end - kept
  }
  for (const { span, replacement } of edits) {
    keepTo(span[0])
    pieces.push(replacement)
    length += replacement.length
    kept = span[1]
    anchors.push({ offset: length, point: pointAt(source, kept) })
  }
  keepTo(source.text.length)
  return { text: pieces.join(''), anchors, shifted: true }
}

/** Replaces stretches of a text. Edits are ascending and do not overlap. */
export function editText(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text
  const kept = edits.map(
    ({ span: [start], replacement }, index) => text.slice(edits[index - 1]?.span[1] ?? 0, start) + replacement,
  )
  return kept.join('') + text.slice(edits.at(-1)?.span[1] ?? 0)
}
