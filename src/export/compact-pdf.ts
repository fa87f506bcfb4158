import { deflateSync } from 'node:zlib'

/**
 * Makes a PDF smaller: objects that are not streams (dictionaries, tags, outline) are packed into compressed object
 * streams, and the offset table becomes a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). Objects keep their
 * numbers and bytes, except for tags: their root gets a map from the newest tags to older ones, for older readers, and
 * a figure without alternative text becomes a division. A file that is not structured like Chromium's is returned
 * unchanged.
 */
export function compactPdf(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const layout = layoutOf(bytes)
  if (layout === null) return pdf
  const objects = objectsIn(bytes, layout)
  const packs = packObjects(objects.filter(({ isStream }) => !isStream))
  return assembleFile(bytes, { ...layout, streams: objects.filter(({ isStream }) => isStream), packs })
}

/** The structure of a file with a classic cross-reference table. */
interface PdfLayout {
  /** Offsets by object number; null for a free one. */
  readonly offsets: readonly (number | null)[]
  /** The offset of the table, after the last object. */
  readonly table: number
  /** The entries of the trailer, except the size. */
  readonly trailer: string
}

function layoutOf(bytes: Buffer): PdfLayout | null {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.toString('latin1', bytes.length - TAIL))?.[1])
  const text = Number.isNaN(table) ? '' : bytes.toString('latin1', table)
  const [, count = '', entries = '', trailer = ''] = TABLE.exec(text) ?? []
  if (entries.length !== Number(count) * ENTRY || trailer.includes('/Prev') || trailer.includes('/Encrypt')) return null
  const offsets = Array.from({ length: Number(count) }, (_, number) => {
    const entry = entries.slice(number * ENTRY, (number + 1) * ENTRY)
    return entry[KIND] === 'n' ? Number(entry.slice(0, 10)) : null
  })
  return offsets.length === 0 ? null : { offsets, table, trailer: trailer.replace(/\/Size \d+\s*/, '') }
}

/**
 * The number of bytes searched at the end of the file for the table's offset, and at the end of an object for its
 * stream.
 */
const TAIL = 64

const TABLE = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf][ \r][\r\n])+)trailer\n<<([\s\S]*?)>>\s*startxref/

/**
 * The number of bytes in a table entry, and the position in it of the letter that says whether the object is in use.
 */
const ENTRY = 20
const KIND = 17

interface PdfObject {
  readonly number: number
  /** The bytes from the object's number to its `endobj`. */
  readonly bytes: Buffer
  readonly isStream: boolean
}

function objectsIn(bytes: Buffer, { offsets, table }: PdfLayout): readonly PdfObject[] {
  const starts = offsets
    .flatMap((offset, number) => (offset === null ? [] : [{ number, offset }]))
    .toSorted((one, other) => one.offset - other.offset)
  return starts.map(({ number, offset }, index) => {
    const object = bytes.subarray(offset, starts[index + 1]?.offset ?? table)
    return {
      number,
      bytes: object,
      isStream: STREAM.test(object.toString('latin1', Math.max(0, object.length - TAIL))),
    }
  })
}

const STREAM = /endstream\s+endobj\s*$/

interface Pack {
  readonly numbers: readonly number[]
  /** The object stream, compressed. */
  readonly data: Buffer
  /** The offset of the first object in the unpacked stream. */
  readonly first: number
}

/** Objects per stream: more of them compress better, but a reader must unpack them all to get one. */
const PACK = 200

function packObjects(objects: readonly PdfObject[]): readonly Pack[] {
  const groups = Array.from({ length: Math.ceil(objects.length / PACK) }, (_, index) =>
    objects.slice(index * PACK, (index + 1) * PACK),
  )
  return groups.map((group) => {
    const values = group.map(({ bytes }) => withCompatibleTags(contentOf(bytes)))
    const index = group.map(({ number }, position) => `${number} ${lengthOf(values.slice(0, position))}`).join(' ')
    const body = values.flatMap((value) => [value, NEWLINE])
    const data = deflateSync(Buffer.concat([Buffer.from(`${index}\n`), ...body]), { level: 9 })
    return { numbers: group.map(({ number }) => number), data, first: index.length + 1 }
  })
}

/**
 * Adapts tags for readers that know only PDF 1.x, which would skip what is inside the PDF 2.0 tags that Chromium uses.
 * Chromium also tags a `figure` element as a figure around its picture or table, although the element itself has no
 * alternative text.
 */
