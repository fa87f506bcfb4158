import type { SourceLine } from './lines.ts'
import { type Marker, markerOf } from './marker.ts'

/**
 * Finds the markers of lines, except numbers and letters next to which no other continues the count: "3. Oktober" and
 * "J. Smith" are not items. A "1." counts by itself; an "a." does not.
 */
export function markersOf(lines: readonly SourceLine[]): ReadonlyMap<SourceLine, Marker> {
  const markedLines = lines.flatMap((line): MarkedLine[] => {
    const marker = markerOf(line.text)
    return marker ? [{ line, marker }] : []
  })
  const before = neighbours(markedLines)
  const after = neighbours(markedLines.toReversed()).toReversed()
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

/** Returns, for each marker, the ordinal of the previous one of its type, anywhere and at the same indentation. */
function neighbours(markedLines: readonly MarkedLine[]): readonly (readonly (number | undefined)[])[] {
  const last = new Map<string, number>()
  return markedLines.map(({ line, marker: { type, ordinal } }) => {
    const keys = [type, `${type} ${line.indent}`]
    const found = keys.map((key) => last.get(key))
    for (const key of keys) last.set(key, ordinal)
    return found
  })
}
