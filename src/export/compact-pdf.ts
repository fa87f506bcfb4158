import { deflateSync } from 'node:zlib'
import { withCredits } from './pdf-info.ts'
import { contentOf, type PdfLayout, type PdfObject, readLayout, splitObjects } from './pdf-layout.ts'
import { referenceIn } from './pdf-reference.ts'

/**
 * Makes a PDF smaller: objects that are not streams (dictionaries, tags, outline) are packed into compressed object
 * streams, and the offset table becomes a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). Objects keep their
 * numbers and bytes, except for tags: their root gets a map from the newest tags to tags that older readers know, and a
 * figure without alternative text becomes a division. If `author` is given (null for no author), the file also names
 * the author, and Lectern as its creator. A file that is not structured like Chromium's is returned unchanged.
 */
export function compactPdf(pdf: Uint8Array, author?: string | null): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const layout = readLayout(bytes)
  if (layout === null) return pdf
  const objects = splitObjects(bytes, layout)
  const info = author === undefined ? null : { number: referenceIn(layout.trailer, 'Info'), author }
  const objectStreams = packObjects(
    objects.filter(({ isStream }) => !isStream),
    info,
  )
  return assembleFile(bytes, { ...layout, streams: objects.filter(({ isStream }) => isStream), objectStreams })
}

/** The number of the Info dictionary, and the author to name there; null for none. */
interface InfoEntry {
  readonly number: number
  readonly author: string | null
}

interface ObjectStream {
  readonly numbers: readonly number[]
  /** The object stream, compressed. */
  readonly data: Buffer
  /** The offset of the first object in the unpacked stream. */
  readonly first: number
}

/** More objects in a stream compress better, but a reader must unpack them all to get one. */
const OBJECTS_PER_STREAM = 200

function packObjects(objects: readonly PdfObject[], info: InfoEntry | null): readonly ObjectStream[] {
  const groups = Array.from({ length: Math.ceil(objects.length / OBJECTS_PER_STREAM) }, (_, index) =>
    objects.slice(index * OBJECTS_PER_STREAM, (index + 1) * OBJECTS_PER_STREAM),
  )
  return groups.map((group) => {
    const values = group.map(({ number, bytes }) =>
      number === info?.number ? withCredits(contentOf(bytes), info.author) : withCompatibleTags(contentOf(bytes)),
    )
    const index = group.map(({ number }, position) => `${number} ${totalLength(values.slice(0, position))}`).join(' ')
    const body = values.flatMap((value) => [value, NEWLINE])
    const data = deflateSync(Buffer.concat([Buffer.from(`${index}\n`), ...body]), { level: 9 })
    return { numbers: group.map(({ number }) => number), data, first: index.length + 1 }
  })
}

/**
 * Adapts tags for readers that support only PDF 1.x, which would skip the content of Chromium's PDF 2.0 tags. Chromium
 * also tags a `figure` element as a figure around its picture or table, although the element itself has no alternative
 * text.
 */
function withCompatibleTags(value: Buffer): Buffer {
  if (startsWith(value, TAGS_ROOT)) return Buffer.concat([TAGS_ROOT, ROLE_MAP, value.subarray(TAGS_ROOT.length)])
  if (!startsWith(value, FIGURE) || value.includes('/Alt ')) return value
  return Buffer.concat([DIVISION, value.subarray(FIGURE.length)])
}

function startsWith(value: Buffer, start: Buffer): boolean {
  return value.subarray(0, start.length).equals(start)
}

const TAGS_ROOT = Buffer.from('<</Type /StructTreeRoot')
const ROLE_MAP = Buffer.from('\n/RoleMap <</Em /Span /Strong /Span /Aside /Note>>')
const FIGURE = Buffer.from('<</Type /StructElem\n/S /Figure')
const DIVISION = Buffer.from('<</Type /StructElem\n/S /Div')

const NEWLINE = Buffer.from('\n')

