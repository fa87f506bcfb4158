/** Reads a big-endian number of `length` bytes. Bytes beyond the end count as zero. */
export function readBigEndian(bytes: Uint8Array, offset: number, length: number): number {
  let number = 0
  for (let index = 0; index < length; index += 1) number = number * 256 + (bytes[offset + index] ?? 0)
  return number
}

/** Reads a little-endian number of `length` bytes. Bytes beyond the end count as zero. */
export function readLittleEndian(bytes: Uint8Array, offset: number, length: number): number {
  let number = 0
  for (let index = length - 1; index >= 0; index -= 1) number = number * 256 + (bytes[offset + index] ?? 0)
  return number
}

/** Whether bytes contain a signature at an offset. Each character of the signature stands for one byte. */
export function hasBytesAt(bytes: Uint8Array, offset: number, signature: string): boolean {
  for (let index = 0; index < signature.length; index += 1)
    if (bytes[offset + index] !== signature.charCodeAt(index)) return false
  return true
}
