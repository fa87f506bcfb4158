// Finds the markers of list items and of quoted lines in plain text.

import type { SourceLine } from './lines.ts'

/** The marker of a list item or of a quoted line. */
export interface Marker {
  readonly type: 'bullet' | 'number' | 'letter' | 'quote'
  /** The number of characters before the item's text. */
  readonly width: number
  /** The number, the position of the letter in the alphabet, or the depth of the quotation; 0 for a bullet. */
  readonly ordinal: number
}

/** Returns the marker with which a line seems to begin; undefined if there is none. */
export function markerOf(text: string): Marker | undefined {
  for (const { pattern, type } of MARKERS) {
    const [match, label = ''] = pattern.exec(text) ?? []
    if (match === undefined || match.length === text.length) continue
    return { type, width: match.length, ordinal: ordinalOf(type, label) }
  }
  return undefined
}

const MARKERS: readonly { readonly pattern: RegExp; readonly type: Marker['type'] }[] = [
  { pattern: /^(>[> ]*)/, type: 'quote' },
  { pattern: /^[-*+•·●▪▫■□◦○‣⁃∙–—✓✔✗►▶→][ \t]+/, type: 'bullet' },
  { pattern: /^\[[ xX]\][ \t]+/, type: 'bullet' },
  { pattern: /^\(?(\d{1,3})[.)][ \t]+/, type: 'number' },
  { pattern: /^\(?([a-zA-Z])[.)][ \t]+(?=\S)/, type: 'letter' },
]

function ordinalOf(type: Marker['type'], label: string): number {
  if (type === 'number') return Number(label)
  if (type === 'quote') return label.replaceAll(' ', '').length
  return type === 'letter' ? label.toLowerCase().charCodeAt(0) - BEFORE_A : 0
}

const BEFORE_A = 'a'.charCodeAt(0) - 1

/**
 * Finds the markers of lines. A number or a letter counts only if the marker before or after it is next to it in the
 * sequence, so "3. Oktober" and "J. Smith" are not items. "1." needs no other number, but "a." needs "b.".
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

/**
 * Returns, for each marker, two ordinals of markers of the same type: of the last one before it at any indentation, and
 * of the last one at the same indentation.
 */
function previousOrdinals(markedLines: readonly MarkedLine[]): readonly (readonly (number | undefined)[])[] {
  const last = new Map<string, number>()
  return markedLines.map(({ line, marker: { type, ordinal } }) => {
    const keys = [type, `${type} ${line.indent}`]
    const found = keys.map((key) => last.get(key))
    for (const key of keys) last.set(key, ordinal)
    return found
  })
}
