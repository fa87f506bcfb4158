/** The marker of a list item or of a quoted line. */
export interface Marker {
  readonly type: 'bullet' | 'number' | 'letter' | 'quote'
  /** The number of characters before the text of the item. */
  readonly width: number
  /** The number, the position of the letter in the alphabet, or the depth of the quotation; 0 for a bullet. */
  readonly ordinal: number
}

/** Finds the marker at the start of a line, if any. */
export function markerOf(text: string): Marker | undefined {
  for (const { pattern, type } of MARKERS) {
    const [whole, label = ''] = pattern.exec(text) ?? []
    if (whole === undefined || whole.length === text.length) continue
    return { type, width: whole.length, ordinal: ordinalOf(type, label) }
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
