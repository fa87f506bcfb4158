// Finds unindented code in plain text.

import { isClause, isCode, isPlainlyCode, isPrompt } from './detect-code.ts'
import type { SourceLine } from './lines.ts'
import { markerOf } from './list-markers.ts'
import type { SetOffBlock } from './set-off-block.ts'

/**
 * Finds unindented code that starts at a line: lines that look like code, at least one of them unmistakably, and the
 * lines between them.
 */
export function codeAt(lines: readonly SourceLine[], start: number): SetOffBlock | undefined {
  const first = lines[start]
  if (!first || start === 0 || !isCode(first)) return undefined
  let end = start + 1
  let codeLineCount = 1
  let hasPlainCode = isPlainlyCode(first)
  const isSession = isPrompt(first)
  for (let index = start + 1; index < lines.length && index - end < MAX_DISTANCE; index += 1) {
    const line = lines[index]
    if (!line || line.gap > MAX_GAP || markerOf(line.text)?.type === 'bullet') break
    const looksLikeCode = isCode(line) || (isSession && isOutput(line))
    if (!looksLikeCode && isClause(line)) break
    const belongs = looksLikeCode || line.indent > first.indent
    if (!belongs) continue
    codeLineCount += 1
    hasPlainCode ||= isPlainlyCode(line)
    end = index + 1
  }
  const isIntroduced = lines[start - 1]?.text.endsWith(':') === true
  return hasPlainCode && codeLineCount >= (isIntroduced ? 1 : MIN_LINES) && codeLineCount * 2 >= end - start
    ? { type: 'code', start, end }
    : undefined
}

/**
 * Whether a line looks like the output of a command: a single word, or a short line that neither begins nor ends like a
 * sentence.
 */
function isOutput({ text, gap }: SourceLine): boolean {
  if (gap > 0 || text.length > MAX_OUTPUT_WIDTH) return false
  return !text.includes(' ') || !/^["'“(]?\p{Lu}|[.:?!]$/u.test(text)
}

/** In characters. Few terminals are wider. */
const MAX_OUTPUT_WIDTH = 100
/** The maximum distance, in lines, from one line of code to the next. Lines in between need not look like code. */
const MAX_DISTANCE = 2
/** The maximum number of blank lines inside code. */
const MAX_GAP = 2
/**
 * The minimum number of lines, unless a line that ends in a colon introduces the code. A single line may look like code
 * by chance.
 */
const MIN_LINES = 2
