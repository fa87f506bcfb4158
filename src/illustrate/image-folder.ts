// Reads images from the folder for an article's images, and from nowhere else.

import { constants } from 'node:fs'
import { type FileHandle, open, realpath, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { VFile } from 'vfile'
import { type FileListener, ignore } from '../model/sources.ts'
import { formatSize } from '../util/format-size.ts'
import { isInside } from '../util/is-inside.ts'
import { isWebAddress } from '../util/web-address.ts'
import { FORBIDDEN, type ImageFault, MISSING, NOT_A_FILE, OUTSIDE, tooLarge } from './image-fault.ts'
import { LIMITS } from './limits.ts'

/** The folder from which an article's images are read. */
export interface ImageFolder {
  /** The names on the path from this folder to the article's own folder; empty if they are the same. */
  readonly articlePath: readonly string[]
  /** Whether an address that begins with a slash is relative to this folder, as if it were the root of a site. */
  readonly isSite: boolean
  /**
   * Reads a file inside the folder, or returns the reason why it cannot be read, such as a size above `maxBytes`.
   * `names` are the names along its path. Never blocks, and never leaves the folder.
   */
  read(names: readonly string[], maxBytes?: number): Promise<Uint8Array | ImageFault>
}

/**
 * Chooses the image folder: `root`, if it is given, or else the folder of the article's file. Null for an article from
 * standard input or the web without a root. A root that does not contain the article is ignored, with a warning.
 */
export function folderOf(file: VFile, root: string | null = null, onRead: FileListener = ignore): ImageFolder | null {
  const { path, dirname, cwd } = file
  const rootFolder = root === null ? null : resolve(cwd, root)
  if (path === undefined || path === '-' || isWebAddress(path))
    return rootFolder === null ? null : imageFolderAt(rootFolder, { articlePath: [], isSite: true, onRead })
  const articleFolder = resolve(cwd, dirname ?? '.')
  if (rootFolder === null) return imageFolderAt(articleFolder, { articlePath: [], isSite: false, onRead })
  if (isInside(articleFolder, rootFolder))
    return imageFolderAt(rootFolder, {
      articlePath: relative(rootFolder, articleFolder).split(sep),
      isSite: true,
      onRead,
    })
  const reason = `The folder "${root}" is not above the article, so images are read from the article's own folder. Set --root to a folder that contains the article.`
  file.message(reason, { source: 'lectern', ruleId: 'root-elsewhere' })
  return imageFolderAt(articleFolder, { articlePath: [], isSite: false, onRead })
}

interface FolderOptions extends Pick<ImageFolder, 'articlePath' | 'isSite'> {
  readonly onRead: FileListener
}

/** Makes an image folder. `articlePath` leads from it to the folder of the file that names images. */
export function imageFolderAt(folder: string, { articlePath, isSite, onRead }: FolderOptions): ImageFolder {
  return {
    articlePath: articlePath.filter((name) => name !== ''),
    isSite,
    read(names, maxBytes = LIMITS.bytes) {
      onRead(join(folder, ...names))
      return readInside(folder, names, maxBytes)
    },
  }
}

async function readInside(
  folder: string,
  names: readonly string[],
  maxBytes: number,
): Promise<Uint8Array | ImageFault> {
  try {
    const path = await realpath(join(folder, ...names))
    if (!isInside(path, await realpath(folder))) return OUTSIDE
    // The kind of file is checked first, because merely opening a pipe or a device can have effects.
    if (!(await stat(path)).isFile()) return NOT_A_FILE
    return await readFile(path, maxBytes)
  } catch (error) {
    return FAULTS[codeOf(error)] ?? FORBIDDEN
  }
}

/**
 * Opens and reads a file that was checked. Since then, a link or a pipe may have taken its place, so links are not
 * followed, and opening does not block.
 */
async function readFile(path: string, maxBytes: number): Promise<Uint8Array | ImageFault> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const status = await file.stat()
    if (!status.isFile()) return NOT_A_FILE
    if (status.size > maxBytes) return tooLarge(`is larger than ${formatSize(maxBytes)}`)
    return await readAll(file, status.size)
  } finally {
    await file.close()
  }
}

/** Reads at most `size` bytes, the size of the file when it was opened, even if the file is growing. */
async function readAll(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let length = 0
  for (let read = -1; read !== 0 && length < size; length += read)
    read = (await file.read(bytes, length, size - length, length)).bytesRead
  return bytes.subarray(0, length)
}

const FAULTS: Readonly<Record<string, ImageFault>> = {
  ENOENT: MISSING,
  ENOTDIR: MISSING,
  ENAMETOOLONG: MISSING,
  ELOOP: MISSING,
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
