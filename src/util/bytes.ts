import type { VFile } from 'vfile'

/** Returns the content of a file, with text encoded as UTF-8. */
export function bytesOf({ value }: VFile): Uint8Array {
  return typeof value === 'string' ? new TextEncoder().encode(value) : value
}
