import type { SourceLine } from './lines.ts'
import type { SetOffBlock } from './set-off-block.ts'

/**
 * Finds settings in YAML or a similar format that begin at a line, to be shown as code. Their keys are in lower case,
 * and some have nested keys.
 */
export function settingsAt(lines: readonly SourceLine[], start: number): SetOffBlock | undefined {
  const first = lines[start]
  if (!first || !KEY.test(first.text)) return undefined
  let end = start + 1
  let keyCount = 1
  let isNested = false
  for (let line = lines[end]; line && line.indent >= first.indent && line.gap <= 1; line = lines[end]) {
    const isKey = KEY.test(line.text)
    if (!isKey && !(line.indent > first.indent && OTHER_LINE.test(line.text))) break
    if (isKey) keyCount += 1
    isNested ||= isKey && line.indent > (lines[end - 1]?.indent ?? 0) && ENDS_IN_COLON.test(lines[end - 1]?.text ?? '')
    end += 1
  }
  return isNested && keyCount >= MIN_KEYS && keyCount * 2 >= end - start ? { type: 'code', start, end } : undefined
}

const KEY = /^(?:- +)?["']?[a-z_$.][\w.$/-]*["']?:(?:\s|$)/
const ENDS_IN_COLON = /:$/
/** An item, a comment, or a line without letters. */
const OTHER_LINE = /^(?:- |#|[^\p{L}]*$)/u
/** The minimum number of keys. If there are fewer, the lines may be prose with colons. */
const MIN_KEYS = 3
