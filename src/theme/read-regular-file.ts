// Reads regular files safely.

import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { formatSize } from '../util/format-size.ts'
import { isInside } from '../util/is-inside.ts'

/** Why a file cannot be used. */
export type FileFault = 'missing' | 'outside' | 'not a file' | 'too large' | 'forbidden'

export interface FileBounds {
  /** The maximum size of the file in bytes, checked before it is read. */
  readonly maxBytes: number
  /** The folder that must contain the file once links are resolved; null if it may be anywhere. */
  readonly allowedFolder: string | null
  /** The number of bytes to read from the start; all if left out. */
  readonly maxLength?: number
}

/**
 * Reads the bytes of a regular file, or returns the reason why they cannot be read. Never blocks on a pipe and never
 * opens a device.
 */
export function readRegularFile(path: string, { maxBytes, allowedFolder, maxLength }: FileBounds): Buffer | FileFault {
  try {
    const real = realpathSync(path)
    if (allowedFolder !== null && !isInside(real, realpathSync(allowedFolder))) return 'outside'
    // The kind of file is checked before opening, because opening a pipe or a device can already have effects.
    if (!statSync(real).isFile()) return 'not a file'
    return readCheckedFile(real, maxBytes, maxLength)
  } catch (error) {
    return FAULTS[error instanceof Error && 'code' in error ? String(error.code) : ''] ?? 'forbidden'
  }
}

/**
 * Reads a file that was checked. A link or a pipe may have replaced it since then, so links are not followed, and
 * opening does not block.
 */
function readCheckedFile(path: string, maxBytes: number, maxLength: number | undefined): Buffer | FileFault {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const status = fstatSync(file)
    if (!status.isFile()) return 'not a file'
    if (status.size > maxBytes) return 'too large'
    const bytes = Buffer.alloc(Math.min(status.size, maxLength ?? status.size))
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
 * Describes why a file named in a theme or an event cannot be used, as the rest of a sentence that begins with the
 * file's name, and adds a remedy. `owner` is whose folder it is, such as "the theme".
 */
export function describeFault(fault: FileFault, owner: string, maxBytes: number): string {
  const facts: Readonly<Record<FileFault, string>> = {
    missing: `is not in ${owner}'s folder. Put the file there, or choose another.`,
    outside: `is outside ${owner}'s folder. Copy the file there.`,
    'not a file': 'is a folder, a pipe or a device. Give the path of a file.',
    'too large': `is larger than ${formatSize(maxBytes)}. Reduce its size.`,
    forbidden: 'cannot be read. Change its permissions, or make your own copy.',
  }
  return facts[fault]
}
