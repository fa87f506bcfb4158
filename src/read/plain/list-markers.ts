import type { SourceLine } from './lines.ts'
import { type Marker, markerOf } from './marker.ts'

/**
 * Finds the markers of lines. A number or letter is a marker only if the one before or after it continues the count:
 * "3. Oktober" and "J. Smith" are not items. A "1." needs no other number, but an "a." needs a "b.".
 */
export function markersOf(lines: readonly SourceLine[]): ReadonlyMap<SourceLine, Marker> {
  const markedLines = lines.flatMap((line): MarkedLine[] => {
    const marker = markerOf(line.text)
    return marker ? [{ line, marker }] : []
  })
  const before = previousOrdinals(markedLines)
  const after = previousOrdinals(markedLines.toReversed()).toReversed()
  const confirmed = markedLines.filter(({ marker: { type, ordinal } }, index) => {
    if (type !== 'number' && type !== 'letter') return true
    const isFirst = type === 'number' && ordinal <= 1
    return isFirst || before[index]?.includes(ordinal - 1) || after[index]?.includes(ordinal + 1)
  })
  return new Map(confirmed.map(({ line, marker }) => [line, marker]))
}

interface MarkedLine {
  readonly line: SourceLine
  readonly marker: Marker
}

/** Returns, for each marker, the ordinals of the previous one of its type, anywhere and at the same indentation. */
function previousOrdinals(markedLines: readonly MarkedLine[]): readonly (readonly (number | undefined)[])[] {
  const last = new Map<string, number>()
  return markedLines.map(({ line, marker: { type, ordinal } }) => {
    const keys = [type, `${type} ${line.indent}`]
    const found = keys.map((key) => last.get(key))
    for (const key of keys) last.set(key, ordinal)
    return found
  })
}
