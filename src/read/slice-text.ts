import type { Text } from 'mdast'
import { pointAt } from '../model/source-position.ts'
import type { Source } from './source.ts'
import { sourceOffsets } from './source-offsets.ts'

/** Returns part of a text node, with the position of that part in the source. */
export function sliceText({ value, position }: Text, [from, to]: readonly [number, number], source: Source): Text {
  const sliced: Text = { type: 'text', value: value.slice(from, to) }
  if (position === undefined || from === to) return sliced
  const offsets = sourceOffsets(value, source.text, [position.start.offset ?? 0, position.end.offset ?? 0])
  const pointOf = (index: number) => {
    const offset = offsets[index] ?? 0
    return { ...pointAt(source, offset), offset }
  }
  const start = from === 0 ? position.start : pointOf(from)
  const end = to === value.length ? position.end : pointOf(to)
  return { ...sliced, position: { start, end } }
}
