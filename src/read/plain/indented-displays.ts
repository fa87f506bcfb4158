// Finds indented code, quotations and verse in plain text.

import type { Display } from './display.ts'
import type { SourceLine } from './lines.ts'
import { hasCode, isClause, isCode, isPlainlyCode, isPrompt } from './looks-like-code.ts'
import { type Margin, marginOf } from './margin.ts'
import { markerOf } from './marker.ts'
import { isVerse } from './verse.ts'
import type { Wrap } from './wrap.ts'

/**
 * Finds indented code, verse and quotations: code and verse by their appearance, a quotation if nothing else explains
 * the indentation.
 */
export function indentedDisplays(lines: readonly SourceLine[], wrap: Wrap | undefined): readonly Display[] {
  const margin = marginOf(lines)
  if (!margin) return []
  const manner: DisplayContext = { ...margin, wrap }
  const displays: Display[] = []
  for (let index = 0; index < lines.length; ) {
    const end = endOfStretch(lines, { start: index, column: margin.column })
    const type = end > index ? typeOf(lines, { start: index, end }, manner) : undefined
    if (type) displays.push({ type, start: index, end })
    else displays.push(...codeWithin(lines, { start: index, end }, manner))
    index = Math.max(end, index + 1)
  }
  return displays
}

interface DisplayContext extends Margin {
  readonly wrap: Wrap | undefined
}

type DisplayStretch = Pick<Display, 'start' | 'end'>

/**
 * Finds the end of a sequence of indented lines, before the next unindented line or list item; `start` if it is empty.
 */
function endOfStretch(lines: readonly SourceLine[], { start, column }: { start: number; column: number }): number {
  let end = start
  for (let line = lines[end]; line && line.indent >= column + MIN_INDENT; line = lines[end]) {
    if (end > start && line.gap > 0 && isItem(line)) break
    end += 1
  }
  return end
}

function typeOf(
  lines: readonly SourceLine[],
  stretch: DisplayStretch,
  manner: DisplayContext,
): Display['type'] | undefined {
  const { start, end } = stretch
  const [before, after] = [lines[start - 1], lines[end]]
  const own = lines.slice(start, end)
  const [first] = own
  if (!first || isItem(first) || !before) return undefined
  const isParted = first.gap > 0 && (after === undefined || after.gap > 0)
  const isAnnounced = /[:：]$/.test(before.text)
  if ((first.gap > 0 || isAnnounced) && isProgram(own, isAnnounced)) return 'code'
  if (
    !isParted ||
    manner.indentsParagraphs ||
    belongsToItem(lines, start) ||
    first.indent < manner.column + MIN_QUOTATION_INDENT
  )
    return undefined
  if (isVerse(own)) return 'quoted-verse'
  return isQuotation(own, before, manner) ? 'quotation' : undefined
}

/**
 * Finds the code among indented lines that are not all code, such as the paragraphs of a list item. Each block between
 * blank lines is judged separately.
 */
function codeWithin(
  lines: readonly SourceLine[],
  { start, end }: DisplayStretch,
  { column }: DisplayContext,
): readonly Display[] {
  const displays: Display[] = []
  for (let from = start; from < end; ) {
    let to = from + 1
    while (to < end && lines[to]?.gap === 0) to += 1
    const own = lines.slice(from, to)
    const [first] = own
    const isCodeHere =
      first && first.gap > 0 && first.indent >= column + DEEP_INDENT && !isItem(first) && isProgram(own, false)
    const last = displays.at(-1)
    if (isCodeHere && last?.end === from) displays.splice(-1, 1, { ...last, end: to })
    else if (isCodeHere) displays.push({ type: 'code', start: from, end: to })
    from = to
  }
  return displays
}

/** The minimum indentation, in columns, of any display, and of a quotation; Chinese paragraphs are indented by two. */
const MIN_INDENT = 2
const MIN_QUOTATION_INDENT = 3

function isItem({ text }: SourceLine): boolean {
  const marker = markerOf(text)
  return marker !== undefined && marker.type !== 'quote'
}

/** Whether indented lines are code: some are unmistakable, and half look like code or are indented further. */
function isProgram(lines: readonly SourceLine[], isAnnounced: boolean): boolean {
  const [first] = lines
  if (first && isPrompt(first)) return true
  if (lines.some(({ text }) => markerOf(text)?.type === 'quote')) return false
  if (isAnnounced && lines.every(({ text }) => COMMAND.test(text))) return true
  const indent = first?.indent ?? 0
  const telling = lines.filter((line) => isCode(line) || COLUMNS.test(line.text))
  const isPlain = telling.some((line) => isPlainlyCode(line) || COLUMNS.test(line.text))
  const stepped = lines.filter((line) => line.indent > indent && !isClause(line))
  return isPlain && new Set([...telling, ...stepped]).size * 2 >= lines.length
}

/** Words separated by several spaces, not after a sentence. */
const COLUMNS = /[^\s.!?:] {2,}\S/
/** A short line that begins like the name of a program or file, and does not end like a clause. */
const COMMAND = /^(?:[a-z.~/][\w.+/~-]*)(?: \S.{0,70})?$(?<![.,;:!?])/

/** Whether the nearest less indented line is a list item or a term that this line continues. */
function belongsToItem(lines: readonly SourceLine[], index: number): boolean {
  const indent = lines[index]?.indent ?? 0
  const from = Math.max(0, index - LONGEST_ITEM)
  const owner = from + lines.slice(from, index).findLastIndex((line) => line.indent < indent)
  const [line, next] = [lines[owner], lines[owner + 1]]
  if (owner < from || !line || !next) return false
  return isItem(line) || (next.gap === 0 && next.indent > line.indent)
}

/** The number of lines above that are searched for the item. */
const LONGEST_ITEM = 30

/**
 * Whether indented lines are a quotation: sentences at one indentation, below a line that ends in punctuation. Below
 * any other line, they would be its definition or its section.
 */
function isQuotation(
  lines: readonly SourceLine[],
  before: SourceLine,
  { wrap, share, column }: DisplayContext,
): boolean {
  const [first] = lines
  if (!first || lines.some(({ indent }) => indent !== first.indent) || !ENDS.test(before.text)) return false
  if (lines.some((line) => hasCode(line.text)) && !lines.some(isClause)) return false
  if (wrap) return lines.length > 1
  return share >= NEARLY_ALL && first.indent >= column + DEEP_INDENT && lines.every(({ text }) => ENDS.test(text))
}

const ENDS = /[.!?…,:;。！？：]["'”’»)\]」』]*$/
/**
 * If the text is not hard-wrapped, an indented paragraph is a quotation only if at least this share of the text is at
 * the margin, and the paragraph is this far from it, in columns.
 */
const NEARLY_ALL = 0.8
const DEEP_INDENT = 4
