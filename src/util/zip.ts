// Reads and writes zip files.

import { inflateRawSync } from 'node:zlib'

/** An entry of a zip file, according to its directory. */
export interface ZipEntry {
  readonly name: string
  readonly isEncrypted: boolean
  readonly method: number
  /** In bytes, as the directory claims. */
  readonly packedSize: number
  readonly unpackedSize: number
  /** The offset of its local header. */
  readonly offset: number
}

/** Reads the directory of a zip file without unpacking anything; undefined if it is missing or broken. */
export function entriesOf(bytes: Buffer): readonly ZipEntry[] | undefined {
  const end = bytes.lastIndexOf(END, bytes.length, 'latin1')
  if (end < 0 || end + END_SIZE > bytes.length) return undefined
  const count = bytes.readUInt16LE(end + 10)
  const entries: ZipEntry[] = []
  let position = bytes.readUInt32LE(end + 16)
  while (entries.length < count) {
    if (position + ENTRY_SIZE > bytes.length || bytes.readUInt32LE(position) !== ENTRY) return undefined
    const nameSize = bytes.readUInt16LE(position + 28)
    entries.push({
      name: bytes.toString('utf8', position + ENTRY_SIZE, position + ENTRY_SIZE + nameSize),
      isEncrypted: (bytes.readUInt16LE(position + 8) & 1) === 1,
      method: bytes.readUInt16LE(position + 10),
      packedSize: bytes.readUInt32LE(position + 20),
      unpackedSize: bytes.readUInt32LE(position + 24),
      offset: bytes.readUInt32LE(position + 42),
    })
    position += ENTRY_SIZE + nameSize + bytes.readUInt16LE(position + 30) + bytes.readUInt16LE(position + 32)
  }
  return entries
}

/** The signatures of the records of a zip file, and their sizes in bytes without names (PKWARE's APPNOTE 6.3). */
const END = 'PK\x05\x06'
const END_SIZE = 22
const ENTRY = 0x02014b50
const ENTRY_SIZE = 46
const HEADER = 0x04034b50
const HEADER_SIZE = 30

/** Why an entry cannot be unpacked. */
export type ZipFault = 'broken' | 'too large'

/** Unpacks an entry, but never more than `maxSize` bytes, whatever the directory says. */
export function unpack(bytes: Buffer, { offset, method, packedSize }: ZipEntry, maxSize: number): Buffer | ZipFault {
  if (offset + HEADER_SIZE > bytes.length || bytes.readUInt32LE(offset) !== HEADER) return 'broken'
  const start = offset + HEADER_SIZE + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packedSize > bytes.length) return 'broken'
  const data = bytes.subarray(start, start + packedSize)
  if (method === STORED) return data.length > maxSize ? 'too large' : data
  if (method !== DEFLATED) return 'broken'
  try {
    return inflateRawSync(data, { maxOutputLength: maxSize })
  } catch (error) {
    return error instanceof RangeError ? 'too large' : 'broken'
  }
}

const STORED = 0
const DEFLATED = 8

/**
 * Writes a zip file of uncompressed parts. It has no checksums, because the programs that read it do not verify them.
 */
export function pack(parts: ReadonlyMap<string, Buffer>): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, data] of parts) {
    const encodedName = Buffer.from(name)
    const header = Buffer.alloc(HEADER_SIZE)
    header.writeUInt32LE(HEADER, 0)
    header.writeUInt16LE(UTF8, 6)
    header.writeUInt32LE(data.length, 18)
    header.writeUInt32LE(data.length, 22)
    header.writeUInt16LE(encodedName.length, 26)
    const entry = Buffer.alloc(ENTRY_SIZE)
    entry.writeUInt32LE(ENTRY, 0)
    entry.writeUInt16LE(UTF8, 8)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(data.length, 24)
    entry.writeUInt16LE(encodedName.length, 28)
    entry.writeUInt32LE(offset, 42)
    files.push(header, encodedName, data)
    directory.push(entry, encodedName)
    offset += HEADER_SIZE + encodedName.length + data.length
  }
  const end = Buffer.alloc(END_SIZE)
  end.write(END, 0, 'latin1')
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}

/** The flag for names in UTF-8. */
const UTF8 = 0x0800
