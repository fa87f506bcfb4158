// Normalises the characters of a file.

import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { Anchor } from '../model/article.ts'
import { LIMITS } from './limits.ts'
import type { Source } from './source.ts'

/**
 * Normalises line ends to `\n`, removes control characters, replaces lone surrogates, and records where every stretch
 * came from. Messages report removed characters and a text that is cut, here or before (`isCut`).
 */
export function normaliseText(
  whole: string,
  { isCut, file }: { readonly isCut: boolean; readonly file: VFile },
): Source {
  const end = endOfLines(whole)
  const raw = end === undefined ? whole : whole.slice(0, end)
  const pieces: string[] = []
  const anchors: Anchor[] = [{ offset: 0, point: { line: 1, column: 1 } }]
  const removed: Point[] = []
  let line = 1
  let lineStart = 0
  let length = 0
  let done = 0
  for (const match of raw.matchAll(ODD)) {
    const [odd] = match
    const before = raw.slice(done, match.index)
    const kind = kindOf(odd)
    const column = match.index - lineStart + 1
    done = match.index + odd.length
    if (kind === 'line end') {
      line += 1
      lineStart = done
    }
    if (kind === 'removed') removed.push({ line, column })
    pieces.push(before, REPLACEMENT[kind])
    length += before.length + REPLACEMENT[kind].length
    if (kind !== 'broken') anchors.push({ offset: length, point: { line, column: done - lineStart + 1 } })
  }
  pieces.push(raw.slice(done))
  reportRemoved(removed, file)
  if (isCut || end !== undefined) reportCut({ line, column: raw.length - lineStart + 1 }, file)
  return { text: pieces.join(''), anchors, shifted: anchors.length > line }
}

/** Returns the offset at which the last line that is read ends; undefined if all are read. */
function endOfLines(text: string): number | undefined {
  let count = 0
  for (const { index } of text.matchAll(LINE_END)) {
    count += 1
    if (count === LIMITS.lines) return index
  }
  return undefined
}

const LINE_END = /\r\n?|\n/g

type Odd = 'line end' | 'other line end' | 'removed' | 'broken'

const REPLACEMENT: Readonly<Record<Odd, string>> = {
  'line end': '\n',
  'other line end': '\n',
  removed: '',
  broken: '\uFFFD',
}

/** Line ends; control characters, byte order marks and noncharacters; lone surrogates. */
const ODD = /\r\n?|\n|[\v\f\x85\u2028\u2029]|[\0-\x08\x0E-\x1F\x7F-\x9F\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu

function kindOf(odd: string): Odd {
  if (odd.startsWith('\r') || odd === '\n') return 'line end'
  if (/[\v\f\x85\u2028\u2029]/.test(odd)) return 'other line end'
  return /\p{Surrogate}/u.test(odd) ? 'broken' : 'removed'
}

function reportRemoved(removed: readonly Point[], file: VFile): void {
  const [place] = removed
  if (!place) return
  const reason =
    removed.length === 1
      ? 'A control character was left out here.'
      : `${removed.length} control characters were left out; the first was here.`
  file.message(reason, { place, source: 'lectern', ruleId: 'control-characters' })
}

function reportCut(place: Point, file: VFile): void {
  const most = `${LIMITS.bytes / 1024 / 1024} MB or ${LIMITS.lines} lines`
  const reason = `The file is longer than ${most} and is read only up to here; split it.`
  file.message(reason, { place, source: 'lectern', ruleId: 'too-long' })
}
