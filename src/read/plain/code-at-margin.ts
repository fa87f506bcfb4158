// Finds unindented code in plain text.

import type { Display } from './display.ts'
import type { SourceLine } from './lines.ts'
import { isClause, isCode, isPlainlyCode, isPrompt } from './looks-like-code.ts'
import { markerOf } from './marker.ts'

/**
 * Finds unindented code that starts at a line: lines that look like code, at least one of them unmistakably, and the
 * lines between them.
 */
export function codeAt(lines: readonly SourceLine[], start: number): Display | undefined {
  const first = lines[start]
  if (!first || start === 0 || !isCode(first)) return undefined
  let end = start + 1
  let telling = 1
  let isPlain = isPlainlyCode(first)
  const isSession = isPrompt(first)
  for (let index = start + 1; index < lines.length && index - end < MAX_BRIDGE; index += 1) {
    const line = lines[index]
    if (!line || line.gap > WIDEST_GAP || markerOf(line.text)?.type === 'bullet') break
    const isTelling = isCode(line) || (isSession && isOutput(line))
    if (!isTelling && isClause(line)) break
    const isPart = isTelling || line.indent > first.indent
    if (!isPart) continue
    telling += 1
    isPlain ||= isPlainlyCode(line)
    end = index + 1
  }
  const isAnnounced = lines[start - 1]?.text.endsWith(':') === true
  return isPlain && telling >= (isAnnounced ? 1 : MIN_LINES) && telling * 2 >= end - start
    ? { type: 'code', start, end }
    : undefined
}

/**
 * Whether a line looks like the output of a command: a single word, or a short line that neither begins nor ends like a
 * sentence.
 */
function isOutput({ text, gap }: SourceLine): boolean {
  if (gap > 0 || text.length > WIDEST_OUTPUT) return false
  return !text.includes(' ') || !/^["'“(]?\p{Lu}|[.:?!]$/u.test(text)
}

/** In characters: few terminals are wider. */
const WIDEST_OUTPUT = 100
/** The distance in lines from one line of code to the next, less one. Those in between need not look like code. */
const MAX_BRIDGE = 2
/** The maximum number of blank lines inside code. */
const WIDEST_GAP = 2
/** A single line may look like code by chance, unless a line that ends in a colon introduces it. */
const MIN_LINES = 2
