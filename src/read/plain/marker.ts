/** What stands before an item of a list, or before a line that is quoted. */
export interface Marker {
  readonly type: 'bullet' | 'number' | 'letter' | 'quote'
  /** Characters up to the words. */
  readonly width: number
  /** Its number, the place of its letter, or how deep it quotes; 0 where it has none. */
  readonly ordinal: number
}

/** The mark that a line begins with, if any. */
export function markerOf(text: string): Marker | undefined {
  for (const { pattern, type } of MARKS) {
    const [whole, label = ''] = pattern.exec(text) ?? []
    if (whole === undefined || whole.length === text.length) continue
    return { type, width: whole.length, ordinal: ordinalOf(type, label) }
  }
  return undefined
}

const MARKS: readonly { readonly pattern: RegExp; readonly type: Marker['type'] }[] = [
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
