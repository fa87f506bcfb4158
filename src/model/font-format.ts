/** A kind of font that browsers show, as CSS names it and as media type. */
export interface FontFormat {
  readonly name: 'woff2' | 'truetype' | 'opentype'
  readonly type: string
}

/** What bytes say they are by how they begin; undefined for no font that browsers show, and for a collection of fonts. */
export function fontFormatOf(bytes: Uint8Array): FontFormat | undefined {
  const mark = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return FORMATS.find(({ marks }) => marks.includes(mark))
}

/** Whether bytes are a whole font: one of these kinds, its tables, or the length that it names, within it. */
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

/** Bytes: the header of OpenType, and the row of a table in its directory. */
const HEADER = 12
const ROW = 16

function hasTables(view: DataView): boolean {
  const count = view.getUint16(4)
  if (count === 0 || HEADER + count * ROW > view.byteLength) return false
  return Array.from({ length: count }, (_, index) => HEADER + index * ROW).every(
    (row) => view.getUint32(row + 8) + view.getUint32(row + 12) <= view.byteLength,
  )
}
