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
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return FORMATS.find(({ signatures }) => signatures.includes(signature))
}

/** Whether the bytes are a complete font in a supported format. */
export function isFont(bytes: Uint8Array): boolean {
  const format = fontFormatOf(bytes)
  if (format === undefined || bytes.length < HEADER_SIZE) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return format.name === 'woff2' ? view.getUint32(8) === bytes.length : hasTables(view)
}

const FORMATS: readonly (FontFormat & { readonly signatures: readonly string[] })[] = [
  { name: 'woff2', type: 'font/woff2', signatures: ['wOF2'] },
  { name: 'truetype', type: 'font/ttf', signatures: ['\0\x01\0\0', 'true'] },
  { name: 'opentype', type: 'font/otf', signatures: ['OTTO'] },
]

/** The sizes, in bytes, of the OpenType header and of an entry in the table directory after it. */
const HEADER_SIZE = 12
const ENTRY_SIZE = 16

/** Whether there is a table directory, and every table in it lies within the file. */
function hasTables(view: DataView): boolean {
  const count = view.getUint16(4)
  if (count === 0 || HEADER_SIZE + count * ENTRY_SIZE > view.byteLength) return false
  return Array.from({ length: count }, (_, index) => HEADER_SIZE + index * ENTRY_SIZE).every(
    (entry) => view.getUint32(entry + 8) + view.getUint32(entry + 12) <= view.byteLength,
  )
}
