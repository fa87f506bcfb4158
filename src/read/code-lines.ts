import type { Code } from 'mdast'
import { pointAt } from '../model/source-position.ts'
import type { Words } from './piece.ts'
import type { Source } from './source.ts'
import { sourceOffsets } from './source-offsets.ts'

/** Lists the lines of a code block, without trailing white space and without empty lines at the start and end. */
export function codeLines(code: Code, source: Source): readonly Words[] {
  const value = code.value.trimEnd()
  if (value === '') return []
  const start = code.position?.start.offset ?? 0
  const offsets = sourceOffsets(value, source.text, [codeStart(start, source.text), code.position?.end.offset ?? start])
  const lines: Words[] = []
  let lineStart = 0
  for (const line of value.split('\n')) {
    lines.push(lineWords(line.trimEnd(), offsets.subarray(lineStart, lineStart + line.length), source))
    lineStart += line.length + 1
  }
  return lines.slice(lines.findIndex(({ text }) => text !== ''))
}

/** Returns the offset at which a block's code begins: after the opening fence, if it has one. */
function codeStart(start: number, text: string): number {
  const isFenced = text[start] === '`' || text[start] === '~'
  const end = text.indexOf('\n', start)
  return isFenced && end >= 0 ? end + 1 : start
}

function lineWords(text: string, offsets: Uint32Array, source: Source): Words {
  const indent = text.search(/\S/)
  const offset = offsets[indent]
  if (offset === undefined) return { text, anchors: [] }
  const { line, column } = pointAt(source, offset)
  const start = { line, column: Math.max(1, column - indent) }
  return {
    text,
    anchors: [{ offset: 0, point: start }],
    position: { start, end: { line, column: column + text.length - indent } },
  }
}
