// Reads regular files safely.

import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { isInside } from '../model/is-inside.ts'

/** Why a file cannot be used. */
export type FileFault = 'missing' | 'outside' | 'no file' | 'too large' | 'forbidden'

export interface FileBounds {
  /** Its maximum size in bytes, checked before it is read. */
  readonly maxBytes: number
  /** The folder that it must be inside, after following links; null for any folder. */
  readonly home: string | null
  /** Reads only this many of its first bytes. */
  readonly first?: number
}

/** Reads the bytes of a regular file, or says why that is not possible. Never blocks on a pipe or opens a device. */
export function readRegularFile(path: string, { maxBytes, home, first }: FileBounds): Buffer | FileFault {
  try {
    const real = realpathSync(path)
    if (home !== null && !isInside(realpathSync(home), real)) return 'outside'
    // The kind of file is checked before opening, because opening a pipe or a device can already have effects.
    if (!statSync(real).isFile()) return 'no file'
    return readOpened(real, maxBytes, first)
  } catch (error) {
    return FAULTS[error instanceof Error && 'code' in error ? String(error.code) : ''] ?? 'forbidden'
  }
}

/** Reads a file. By now it may have become a link or a pipe, so links are not followed, and nothing blocks. */
function readOpened(path: string, maxBytes: number, first: number | undefined): Buffer | FileFault {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const now = fstatSync(file)
    if (!now.isFile()) return 'no file'
    if (now.size > maxBytes) return 'too large'
    const bytes = Buffer.alloc(Math.min(now.size, first ?? now.size))
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, length)
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

const FAULTS: Readonly<Record<string, FileFault>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  ELOOP: 'missing',
}

/**
 * Says why a file named in a theme or an event cannot be used, as the rest of a sentence that begins with its name, and
 * what to do. `folder` completes "the folder of".
 */
export function faultSentence(trouble: FileFault, folder: string, maxBytes: number): string {
  const facts: Readonly<Record<FileFault, string>> = {
    missing: `is not in the folder of ${folder}. Put it there, or name another.`,
    outside: `leads outside the folder of ${folder}. Copy the file there.`,
    'no file': 'is a folder, a pipe or a device. Name a file.',
    'too large': `has more than ${maxBytes / 1024 / 1024} MB. Save it smaller.`,
    forbidden: 'cannot be read. Change its permissions, or make a copy of your own.',
  }
  return facts[trouble]
}
