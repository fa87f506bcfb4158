import type { Text } from 'mdast'
import { pointAt } from '../model/source-position.ts'
import type { Source } from './source.ts'
import { sourceOffsets } from './source-offsets.ts'

/** The offsets in a text between which a part of it is. */
export type TextRange = readonly [from: number, to: number]

/** Returns parts of a text node, each with its position in the source. The node is searched once for all of them. */
export function sliceTexts({ value, position }: Text, ranges: readonly TextRange[], source: Source): readonly Text[] {
  const offsets = position && sourceOffsets(value, source.text, [position.start.offset ?? 0, position.end.offset ?? 0])
  const pointOf = (index: number) => {
    const offset = offsets?.[index] ?? 0
    return { ...pointAt(source, offset), offset }
  }
  return ranges.map(([from, to]): Text => {
    const sliced: Text = { type: 'text', value: value.slice(from, to) }
    if (position === undefined || from === to) return sliced
    const start = from === 0 ? position.start : pointOf(from)
    const end = to === value.length ? position.end : pointOf(to)
    return { ...sliced, position: { start, end } }
  })
}

/** Returns a part of a text node, with its position in the source. */
export function sliceText(text: Text, range: TextRange, source: Source): Text {
  return sliceTexts(text, [range], source)[0] ?? { type: 'text', value: '' }
}
