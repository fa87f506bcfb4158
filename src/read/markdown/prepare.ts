// Prepares Markdown for parsing.

import type { VFile } from 'vfile'
import { pointAt } from '../../model/place.ts'
import type { Span } from '../../model/span.ts'
import { applyEdits, type Edit } from '../edit-source.ts'
import { LIMITS, type LimitMessage } from '../limits.ts'
import type { Source } from '../source.ts'
import { containerEdits } from './containers.ts'
import { marksIn, startsParagraph } from './marks.ts'
import { scan } from './scan.ts'

/**
 * Changes text that a parser would not survive or understand: list and quotation markers beyond the nesting limit are
 * removed, paragraphs with too many marks are divided, text after too many marks in all is cut off, and containers
 * (`::: note`) are reduced to title and content. Messages report all but the last.
 */
export function prepare(source: Source, file: VFile, editsOf: EditsOf = containerEdits): Source {
  const edits: Edit[] = []
  const tooDeep: number[] = []
  const tooMany: number[] = []
  let read = 0
  let before = ''
  let inParagraph = 0
  let inAll = 0
  for (const { text: line, start, state, isHtml } of scan(source.text)) {
    if (state === 'open') {
      const deep = excessMarkers(line)
      if (deep) tooDeep.push(start + deep[0])
      if (isHtml || startsParagraph(line, before)) inParagraph = 0
      const marks = isHtml ? [] : marksIn(line)
      const joints = marks.filter((_, index) => (inParagraph + index + 1) % LIMITS.marks === 0)
      for (const joint of joints) tooMany.push(start + joint)
      inParagraph += marks.length
      inAll += marks.length
      for (const change of changesTo(line, { deep, joints, editsOf })) edits.push(shiftEdit(change, start))
    }
    before = line
    read = start + line.length + 1
    if (inAll > LIMITS.allMarks) break
  }
  report(tooDeep, TOO_DEEP, { source, file })
  report(tooMany, TOO_MANY, { source, file })
  if (read > source.text.length) return applyEdits(source, edits)
  report([read - 1], TOO_MANY_IN_ALL, { source, file })
  return applyEdits(source, [...edits, { span: [read, source.text.length], replacement: '' }])
}

interface Excess {
  /** The span of the markers beyond the nesting limit. */
  readonly deep: Span | undefined
  /** The offsets at which the line is divided. */
  readonly joints: readonly number[]
  readonly editsOf: EditsOf
}

/** Returns the edits to a line that is within the limits. */
type EditsOf = (line: string) => readonly Edit[]

function changesTo(line: string, { deep, joints, editsOf }: Excess): readonly Edit[] {
  if (joints.length > 0) return joints.map((joint): Edit => ({ span: [joint, joint], replacement: '\n\n' }))
  return deep ? [{ span: deep, replacement: '' }] : editsOf(line)
}

function shiftEdit({ span: [from, to], replacement }: Edit, start: number): Edit {
  return { span: [start + from, start + to], replacement }
}

/** Finds the markers at the start of a line that exceed the nesting limit. */
function excessMarkers(line: string): Span | undefined {
  let at = 0
  let count = 0
  let limit = -1
  for (let mark = markAt(line, at); mark > 0; mark = markAt(line, at)) {
    if (limit < 0 && (count === LIMITS.nesting || at + mark > LIMITS.indentation)) limit = at
    at += mark
    count += 1
  }
  return limit < 0 ? undefined : [limit, at]
}

/** Returns the length of the list or quotation marker at a position of a line, including white space. */
function markAt(line: string, at: number): number {
  MARK.lastIndex = at
  return MARK.exec(line)?.[0].length ?? 0
}

const MARK = /[ \t]*(?:>[ \t]?|[-+*][ \t]|\d{1,9}[.)][ \t])/y

const TOO_DEEP: LimitMessage = {
  ruleId: 'too-deep',
  reason: `From here on, lists or quotations are nested more than ${LIMITS.nesting} levels deep; deeper levels are read as one.`,
}

const TOO_MANY: LimitMessage = {
  ruleId: 'too-many-marks',
  reason: `This paragraph has more than ${LIMITS.marks} marks and is read as several paragraphs; divide it.`,
}

const TOO_MANY_IN_ALL: LimitMessage = {
  ruleId: 'too-many-marks',
  reason: `The article has more than ${LIMITS.allMarks} marks and is read only up to here; split it.`,
}

function report(
  [offset]: readonly number[],
  { ruleId, reason }: LimitMessage,
  { source, file }: { source: Source; file: VFile },
): void {
  if (offset !== undefined) file.message(reason, { place: pointAt(source, offset), source: 'lectern', ruleId })
}
