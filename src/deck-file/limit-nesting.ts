import type { VFile } from 'vfile'
import { pointAt } from '../model/source-position.ts'
import type { Span } from '../model/span.ts'
import { applyEdits } from '../read/edit-source.ts'
import { LIMITS } from '../read/limits.ts'
import { linesOutsideListings } from '../read/markdown/scan.ts'
import type { Source } from '../read/source.ts'
import { isThematicBreak } from './split-at-rules.ts'

/** Removes the fences of blocks (`:::`) beyond the limit on nesting, which recursion could not handle, and says so. */
export function limitNesting(source: Source, file: VFile): Source {
  const excess: Span[] = []
  let depth = 0
  for (const { text, start } of linesOutsideListings(source.text)) {
    const isOpening = OPENING.test(text)
    if (isThematicBreak(text)) depth = 0
    if (isOpening) depth += 1
    if (!isOpening && !CLOSING.test(text)) continue
    if (depth > LIMITS.nesting) excess.push([start, start + text.length])
    if (!isOpening) depth = Math.max(0, depth - 1)
  }
  const [first] = excess
  if (first === undefined) return source
  file.message(
    `From here on, blocks are nested more than ${LIMITS.nesting} levels deep, and deeper ones are read as text of the block around them. End each block with a line ":::".`,
    { place: pointAt(source, first[0]), source: 'lectern', ruleId: 'too-deep' },
  )
  return applyEdits(
    source,
    excess.map((span) => ({ span, replacement: '' })),
  )
}

const OPENING = /^ {0,3}:{3,}[\w-]/
const CLOSING = /^ {0,3}:{3,}[ \t]*$/
