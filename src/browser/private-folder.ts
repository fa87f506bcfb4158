import { lstat } from 'node:fs/promises'
import { makeFolder } from '../model/make-folder.ts'

/**
 * Makes the folder, or checks the one that stands there: ours, and written by nobody else, so that a program kept in it
 * is the program that we put there.
 * @throws {Error} whose message continues a sentence that begins with the path
 */
export async function makePrivate(path: string): Promise<void> {
  await makeFolder(path, OURS_ALONE)
  if (!(await isPrivate(path))) throw new Error('can be written by others')
}

/** Whether the path is a folder (no link to one) of this user's that no other user can write in. */
export async function isPrivate(path: string): Promise<boolean> {
  const status = await lstat(path).catch(() => null)
  if (status === null) return false
  return status.isDirectory() && status.uid === process.getuid?.() && (status.mode & OTHERS_WRITE) === 0
}

const OURS_ALONE = 0o700

/** The permission bits of group and others to write. */
const OTHERS_WRITE = 0o022
