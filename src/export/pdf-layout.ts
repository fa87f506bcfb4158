// Reads the structure of a PDF as Chromium writes it: objects, then a classic cross-reference table.

/** The structure of a file with a classic cross-reference table. */
export interface PdfLayout {
  /** The offset of each object, indexed by its number; null for a number that is not in use. */
  readonly offsets: readonly (number | null)[]
  /** The offset of the table, after the last object. */
  readonly table: number
  /** The entries of the trailer, except the size. */
  readonly trailer: string
}

/** Reads the structure of a file; null if it is not like Chromium's. */
export function readLayout(bytes: Buffer): PdfLayout | null {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.toString('latin1', bytes.length - TAIL_BYTES))?.[1])
  const text = Number.isNaN(table) ? '' : bytes.toString('latin1', table)
  const [, count = '', entries = '', trailer = ''] = TABLE.exec(text) ?? []
  if (entries.length !== Number(count) * ENTRY_BYTES || trailer.includes('/Prev') || trailer.includes('/Encrypt'))
    return null
  const offsets = Array.from({ length: Number(count) }, (_, number) => {
    const entry = entries.slice(number * ENTRY_BYTES, (number + 1) * ENTRY_BYTES)
    return entry[TYPE_INDEX] === 'n' ? Number(entry.slice(0, 10)) : null
  })
  return offsets.length === 0 ? null : { offsets, table, trailer: trailer.replace(/\/Size \d+\s*/, '') }
}

/**
 * The number of bytes searched at the end of the file for the table's offset, and at the end of an object for its
 * stream.
 */
const TAIL_BYTES = 64

const TABLE = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf][ \r][\r\n])+)trailer\n<<([\s\S]*?)>>\s*startxref/

/**
 * The number of bytes in a table entry, and the index of the letter in it that says whether the object is in use.
 */
const ENTRY_BYTES = 20
const TYPE_INDEX = 17

export interface PdfObject {
  readonly number: number
  /** The bytes from the object's number to its `endobj`. */
  readonly bytes: Buffer
  readonly isStream: boolean
}

/** Returns the objects of a file in the order in which the file contains them. */
export function splitObjects(bytes: Buffer, { offsets, table }: PdfLayout): readonly PdfObject[] {
  const starts = offsets
    .flatMap((offset, number) => (offset === null ? [] : [{ number, offset }]))
    .toSorted((one, other) => one.offset - other.offset)
  return starts.map(({ number, offset }, index) => {
    const object = bytes.subarray(offset, starts[index + 1]?.offset ?? table)
    return {
      number,
      bytes: object,
      isStream: STREAM.test(object.toString('latin1', Math.max(0, object.length - TAIL_BYTES))),
    }
  })
}

const STREAM = /endstream\s+endobj\s*$/

/** The contents of objects, keyed by object number. */
export type ObjectContents = ReadonlyMap<number, Buffer>

/** Returns the bytes between `1 0 obj` and `endobj`. */
export function contentOf(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.indexOf('obj') + 'obj'.length + 1, bytes.lastIndexOf('endobj'))
}
