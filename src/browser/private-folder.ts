import { lstat } from 'node:fs/promises'
import { makeFolder } from '../util/make-folder.ts'

/**
 * Creates a folder, or checks that an existing one belongs to this user and is writable by nobody else. Others cannot
 * replace a program in such a folder.
 * @throws {Error} with a message that continues a sentence beginning with the path
 */
export async function ensurePrivateFolder(path: string): Promise<void> {
  await makeFolder(path, OWNER_ONLY)
  if (!(await isPrivateFolder(path))) throw new Error('is writable by others')
}

/** Whether the path is a real folder (not a link) of this user, to which no other user can write. */
export async function isPrivateFolder(path: string): Promise<boolean> {
  const status = await lstat(path).catch(() => null)
  if (status === null) return false
  return status.isDirectory() && status.uid === process.getuid?.() && (status.mode & OTHERS_WRITE) === 0
}

const OWNER_ONLY = 0o700

/** The write permissions of the group and of others. */
const OTHERS_WRITE = 0o022
