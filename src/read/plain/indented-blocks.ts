// Finds indented code, quotations and verse in plain text.

import { endsInColon } from '../../util/ends-in-colon.ts'
import { hasCode, isClause, isCode, isPlainlyCode, isPrompt } from './detect-code.ts'
import type { SourceLine } from './lines.ts'
import { markerOf } from './list-markers.ts'
import { type Margin, marginOf } from './margin.ts'
import type { SetOffBlock } from './set-off-block.ts'
import { isVerse } from './verse.ts'
import type { Wrap } from './wrap.ts'

/**
 * Finds indented code, verse and quotations. Code and verse are recognised by their appearance; indented prose is a
 * quotation if nothing else explains the indentation.
 */
export function findIndentedBlocks(lines: readonly SourceLine[], wrap: Wrap | undefined): readonly SetOffBlock[] {
  const margin = marginOf(lines)
  if (!margin) return []
  const context: IndentedContext = { ...margin, wrap }
  const blocks: SetOffBlock[] = []
  for (let index = 0; index < lines.length; ) {
    const end = endOfRange(lines, { start: index, column: margin.column })
    const type = end > index ? typeOf(lines, { start: index, end }, context) : undefined
    if (type) blocks.push({ type, start: index, end })
    else blocks.push(...codeInRange(lines, { start: index, end }, context))
    index = Math.max(end, index + 1)
  }
  return blocks
}

interface IndentedContext extends Margin {
  readonly wrap: Wrap | undefined
}

type LineRange = Pick<SetOffBlock, 'start' | 'end'>

/**
 * Finds the end of a sequence of indented lines, before the next unindented line or list item. Returns `start` if the
 * first line is not indented.
 */
function endOfRange(lines: readonly SourceLine[], { start, column }: { start: number; column: number }): number {
  let end = start
  for (let line = lines[end]; line && line.indent >= column + MIN_INDENT; line = lines[end]) {
    if (end > start && line.gap > 0 && isItem(line)) break
    end += 1
  }
  return end
}

function typeOf(
  lines: readonly SourceLine[],
  range: LineRange,
  context: IndentedContext,
): SetOffBlock['type'] | undefined {
  const { start, end } = range
  const [before, after] = [lines[start - 1], lines[end]]
  const rangeLines = lines.slice(start, end)
  const [first] = rangeLines
  if (!first || isItem(first) || !before) return undefined
  const isBetweenBlankLines = first.gap > 0 && (after === undefined || after.gap > 0)
  const isIntroduced = endsInColon(before.text)
  if ((first.gap > 0 || isIntroduced) && isProgram(rangeLines, isIntroduced)) return 'code'
  if (
    !isBetweenBlankLines ||
    context.hasIndentedParagraphs ||
    belongsToItem(lines, start) ||
    first.indent < context.column + MIN_QUOTATION_INDENT
  )
    return undefined
  if (isVerse(rangeLines)) return 'quoted-verse'
  return isQuotation(rangeLines, before, context) ? 'quotation' : undefined
}

/**
 * Finds the code among indented lines that are not all code, such as the paragraphs of a list item. Each block between
 * blank lines is judged separately.
 */
function codeInRange(
  lines: readonly SourceLine[],
  { start, end }: LineRange,
  { column }: IndentedContext,
): readonly SetOffBlock[] {
  const blocks: SetOffBlock[] = []
  for (let blockStart = start; blockStart < end; ) {
    let blockEnd = blockStart + 1
    while (blockEnd < end && lines[blockEnd]?.gap === 0) blockEnd += 1
    const blockLines = lines.slice(blockStart, blockEnd)
    const [first] = blockLines
    const isCodeBlock =
      first && first.gap > 0 && first.indent >= column + DEEP_INDENT && !isItem(first) && isProgram(blockLines, false)
    const last = blocks.at(-1)
    if (isCodeBlock && last?.end === blockStart) blocks.splice(-1, 1, { ...last, end: blockEnd })
    else if (isCodeBlock) blocks.push({ type: 'code', start: blockStart, end: blockEnd })
    blockStart = blockEnd
  }
  return blocks
}

/** The minimum indentation of code, in columns. */
const MIN_INDENT = 2
/** The minimum indentation of a quotation or verse, in columns; Chinese paragraphs are indented by two. */
const MIN_QUOTATION_INDENT = 3

function isItem({ text }: SourceLine): boolean {
  const marker = markerOf(text)
  return marker !== undefined && marker.type !== 'quote'
}

/**
 * Whether indented lines are code: they begin with a prompt, are commands after a colon, or include unmistakable code
 * and at least half look like code or are indented further.
 */
function isProgram(lines: readonly SourceLine[], isIntroduced: boolean): boolean {
  const [first] = lines
  if (first && isPrompt(first)) return true
  if (lines.some(({ text }) => markerOf(text)?.type === 'quote')) return false
  if (isIntroduced && lines.every(({ text }) => COMMAND.test(text))) return true
  const indent = first?.indent ?? 0
  const codeLines = lines.filter((line) => isCode(line) || COLUMNS.test(line.text))
  const hasPlainCode = codeLines.some((line) => isPlainlyCode(line) || COLUMNS.test(line.text))
  const deeperLines = lines.filter((line) => line.indent > indent && !isClause(line))
  return hasPlainCode && new Set([...codeLines, ...deeperLines]).size * 2 >= lines.length
}

/** Words separated by several spaces, other than those after a sentence. */
const COLUMNS = /[^\s.!?:] {2,}\S/
/** A short line that begins like the name of a program or file, and does not end like a clause. */
const COMMAND = /^(?:[a-z.~/][\w.+/~-]*)(?: \S.{0,70})?$(?<![.,;:!?])/

/** Whether a line continues a list item or a term: the nearest line above it that is indented less. */
function belongsToItem(lines: readonly SourceLine[], index: number): boolean {
  const indent = lines[index]?.indent ?? 0
  const searchStart = Math.max(0, index - LONGEST_ITEM)
  const ownerIndex = searchStart + lines.slice(searchStart, index).findLastIndex((line) => line.indent < indent)
  const [line, next] = [lines[ownerIndex], lines[ownerIndex + 1]]
  if (ownerIndex < searchStart || !line || !next) return false
  return isItem(line) || (next.gap === 0 && next.indent > line.indent)
}

/** The number of lines above that are searched for the item. */
const LONGEST_ITEM = 30

/**
 * Whether indented lines are a quotation: sentences at one indentation, below a line that ends in punctuation. Below
 * any other line, they would define a term or belong to a heading.
 */
function isQuotation(
  lines: readonly SourceLine[],
  before: SourceLine,
  { wrap, textFraction, column }: IndentedContext,
): boolean {
  const [first] = lines
  if (!first || lines.some(({ indent }) => indent !== first.indent) || !ENDS_WITH_PUNCTUATION.test(before.text))
    return false
  if (lines.some((line) => hasCode(line.text)) && !lines.some(isClause)) return false
  if (wrap) return lines.length > 1
  return (
    textFraction >= MIN_MARGIN_FRACTION &&
    first.indent >= column + DEEP_INDENT &&
    lines.every(({ text }) => ENDS_WITH_PUNCTUATION.test(text))
  )
}

const ENDS_WITH_PUNCTUATION = /[.!?…,:;。！？：]["'”’»)\]」』]*$/
/**
 * If the text is not hard-wrapped, an indented paragraph is a quotation only if at least this fraction of the text is
 * at the margin, and the paragraph is indented by `DEEP_INDENT` columns.
 */
const MIN_MARGIN_FRACTION = 0.8
const DEEP_INDENT = 4
