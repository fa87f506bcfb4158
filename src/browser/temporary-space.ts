import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/**
 * Explains, as a fact and a remedy, that a browser failed because there is no space for its temporary files; null if
 * there is enough. On a full disk the browser's own messages are of no use.
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
  return `The disk of ${folder}, where the browser keeps its temporary files, is full. Free 100 MB, or set TMPDIR to a folder on another disk.`
}

/** In bytes. A fresh profile takes 15 MB, and a PDF as much as its size. */
const MIN_ROOM = 32 * 2 ** 20
