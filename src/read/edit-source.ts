// Edits a source, and keeps track of where its text comes from in the file.

import type { Anchor } from '../model/article.ts'
import { pointAt } from '../model/source-position.ts'
import type { Span } from '../model/span.ts'
import type { Source } from './source.ts'

/** A span of a source and its replacement. */
export interface Edit {
  readonly span: Span
  readonly replacement: string
}

/**
 * Replaces spans of a source. The anchors of the remaining text still point to its original position in the file. Edits
 * must be in ascending order and must not overlap.
 */
export function applyEdits(source: Source, edits: readonly Edit[]): Source {
  if (edits.length === 0) return source
  const pieces: string[] = []
  const anchors: Anchor[] = []
  let anchorIndex = 0
  let keptFrom = 0
  let length = 0
  const keepTo = (end: number): void => {
    for (
      let anchor = source.anchors[anchorIndex];
      anchor && anchor.offset <= end;
      anchor = source.anchors[anchorIndex]
    ) {
      if (anchor.offset >= keptFrom) anchors.push({ ...anchor, offset: length + anchor.offset - keptFrom })
      anchorIndex += 1
    }
    pieces.push(source.text.slice(keptFrom, end))
    length += end - keptFrom
  }
  for (const { span, replacement } of edits) {
    keepTo(span[0])
    pieces.push(replacement)
    length += replacement.length
    keptFrom = span[1]
    anchors.push({ offset: length, point: pointAt(source, keptFrom) })
  }
  keepTo(source.text.length)
  return { text: pieces.join(''), anchors, shifted: true }
}

/** Replaces spans of a string. Edits must be in ascending order and must not overlap. */
export function editText(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text
  const parts = edits.map(
    ({ span: [start], replacement }, index) => text.slice(edits[index - 1]?.span[1] ?? 0, start) + replacement,
  )
  return parts.join('') + text.slice(edits.at(-1)?.span[1] ?? 0)
}
