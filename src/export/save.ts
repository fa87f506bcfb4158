// Saves files, so that an incomplete file never appears under its final name.

import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder } from '../util/make-folder.ts'

/** Thrown if a file cannot be saved. The message names the file and the reason, and says what to do. */
export class SaveError extends Error {
  override readonly name = 'SaveError'
  readonly path: string
  constructor(path: string, reason: string, options: ErrorOptions) {
    super(`${path} could not be saved: ${reason}`, options)
    this.path = path
  }
}

/** What the message of a `SaveError` may tell the user to do. */
export interface SaveRemedies {
  /** The flag that names the folder of the file: `--out`. */
  readonly flag?: string
}

/**
 * Saves a file, and creates its folder if necessary. The file appears under its name only when complete; an existing
 * file or link is replaced. Text is saved as UTF-8.
 * @throws {SaveError} or the signal's reason; no partial or temporary file is left behind
 */
export async function save(
  path: string,
  content: Uint8Array | string,
  signal?: AbortSignal,
  { flag }: SaveRemedies = {},
): Promise<void> {
  signal?.throwIfAborted()
  // The temporary file is in the same folder, because a file cannot be renamed across disks. Its name is short, because
  // the file system limits the length of names.
  const temporary = join(dirname(path), `.lectern-${randomBytes(6).toString('hex')}`)
  try {
    await makeFolder(dirname(path))
    await write(temporary, content, signal)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    signal?.throwIfAborted()
    const how = flag === undefined ? '' : ` with ${flag}`
    throw new SaveError(path, reasonFor(error).replaceAll(HOW, how), { cause: error })
  }
}

/**
 * Writes the bytes to disk before the file gets its name, so that after a power cut there is either the old file or the
 * new one.
 */
async function write(path: string, content: Uint8Array | string, signal: AbortSignal | undefined): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content, { signal })
    await file.sync()
  } finally {
    await file.close()
  }
}

function reasonFor(error: unknown): string {
  return REASONS[codeOf(error)] ?? `the system refused (${codeOf(error) || 'for an unknown reason'}). ${REMEDY}`
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** A placeholder in messages for the way to choose another folder. */
const HOW = '{how}'

const REMEDY = `Check the disk, or choose another folder${HOW}.`
const NOT_ALLOWED = `you are not allowed to write there. Change the permissions of the folder, or choose another${HOW}.`
const FULL = `the disk is full. Free some space, or choose a folder on another disk${HOW}.`
const OPEN_ELSEWHERE = `it is in use or protected. Close the program that has it open, or choose another folder${HOW}.`
const NO_FOLDER = `there is a file where its folder should be. Move that file away, or choose another folder${HOW}.`

const REASONS: Readonly<Record<string, string>> = {
  EACCES: NOT_ALLOWED,
  EPERM: process.platform === 'win32' ? OPEN_ELSEWHERE : NOT_ALLOWED,
  EBUSY: OPEN_ELSEWHERE,
  EROFS: `the disk is read-only. Choose a folder on another disk${HOW}.`,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EISDIR: `there is a folder with that name. Move it away, or choose another folder${HOW}.`,
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  ENOENT: `no folder can be created there. Choose another${HOW}.`,
  ENAMETOOLONG: 'its name is too long for this disk. Give the article a shorter name.',
}
