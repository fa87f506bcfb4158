/** A font format that browsers support, with its CSS name and media type. */
export interface FontFormat {
  readonly name: 'woff2' | 'truetype' | 'opentype'
  readonly type: string
}

/**
 * Detects the font format of a file by its first bytes; undefined for formats that browsers do not support, and for
 * font collections.
 */
export function fontFormatOf(bytes: Uint8Array): FontFormat | undefined {
  const mark = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return FORMATS.find(({ marks }) => marks.includes(mark))
}

/** Whether the bytes are a complete font in a supported format. */
export function isFont(bytes: Uint8Array): boolean {
  const format = fontFormatOf(bytes)
  if (format === undefined || bytes.length < HEADER) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return format.name === 'woff2' ? view.getUint32(8) === bytes.length : hasTables(view)
}

const FORMATS: readonly (FontFormat & { readonly marks: readonly string[] })[] = [
  { name: 'woff2', type: 'font/woff2', marks: ['wOF2'] },
  { name: 'truetype', type: 'font/ttf', marks: ['\0\x01\0\0', 'true'] },
  { name: 'opentype', type: 'font/otf', marks: ['OTTO'] },
]

/** The sizes in bytes of the OpenType header and of a row of its table directory. */
const HEADER = 12
const ROW = 16

function hasTables(view: DataView): boolean {
  const count = view.getUint16(4)
  if (count === 0 || HEADER + count * ROW > view.byteLength) return false
  return Array.from({ length: count }, (_, index) => HEADER + index * ROW).every(
    (row) => view.getUint32(row + 8) + view.getUint32(row + 12) <= view.byteLength,
  )
}
