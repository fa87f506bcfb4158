import { constants } from 'node:fs'
import { type FileHandle, open, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { VFile } from 'vfile'
import { LIMITS } from './limits.ts'
import { FORBIDDEN, MISSING, NO_FILE, OUTSIDE, type Trouble, tooLarge } from './trouble.ts'

/** Where the images that an article names are read from. */
export interface ImageFolder {
  /** The bytes of the file at this path inside the folder, or why there are none. Never waits, never leaves the folder. */
  read(names: readonly string[]): Promise<Uint8Array | Trouble>
}

/** The folder in which an article's file stands; null for one that came from standard input. */
export function folderOf({ path, dirname, cwd }: VFile): ImageFolder | null {
  if (path === undefined || path === '-') return null
  const folder = resolve(cwd, dirname ?? '.')
  return { read: (names) => readWithin(folder, names) }
}

async function readWithin(folder: string, names: readonly string[]): Promise<Uint8Array | Trouble> {
  try {
    const path = await realpath(join(folder, ...names))
    if (!isWithin(await realpath(folder), path)) return OUTSIDE
    // Asked before it is opened: opening a pipe or a device can already do something.
    if (!(await stat(path)).isFile()) return NO_FILE
    return await readFile(path)
  } catch (error) {
    return TROUBLES[codeOf(error)] ?? FORBIDDEN
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** What was a file may be a link or a pipe by now: no link is followed, and nothing is waited for. */
async function readFile(path: string): Promise<Uint8Array | Trouble> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const now = await file.stat()
    if (!now.isFile()) return NO_FILE
    if (now.size > LIMITS.bytes) return TOO_MANY_BYTES
    return await readAll(file, now.size)
  } finally {
    await file.close()
  }
}

const TOO_MANY_BYTES = tooLarge(`has more than ${LIMITS.bytes / 1024 / 1024} MB`)

/** As much as there was when it was opened, however fast it grows. */
async function readAll(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let length = 0
  for (let read = -1; read !== 0 && length < size; length += read)
    read = (await file.read(bytes, length, size - length, length)).bytesRead
  return bytes.subarray(0, length)
}

const TROUBLES: Readonly<Record<string, Trouble>> = {
  ENOENT: MISSING,
  ENOTDIR: MISSING,
  ENAMETOOLONG: MISSING,
  ELOOP: MISSING,
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
