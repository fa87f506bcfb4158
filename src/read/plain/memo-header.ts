// Finds the lines with the sender, recipient, date and subject at the head of a memo or an e-mail.

import { isMemoLine, type MemoField, memoFieldsIn } from '../memo-fields.ts'
import type { PlainUnit } from './units.ts'

/** The lines of a header, and any title above it. */
export interface MemoHeader {
  /** The index of the unit after the header. */
  readonly end: number
  /** The index of a title above the header; null if there is none. "MEMORANDUM" is not a title. */
  readonly title: number | null
  /** The parts of the article's head that the header gives, keyed by the index of their unit. */
  readonly fields: ReadonlyMap<number, MemoField>
  /** The indexes of the units that do not belong to the head of an article, such as "To: …" and "MEMORANDUM". */
  readonly unusedUnits: readonly number[]
}

/**
 * Finds a header in the first lines of an article: consecutive `Key: value` lines that all have memo keys, at least one
 * of which is the key of the sender or a recipient. There may be one line above the header.
 */
export function memoHeaderOf(units: readonly PlainUnit[]): MemoHeader | undefined {
  const start = [0, 1].find((index) => isMemoUnit(units[index]))
  if (start === undefined) return undefined
  const isNext = (unit: PlainUnit | undefined, index: number) =>
    isMemoUnit(unit) && (index === start || unit?.lines[0].gap === 0)
  let end = start
  while (isNext(units[end], end)) end += 1
  const hasMemoLabel = start === 1 && MEMO_LABEL.test(units[0]?.text ?? '')
  const title = start === 1 && !hasMemoLabel ? 0 : null
  const lines = units.slice(start, end).map(({ text }) => text)
  const memo = memoFieldsIn(lines, new Set(title === null ? [] : ['title']))
  if (memo === undefined) return undefined
  return {
    end,
    title,
    fields: new Map([...memo.fields].map(([index, field]) => [start + index, field])),
    unusedUnits: [...(hasMemoLabel ? [0] : []), ...memo.unusedLines.map((index) => start + index)],
  }
}

const MEMO_LABEL = /^(?:(?:internal|office|inter-?office) )?(?:memo(?:randum)?|e-?mail|message|aktennotiz|vermerk)$/iu

function isMemoUnit(unit: PlainUnit | undefined): boolean {
  return unit?.type === 'text' && unit.lines.length === 1 && isMemoLine(unit.text)
}
