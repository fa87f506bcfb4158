import { deflateRawSync } from 'node:zlib'

/** A part of a zip file to be made. */
export interface Part {
  readonly name: string
  readonly data: string | Uint8Array
  /** The unpacked size that the file claims, in bytes; the true size if absent. */
  readonly claimed?: number
  /** Whether the file claims that the part is encrypted. */
  readonly isEncrypted?: boolean
}

/**
 * Makes a zip file of some parts, each packed, by PKWARE's APPNOTE 6.3. Its checksums are 0, which our readers do not
 * verify.
 */
export function zip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, claimed, isEncrypted } of parts) {
    const label = Buffer.from(name)
    const plain = Buffer.from(data)
    const packed = deflateRawSync(plain)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(isEncrypted ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimed ?? plain.length, 18)
    fields.writeUInt16LE(label.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    files.push(Buffer.from('PK\x03\x04'), fields, label, packed)
    directory.push(Buffer.from('PK\x01\x02\x14\0'), fields, rest, label)
    offset += 4 + fields.length + label.length + packed.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    8,
  )
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06'), end])
}
