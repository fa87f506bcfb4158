import { brotliCompressSync } from 'node:zlib'

/** Makes the table of a variable font that describes its axes, each with its least, usual and greatest value. */
export function axesTable(axes: Readonly<Record<string, readonly [number, number, number]>>): Buffer {
  const records = Object.entries(axes).map(([tag, values]) => {
    const record = Buffer.alloc(20)
    record.write(tag, 'latin1')
    for (const [index, value] of values.entries()) record.writeInt32BE(value * 65_536, 4 + index * 4)
    return record
  })
  const header = Buffer.alloc(16)
  for (const [index, value] of [1, 0, 16, 2, records.length, 20].entries()) header.writeUInt16BE(value, index * 2)
  return Buffer.concat([header, ...records])
}

/** Makes a TrueType font that has only these tables. */
export function fontWith(tables: Readonly<Record<string, Buffer>>): Uint8Array {
  const entries = Object.entries(tables)
  const header = Buffer.alloc(12)
  header.writeUInt32BE(0x0001_0000, 0)
  header.writeUInt16BE(entries.length, 4)
  let start = 12 + 16 * entries.length
  const directory = entries.map(([tag, table]) => {
    const entry = Buffer.alloc(16)
    entry.write(tag, 'latin1')
    entry.writeUInt32BE(start, 8)
    entry.writeUInt32BE(table.length, 12)
    start += table.length
    return entry
  })
  return Buffer.concat([header, ...directory, ...entries.map(([, table]) => table)])
}

/** Makes a web font that has only these tables, whose lengths are below 128. `glyf` is stored in another form. */
export function webFontWith(tables: Readonly<Record<string, Buffer>>): Uint8Array {
  const entries = Object.entries(tables)
  const directory = entries.map(([tag, { length }]) => {
    if (tag === 'fvar') return Buffer.from([47, length])
    if (tag === 'glyf') return Buffer.from([10, 127, length])
    return Buffer.concat([Buffer.from([63]), Buffer.from(tag, 'latin1'), Buffer.from([length])])
  })
  const compressed = brotliCompressSync(Buffer.concat(entries.map(([, table]) => table)))
  const header = Buffer.alloc(48)
  header.write('wOF2', 'latin1')
  header.writeUInt16BE(entries.length, 12)
  header.writeUInt32BE(compressed.length, 20)
  const font = Buffer.concat([header, ...directory, compressed])
  font.writeUInt32BE(font.length, 8)
  return font
}
