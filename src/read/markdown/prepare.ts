// Prepares Markdown for parsing.

import type { VFile } from 'vfile'
import { pointAt } from '../../model/source-position.ts'
import type { Span } from '../../model/span.ts'
import { applyEdits, type Edit } from '../edit-source.ts'
import { LIMITS, type LimitMessage } from '../limits.ts'
import type { Source } from '../source.ts'
import { containerEdits } from './containers.ts'
import { scan } from './scan.ts'

/**
 * Changes text that would overwhelm or confuse a parser: list and quotation markers beyond the limit on nesting or
 * indentation are removed, paragraphs with too many marks are divided, text after too many marks in total is cut off,
 * and containers (`::: note`) are reduced to title and content. Messages report all these changes except those to
 * containers.
 */
export function prepare(source: Source, file: VFile, editLine: EditLine = containerEdits): Source {
  const edits: Edit[] = []
  const tooDeep: number[] = []
  const tooMany: number[] = []
  let end = 0
  let before = ''
  let paragraphMarks = 0
  let allMarks = 0
  for (const { text: line, start, state, isHtml } of scan(source.text)) {
    if (state === 'outside') {
      const excess = excessMarkers(line)
      if (excess) tooDeep.push(start + excess[0])
      if (isHtml || startsParagraph(line, before)) paragraphMarks = 0
      const marks = isHtml ? [] : marksIn(line)
      const breaks = marks.filter((_, index) => (paragraphMarks + index + 1) % LIMITS.marks === 0)
      for (const offset of breaks) tooMany.push(start + offset)
      paragraphMarks += marks.length
      allMarks += marks.length
      for (const edit of editsToLine(line, { excess, breaks, editLine })) edits.push(shiftEdit(edit, start))
    }
    before = line
    end = start + line.length + 1
    if (allMarks > LIMITS.allMarks) break
  }
  report(tooDeep, TOO_DEEP, { source, file })
  report(tooMany, TOO_MANY, { source, file })
  if (end > source.text.length) return applyEdits(source, edits)
  report([end - 1], TOO_MANY_IN_TOTAL, { source, file })
  return applyEdits(source, [...edits, { span: [end, source.text.length], replacement: '' }])
}

interface LineChanges {
  /** The span of the markers that exceed the limit on nesting or indentation. */
  readonly excess: Span | undefined
  /** The offsets at which the line is divided. */
  readonly breaks: readonly number[]
  readonly editLine: EditLine
}

/** Returns the edits to a line that does not exceed the limits. */
type EditLine = (line: string) => readonly Edit[]

function editsToLine(line: string, { excess, breaks, editLine }: LineChanges): readonly Edit[] {
  if (breaks.length > 0) return breaks.map((offset): Edit => ({ span: [offset, offset], replacement: '\n\n' }))
  return excess ? [{ span: excess, replacement: '' }] : editLine(line)
}

function shiftEdit({ span: [from, to], replacement }: Edit, start: number): Edit {
  return { span: [start + from, start + to], replacement }
}

/** Returns the offsets of the marks in a line: characters that a parser may try to match with others. */
function marksIn(line: string): readonly number[] {
  return [...line.matchAll(MARKS)].map(({ index }) => index)
}

const MARKS = /[[\]*_<`~]/g

/** Whether a line cannot belong to the same paragraph as the line before it, judged by these two lines alone. */
function startsParagraph(line: string, before: string): boolean {
  if (line.trim() === '' || before.trim() === '') return true
  if (BLOCK_START.test(line) || (NUMBERED_ITEM.test(line) && NUMBERED_ITEM.test(before))) return true
  return TABLE_ROW.test(line) && TABLE_ROW.test(before)
}

/** The start of a quotation, a heading or a list item. */
const BLOCK_START = /^[ \t]*(?:>|#{1,6}[ \t]|[-+*][ \t]+\S|1[.)][ \t]+\S)/
const NUMBERED_ITEM = /^[ \t]*\d{1,9}[.)][ \t]/
/** The start of a table row. */
const TABLE_ROW = /^[ \t]*\|/

/**
 * Finds the span of the markers at the start of a line that exceed the limit on nesting or indentation. Returns
 * undefined if there are none.
 */
function excessMarkers(line: string): Span | undefined {
  let position = 0
  let count = 0
  let excessStart = -1
  for (let length = markerLengthAt(line, position); length > 0; length = markerLengthAt(line, position)) {
    if (excessStart < 0 && (count === LIMITS.nesting || position + length > LIMITS.indentation)) excessStart = position
    position += length
    count += 1
  }
  return excessStart < 0 ? undefined : [excessStart, position]
}

/**
 * Returns the length of the list or quotation marker at a position in a line, including white space; 0 if there is
 * none.
 */
function markerLengthAt(line: string, position: number): number {
  MARKER.lastIndex = position
  return MARKER.exec(line)?.[0].length ?? 0
}

const MARKER = /[ \t]*(?:>[ \t]?|[-+*][ \t]|\d{1,9}[.)][ \t])/y

const TOO_DEEP: LimitMessage = {
  ruleId: 'too-deep',
  reason: `From here on, lists or quotations are nested more than ${LIMITS.nesting} levels deep, and deeper levels are read as one. Use fewer levels.`,
}

const TOO_MANY: LimitMessage = {
  ruleId: 'too-many-marks',
  reason: `This paragraph has more than ${LIMITS.marks} brackets, asterisks and similar marks and is read as several paragraphs. Split it.`,
}

const TOO_MANY_IN_TOTAL: LimitMessage = {
  ruleId: 'too-many-marks',
  reason: `The article has more than ${LIMITS.allMarks} brackets, asterisks and similar marks and is read only up to here. Split it.`,
}

function report(
  [offset]: readonly number[],
  { ruleId, reason }: LimitMessage,
  { source, file }: { source: Source; file: VFile },
): void {
  if (offset !== undefined) file.message(reason, { place: pointAt(source, offset), source: 'lectern', ruleId })
}
