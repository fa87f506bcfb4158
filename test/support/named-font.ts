import { fontWith } from './variable-font.ts'

/** Makes a TrueType font that consists of its names, in English for Windows, and of these other tables. */
export function fontNamed(
  names: Readonly<Record<number, string>>,
  otherTables: Readonly<Record<string, Buffer>> = {},
): Uint8Array {
  const strings = Object.values(names).map((name) => Buffer.from(name, 'utf16le').swap16())
  const records = Object.keys(names).map((id, index) => {
    const offset = strings.slice(0, index).reduce((length, string) => length + string.length, 0)
    return words(3, 1, 0x409, Number(id), strings[index]?.length ?? 0, offset)
  })
  const table = Buffer.concat([words(0, records.length, 6 + 12 * records.length), ...records, ...strings])
  return fontWith({ name: table, ...otherTables })
}

function words(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) buffer.writeUInt16BE(value, index * 2)
  return buffer
}
