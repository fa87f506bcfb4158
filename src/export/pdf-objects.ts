// Reads the objects of a PDF that Lectern has printed.

import { inflateSync } from 'node:zlib'

/** The text of a PDF's objects, keyed by object number. For a stream, this is only its dictionary. */
export type PdfObjects = ReadonlyMap<number, string>

/** Reads the objects of a file that Lectern printed, both separate ones and those in object streams. */
export function readObjects(pdf: Uint8Array): PdfObjects {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const objects = new Map<number, string>()
  for (
    let objectStart = nextObject(bytes, 0);
    objectStart !== -1;
    objectStart = nextObject(bytes, objectEnd(bytes, objectStart))
  ) {
    const value = bytes.toString(
      'latin1',
      bytes.indexOf(' obj\n', objectStart) + OBJECT_START_LENGTH,
      headerEnd(bytes, objectStart),
    )
    if (value.includes('/Type /ObjStm'))
      for (const [number, content] of unpackObjectStream(bytes, objectStart, value)) objects.set(number, content)
    else objects.set(Number.parseInt(bytes.toString('latin1', objectStart, objectStart + 10), 10), value)
  }
  return objects
}

const OBJECT_START_LENGTH = ' obj\n'.length
const STREAM_START = '>> stream\n'

/** Returns the position of the next object's number; -1 if there is none. */
function nextObject(bytes: Buffer, from: number): number {
  const objectStart = bytes.indexOf(' 0 obj\n', from)
  return objectStart === -1 ? -1 : bytes.lastIndexOf('\n', objectStart) + 1
}

function headerEnd(bytes: Buffer, objectStart: number): number {
  const stream = bytes.indexOf(STREAM_START, objectStart)
  const end = bytes.indexOf('\nendobj', objectStart)
  return stream !== -1 && stream < end ? stream + 2 : end
}

/** Returns the end of an object, past its stream, which may contain anything. */
function objectEnd(bytes: Buffer, objectStart: number): number {
  const end = headerEnd(bytes, objectStart)
  const length =
    bytes.toString('latin1', end, end + STREAM_START.length - 2) === STREAM_START.slice(2)
      ? streamLength(bytes, objectStart, end)
      : 0
  return bytes.indexOf('\nendobj', end + length)
}

function streamLength(bytes: Buffer, objectStart: number, end: number): number {
  return Number(/\/Length (\d+)/.exec(bytes.toString('latin1', objectStart, end))?.[1] ?? 0)
}

function unpackObjectStream(
  bytes: Buffer,
  objectStart: number,
  head: string,
): readonly (readonly [number: number, value: string])[] {
  const start = headerEnd(bytes, objectStart) + STREAM_START.length - 2
  const text = inflateSync(bytes.subarray(start, start + streamLength(bytes, objectStart, start))).toString('latin1')
  const first = Number(/\/First (\d+)/.exec(head)?.[1])
  const index = text.slice(0, first).trim().split(/\s+/).map(Number)
  const entries = index.flatMap((number, position) => (position % 2 === 0 ? [[number, index[position + 1] ?? 0]] : []))
  return entries.map(([number = 0, offset = 0], position) => [
    number,
    text.slice(first + offset, first + (entries[position + 1]?.[1] ?? text.length)),
  ])
}