function withCompatibleTags(value: Buffer): Buffer {
  if (begins(value, TAGS_ROOT)) return Buffer.concat([TAGS_ROOT, ROLES, value.subarray(TAGS_ROOT.length)])
  if (!begins(value, FIGURE) || value.includes('/Alt ')) return value
  return Buffer.concat([DIVISION, value.subarray(FIGURE.length)])
}

function begins(value: Buffer, start: Buffer): boolean {
  return value.subarray(0, start.length).equals(start)
}

const TAGS_ROOT = Buffer.from('<</Type /StructTreeRoot')
const ROLES = Buffer.from('\n/RoleMap <</Em /Span /Strong /Span /Aside /Note>>')
const FIGURE = Buffer.from('<</Type /StructElem\n/S /Figure')
const DIVISION = Buffer.from('<</Type /StructElem\n/S /Div')

const NEWLINE = Buffer.from('\n')

/** Returns the bytes between `1 0 obj` and `endobj`. */
function contentOf(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.indexOf('obj') + 'obj'.length + 1, bytes.lastIndexOf('endobj'))
}

function lengthOf(values: readonly Buffer[]): number {
  return values.reduce((sum, { length }) => sum + length + NEWLINE.length, 0)
}

interface PdfParts extends PdfLayout {
  readonly streams: readonly PdfObject[]
  readonly packs: readonly Pack[]
}

function assembleFile(bytes: Buffer, { offsets, trailer, streams, packs }: PdfParts): Buffer {
  const entries = new Map<number, XrefEntry>()
  const pieces: Buffer[] = []
  const place = { at: 0 }
  const add = (piece: Buffer) => {
    pieces.push(piece)
    place.at += piece.length
  }
  add(headerOf(bytes, offsets))
  for (const { number, bytes: stream } of streams) {
    entries.set(number, [1, place.at, 0])
    add(stream)
  }
  for (const [index, { numbers, data, first }] of packs.entries()) {
    const own = offsets.length + index
    entries.set(own, [1, place.at, 0])
    for (const [position, number] of numbers.entries()) entries.set(number, [2, own, position])
    add(stream(own, `/Type /ObjStm /N ${numbers.length} /First ${first}`, data))
  }
  const own = offsets.length + packs.length
  const start = place.at
  entries.set(own, [1, start, 0])
  const table = Array.from({ length: own + 1 }, (_, number) => entries.get(number) ?? FREE)
  const kind = `/Type /XRef /Size ${table.length} /W [${WIDTHS.join(' ')}] /DecodeParms <</Predictor 12 /Columns ${ROW}>> ${trailer.trim()}`
  add(stream(own, kind, deflateSync(differences(table), { level: 9 })))
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(pieces)
}

/**
 * An entry of the cross-reference stream: the kind; then an offset and 0 (kind 1), or the number of an object stream
 * and the index in it (kind 2).
 */
type XrefEntry = readonly [kind: 0 | 1 | 2, first: number, second: number]

const FREE: XrefEntry = [0, 0, 0]

/** The number of bytes of each of an entry's three numbers, and their sum. */
const WIDTHS = [1, 4, 2] as const
const ROW = 7

/** The header of the file, with at least version 1.5, which introduced object streams. */
function headerOf(bytes: Buffer, offsets: readonly (number | null)[]): Buffer {
  const first = offsets.reduce<number>((least, offset) => Math.min(least, offset ?? least), bytes.length)
  const header = bytes.toString('latin1', 0, first).replace(/^%PDF-1\.[0-4]/, '%PDF-1.5')
  return Buffer.from(header, 'latin1')
}

function stream(number: number, dictionary: string, data: Buffer): Buffer {
  const head = `${number} 0 obj\n<<${dictionary} /Filter /FlateDecode /Length ${data.length}>> stream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n')])
}

/** Subtracts from each row the one above, byte by byte, which compresses best (the PNG predictor Up). */
function differences(table: readonly XrefEntry[]): Buffer {
  const rows = Buffer.alloc(table.length * ROW)
  for (const [index, [kind, first, second]] of table.entries()) {
    rows.writeUInt8(kind, index * ROW)
    rows.writeUInt32BE(first, index * ROW + 1)
    rows.writeUInt16BE(second, index * ROW + 5)
  }
  const UP = 2
  const result = Buffer.alloc(table.length * (ROW + 1))
  for (let row = 0; row < table.length; row++) {
    result[row * (ROW + 1)] = UP
    for (let column = 0; column < ROW; column++) {
      const at = row * ROW + column
      result[row * (ROW + 1) + 1 + column] = (rows[at] ?? 0) - (at < ROW ? 0 : (rows[at - ROW] ?? 0))
    }
  }
  return result
}
