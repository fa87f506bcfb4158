/** Reads the big-endian number in this many bytes. Bytes beyond the end are zero. */
export function readBigEndian(bytes: Uint8Array, offset: number, length: number): number {
  let number = 0
  for (let index = 0; index < length; index += 1) number = number * 256 + (bytes[offset + index] ?? 0)
  return number
}

/** Reads the little-endian number in this many bytes. Bytes beyond the end are zero. */
export function readLittleEndian(bytes: Uint8Array, offset: number, length: number): number {
  let number = 0
  for (let index = length - 1; index >= 0; index -= 1) number = number * 256 + (bytes[offset + index] ?? 0)
  return number
}

/** Whether bytes contain a mark at an offset. Each character of the mark stands for one byte. */
export function hasBytesAt(bytes: Uint8Array, offset: number, mark: string): boolean {
  for (let index = 0; index < mark.length; index += 1)
    if (bytes[offset + index] !== mark.charCodeAt(index)) return false
  return true
}
