import type { VFile } from 'vfile'

/** The content of a file in memory. */
export function bytesOf({ value }: VFile): Uint8Array {
  return typeof value === 'string' ? new TextEncoder().encode(value) : value
}