function totalLength(values: readonly Buffer[]): number {
  return values.reduce((sum, { length }) => sum + length + NEWLINE.length, 0)
}

interface PdfParts extends PdfLayout {
  readonly streams: readonly PdfObject[]
  readonly objectStreams: readonly ObjectStream[]
}

function assembleFile(bytes: Buffer, { offsets, trailer, streams, objectStreams }: PdfParts): Buffer {
  const entries = new Map<number, XrefEntry>()
  const pieces: Buffer[] = []
  const file = { length: 0 }
  const add = (piece: Buffer) => {
    pieces.push(piece)
    file.length += piece.length
  }
  add(headerOf(bytes, offsets))
  for (const { number, bytes: stream } of streams) {
    entries.set(number, [1, file.length, 0])
    add(stream)
  }
  for (const [index, { numbers, data, first }] of objectStreams.entries()) {
    const streamNumber = offsets.length + index
    entries.set(streamNumber, [1, file.length, 0])
    for (const [position, number] of numbers.entries()) entries.set(number, [2, streamNumber, position])
    add(writeStream(streamNumber, `/Type /ObjStm /N ${numbers.length} /First ${first}`, data))
  }
  const tableNumber = offsets.length + objectStreams.length
  const start = file.length
  entries.set(tableNumber, [1, start, 0])
  const table = Array.from({ length: tableNumber + 1 }, (_, number) => entries.get(number) ?? FREE)
  const dictionary = `/Type /XRef /Size ${table.length} /W [${FIELD_BYTES.join(' ')}] /DecodeParms <</Predictor 12 /Columns ${ROW_BYTES}>> ${trailer.trim()}`
  add(writeStream(tableNumber, dictionary, deflateSync(applyUpPredictor(table), { level: 9 })))
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(pieces)
}

/**
 * An entry of the cross-reference stream: its type, then an offset and 0 (type 1) or the number of an object stream and
 * the index in that stream (type 2).
 */
type XrefEntry = readonly [kind: 0 | 1 | 2, first: number, second: number]

const FREE: XrefEntry = [0, 0, 0]

/** The sizes of an entry's three fields, in bytes, and their sum. */
const FIELD_BYTES = [1, 4, 2] as const
const ROW_BYTES = 7

/** Returns the header of the file, with version 1.5 or later, as object streams require. */
function headerOf(bytes: Buffer, offsets: readonly (number | null)[]): Buffer {
  const first = offsets.reduce<number>((smallest, offset) => Math.min(smallest, offset ?? smallest), bytes.length)
  const header = bytes.toString('latin1', 0, first).replace(/^%PDF-1\.[0-4]/, '%PDF-1.5')
  return Buffer.from(header, 'latin1')
}

function writeStream(number: number, dictionary: string, data: Buffer): Buffer {
  const head = `${number} 0 obj\n<<${dictionary} /Filter /FlateDecode /Length ${data.length}>> stream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n')])
}

/** Subtracts from each row the row above, byte by byte, which compresses best (the PNG predictor Up). */
function applyUpPredictor(table: readonly XrefEntry[]): Buffer {
  const rows = Buffer.alloc(table.length * ROW_BYTES)
  for (const [index, [kind, first, second]] of table.entries()) {
    rows.writeUInt8(kind, index * ROW_BYTES)
    rows.writeUInt32BE(first, index * ROW_BYTES + 1)
    rows.writeUInt16BE(second, index * ROW_BYTES + 5)
  }
  const UP = 2
  const result = Buffer.alloc(table.length * (ROW_BYTES + 1))
  for (let row = 0; row < table.length; row++) {
    result[row * (ROW_BYTES + 1)] = UP
    for (let column = 0; column < ROW_BYTES; column++) {
      const index = row * ROW_BYTES + column
      result[row * (ROW_BYTES + 1) + 1 + column] =
        (rows[index] ?? 0) - (index < ROW_BYTES ? 0 : (rows[index - ROW_BYTES] ?? 0))
    }
  }
  return result
}
