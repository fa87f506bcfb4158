// Normalises the characters of a file.

import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { Anchor } from '../model/article.ts'
import { formatSize } from '../util/format-size.ts'
import { LIMITS } from './limits.ts'
import type { Source } from './source.ts'

/**
 * Normalises line endings to `\n`, removes control characters, replaces lone surrogates, and records where each part of
 * the text came from. Messages say which characters were removed, and where text that is too long was cut off, either
 * here or by the caller (`isCut`).
 */
export function normaliseText(
  text: string,
  { isCut, file }: { readonly isCut: boolean; readonly file: VFile },
): Source {
  const end = endOfLines(text)
  const raw = end === undefined ? text : text.slice(0, end)
  const pieces: string[] = []
  const anchors: Anchor[] = [{ offset: 0, point: { line: 1, column: 1 } }]
  const removed: Point[] = []
  let line = 1
  let lineStart = 0
  let length = 0
  let restStart = 0
  for (const match of raw.matchAll(SPECIAL)) {
    const [special] = match
    const before = raw.slice(restStart, match.index)
    const kind = kindOf(special)
    const column = match.index - lineStart + 1
    restStart = match.index + special.length
    if (kind === 'line ending') {
      line += 1
      lineStart = restStart
    }
    if (kind === 'removed') removed.push({ line, column })
    pieces.push(before, REPLACEMENT[kind])
    length += before.length + REPLACEMENT[kind].length
    if (kind !== 'surrogate') anchors.push({ offset: length, point: { line, column: restStart - lineStart + 1 } })
  }
  pieces.push(raw.slice(restStart))
  reportRemoved(removed, file)
  if (isCut || end !== undefined) reportCut({ line, column: raw.length - lineStart + 1 }, file)
  return { text: pieces.join(''), anchors, shifted: anchors.length > line }
}

/** Returns the end of the last line that is read; undefined if all lines are read. */
function endOfLines(text: string): number | undefined {
  let count = 0
  for (const { index } of text.matchAll(LINE_ENDING)) {
    count += 1
    if (count === LIMITS.lines) return index
  }
  return undefined
}

const LINE_ENDING = /\r\n?|\n/g

/** An "other line ending" begins a new line in the text, but not in the line numbers of the file. */
type SpecialKind = 'line ending' | 'other line ending' | 'removed' | 'surrogate'

const REPLACEMENT: Readonly<Record<SpecialKind, string>> = {
  'line ending': '\n',
  'other line ending': '\n',
  removed: '',
  surrogate: '\uFFFD',
}

/**
 * Characters that are replaced or removed: line endings; control characters, byte order marks and noncharacters; lone
 * surrogates.
 */
const SPECIAL = /\r\n?|\n|[\v\f\x85\u2028\u2029]|[\0-\x08\x0E-\x1F\x7F-\x9F\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu

function kindOf(special: string): SpecialKind {
  if (special.startsWith('\r') || special === '\n') return 'line ending'
  if (/[\v\f\x85\u2028\u2029]/.test(special)) return 'other line ending'
  return /\p{Surrogate}/u.test(special) ? 'surrogate' : 'removed'
}

/** Reports control characters that were removed, at the position of the first. */
export function reportRemoved(removed: readonly Point[], file: VFile): void {
  const [place] = removed
  if (!place) return
  const fact =
    removed.length === 1
      ? 'A control character was left out here.'
      : `${removed.length} control characters were left out; the first was here.`
  file.message(`${fact} Check that no words are missing.`, { place, source: 'lectern', ruleId: 'control-characters' })
}

function reportCut(place: Point, file: VFile): void {
  const limit = `${formatSize(LIMITS.bytes)} or ${LIMITS.lines} lines`
  const reason = `The file is longer than ${limit} and is read only up to here. Split it.`
  file.message(reason, { place, source: 'lectern', ruleId: 'too-long' })
}
