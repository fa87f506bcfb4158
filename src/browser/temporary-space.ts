import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/**
 * Returns a message saying that the browser has no space for its temporary files; null if it has enough, or if that
 * cannot be determined. On a full disk, the browser's own messages do not help.
 */
export function noSpaceMessage(): string | null {
  try {
    const { bavail, bsize } = statfsSync(tmpdir())
    return bavail * bsize < MIN_SPACE ? fullDiskMessage(tmpdir()) : null
  } catch {
    return null
  }
}

function fullDiskMessage(folder: string): string {
  return `The disk that holds ${folder}, where the browser keeps its temporary files, is full. Free up 100 MB, or set TMPDIR to a folder on another disk.`
}

/** In bytes. A fresh profile takes 15 MB, and a PDF its own size. */
const MIN_SPACE = 32 * 2 ** 20
