import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { isWithin } from '../model/within.ts'

/** Why a file cannot be had. */
export type FileTrouble = 'missing' | 'outside' | 'no file' | 'too large' | 'forbidden'

export interface Bounds {
  /** Bytes that it may have; asked before it is read. */
  readonly most: number
  /** The folder that it may not stand outside of, links followed; null for anywhere. */
  readonly home: string | null
  /** Only so many of its first bytes are read. */
  readonly first?: number
}

/** The bytes of a regular file, or why there are none. Waits for no pipe and opens no device. */
export function readRegularFile(path: string, { most, home, first }: Bounds): Buffer | FileTrouble {
  try {
    const real = realpathSync(path)
    if (home !== null && !isWithin(realpathSync(home), real)) return 'outside'
    // Asked before it is opened: opening a pipe or a device can already do something.
    if (!statSync(real).isFile()) return 'no file'
    return readOpened(real, most, first)
  } catch (error) {
    return TROUBLES[error instanceof Error && 'code' in error ? String(error.code) : ''] ?? 'forbidden'
  }
}

/** What was a file may be a link or a pipe by now: no link is followed, and nothing is waited for. */
function readOpened(path: string, most: number, first: number | undefined): Buffer | FileTrouble {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const now = fstatSync(file)
    if (!now.isFile()) return 'no file'
    if (now.size > most) return 'too large'
    const bytes = Buffer.alloc(Math.min(now.size, first ?? now.size))
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, length)
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

const TROUBLES: Readonly<Record<string, FileTrouble>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  ELOOP: 'missing',
}

/** The trouble of a file that is named in another, as a sentence goes on after its name, and the remedy. `folder` is whose it is. */
export function sentenceFor(trouble: FileTrouble, folder: string, most: number): string {
  const facts: Readonly<Record<FileTrouble, string>> = {
    missing: `is not in the folder of ${folder}. Put it there, or name another.`,
    outside: `leads outside the folder of ${folder}. Copy the file there.`,
    'no file': 'is a folder, a pipe or a device. Name a file.',
    'too large': `has more than ${most / 1024 / 1024} MB. Save it smaller.`,
    forbidden: 'cannot be read. Change its rights, or copy it to a file of yours.',
  }
  return facts[trouble]
}
