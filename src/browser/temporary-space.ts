import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/**
 * Returns a message that says that there is no space for the browser's temporary files, and what to do; null if there
 * is enough. On a full disk, the browser's own messages are of no use.
 */
export function lackOfSpace(): string | null {
  try {
    const { bavail, bsize } = statfsSync(tmpdir())
    return bavail * bsize < MIN_ROOM ? fullDisk(tmpdir()) : null
  } catch {
    return null
  }
}

export function fullDisk(folder: string): string {
  return `The disk that holds ${folder}, where the browser keeps its temporary files, is full. Free 100 MB, or set TMPDIR to a folder on another disk.`
}

/** In bytes. A fresh profile takes 15 MB, and a PDF its own size. */
const MIN_ROOM = 32 * 2 ** 20
